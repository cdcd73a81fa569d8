import {
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { CannotBuild, codeOf } from "./system-error.ts";

/** What a command must know of processes: its own id, and whether another runs (also one of another user). */
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

const processName = /^([1-9][0-9]*)-([a-z0-9.]+)$/;

/** The id of the process so named, if it still runs; `undefined` also for a name that is none. */
export function runningProcess(name: string, host: Host): number | undefined {
  const [, id, start] = processName.exec(name) ?? [];
  if (id === undefined || !host.isAlive(Number(id))) return undefined;
  const now = startOf(Number(id));
  if (now === "ended") return undefined;
  const isSame = now === start || now === "unknown" || start === "unknown";
  return isSame ? Number(id) : undefined;
}

/** Renames, unless a folder that is not empty stands there. */
function renameUnlessTaken(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (lstatSync(to, { throwIfNoEntry: false })?.isDirectory()) return false;
    // Released between the two calls: the caller's next try will tell.
    if (["ENOTEMPTY", "EEXIST"].includes(codeOf(error) ?? "")) return false;
    throw error;
  }
}

function listIfThere(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (!["ENOENT", "ENOTEMPTY", "EEXIST"].includes(codeOf(error) ?? "")) throw error;
  }
}

/** Removes the names of ended processes from the lock; throws at the name of a running one. */
function expelEnded(lock: string, work: string, host: Host): void {
  for (const name of listIfThere(lock)) {
    const pid = runningProcess(name, host);
    if (pid !== undefined) {
      throw new CannotBuild(
        `another ${work} is running as process ${pid}; if that is none, remove "${lock}"`,
      );
    }
    if (!isLeftBehind(lock, name))
      throw new CannotBuild(`"${lock}" holds "${name}", which is not of cookie-ledger`);
    rmSync(join(lock, name), { force: true });
  }
  removeIfEmpty(lock);
}

/** Whether a file in a lock is of a process, or what a network file system makes of one that was removed while open. */
function isLeftBehind(lock: string, name: string): boolean {
  const state = lstatSync(join(lock, name), { throwIfNoEntry: false });
  if (!state) return true;
  return state.isFile() && state.size === 0 && (processName.test(name) || name.startsWith(".nfs"));
}

/** Removes what processes left behind that were killed while they asked for the lock. */
export function sweep(lock: string, host: Host): void {
  const [folder, prefix] = [dirname(lock), `${basename(lock)}.`];
  for (const file of readdirSync(folder)) {
    const name = file.startsWith(prefix) ? file.slice(prefix.length) : "";
    if (!processName.test(name) || runningProcess(name, host) !== undefined) continue;
    const request = join(folder, file);
    if (listIfThere(request).every((held) => held === name))
      rmSync(request, { recursive: true, force: true });
  }
}

/**
 * Takes the lock at a path, or throws naming the process that holds it for the same `work`; returns how to release it.
 * The lock is a folder that holds one empty file, named for its process and put there by one rename, so it is
 * never seen without its holder; and only the file of an ended process is ever removed by another, by name, so two
 * that find it at once cannot both win. A process on another machine or in another container counts as ended.
 */
export function takeLock(lock: string, work: string, host: Host): () => void {
  const self = nameProcess(host.pid);
  const request = `${lock}.${self}`;
  // Where the beginning of a process is unknown, an ended one of the same id may have left it.
  rmSync(request, { recursive: true, force: true });
  mkdirSync(request);
  try {
    writeFileSync(join(request, self), "");
    while (!renameUnlessTaken(request, lock)) expelEnded(lock, work, host);
  } catch (error) {
    rmSync(request, { recursive: true, force: true });
    throw error;
  }
  return () => {
    rmSync(join(lock, self), { force: true });
    removeIfEmpty(lock);
  };
}
