import { existsSync, readdirSync, readFileSync } from "node:fs";
import { kill } from "node:process";

/** The most memory that a process of the browser may take; kilobytes. A page that is well made takes a tenth of it. */
const maximum = 2 * 1024 * 1024;

const interval = 500;

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly kilobytes: number;
}

const read = (path: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // It has ended since it was listed.
    return "";
  }
};

function readProcess(pid: number): Process {
  const status = read(`/proc/${pid}/status`);
  const numberOf = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+)`, "m").exec(status)?.[1]);
  return { pid, parent: numberOf("PPid"), kilobytes: numberOf("VmRSS") };
}

/** The processes that a browser with this profile started, and those that they started. */
function processesBelow(profile: string): Process[] {
  const all = readdirSync("/proc").flatMap((name) =>
    /^\d+$/.test(name) ? [readProcess(Number(name))] : [],
  );
  const known = new Set(
    all
      .filter(({ pid }) => read(`/proc/${pid}/cmdline`).includes(`--user-data-dir=${profile}\0`))
      .map(({ pid }) => pid),
  );
  const found: Process[] = [];
  for (let size = -1; size !== found.length;) {
    size = found.length;
    for (const one of all)
      if (known.has(one.parent) && !known.has(one.pid)) {
        known.add(one.pid);
        found.push(one);
      }
  }
  return found;
}

/**
 * Ends each process of a browser that takes too much memory, as that of a page without end: the page has crashed then.
 * Where the system does not tell of processes, as outside of Linux, nothing is watched.
 */
export function boundMemory(profile: string): () => void {
  if (!existsSync("/proc/self/status")) return () => {};
  const timer = setInterval(() => {
    for (const { pid, kilobytes } of processesBelow(profile))
      if (kilobytes > maximum)
        try {
          kill(pid, "SIGKILL");
        } catch {
          // It ended by itself.
        }
  }, interval);
  return () => clearInterval(timer);
}
