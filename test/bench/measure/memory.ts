import { readdirSync, readFileSync } from "node:fs";

function readIfThere(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function threadsOf(pid: string): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

const childrenOf = (pid: string): string[] =>
  threadsOf(pid).flatMap((thread) =>
    readIfThere(`/proc/${pid}/task/${thread}/children`).split(" ").filter(Boolean),
  );

const treeOf = (pid: string): string[] => [pid, ...childrenOf(pid).flatMap(treeOf)];

/** Bytes, the greatest that the process has held so far. */
const peakOf = (pid: string): number =>
  Number(/^VmHWM:\s*(\d+) kB$/m.exec(readIfThere(`/proc/${pid}/status`))?.[1] ?? 0) * 1024;

/**
 * Watches how much memory a process and all that it starts hold, threads included: the greatest sum, in bytes, of what
 * those that live at the same time have held at most. A process counts once it has been seen twice, since a fork
 * shows its parent's memory until it becomes another program.
 */
export function watchMemory(pid: number): () => number {
  let peak = 0;
  let before = new Set<string>();
  const look = () => {
    const now = treeOf(String(pid));
    const sum = now.filter((one) => before.has(one)).reduce((all, one) => all + peakOf(one), 0);
    peak = Math.max(peak, sum);
    before = new Set(now);
  };
  const timer = setInterval(look, 15);
  return () => {
    clearInterval(timer);
    return peak;
  };
}
