import { readFileSync } from "node:fs";

/** What a build must know of processes: its own id, and whether another runs (also one of another user). */
export interface Host {
  readonly pid: number;
  isAlive(pid: number): boolean;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** When a process began, unique to it together with its id; `unknown` where there is no Linux `/proc`. */
function startOf(pid: number): string {
  const boot = read("/proc/sys/kernel/random/boot_id");
  const stat = read(`/proc/${pid}/stat`);
  // proc(5): the name in brackets may hold anything; after it come the state and, 19 fields on, the start time.
  const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [state, start] = [fields?.[0], fields?.[19]];
  if (state === "Z" || state === "X") return "ended";
  return boot && start ? `${boot.slice(0, 8)}.${start}` : "unknown";
}

/** Names a process for good: its id, which the system gives to others later, and when it began. */
export const nameProcess = (pid: number): string => `${pid}-${startOf(pid)}`;

/** The id of the process so named, if it still runs; `undefined` also for a name that is none. */
export function runningProcess(name: string, host: Host): number | undefined {
  const [, id, start] = /^([1-9][0-9]*)-([a-z0-9.]+)$/.exec(name) ?? [];
  if (id === undefined || !host.isAlive(Number(id))) return undefined;
  const now = startOf(Number(id));
  if (now === "ended") return undefined;
  const isSame = now === start || now === "unknown" || start === "unknown";
  return isSame ? Number(id) : undefined;
}
