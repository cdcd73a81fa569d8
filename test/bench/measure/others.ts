import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { setTimeout } from "node:timers/promises";

/** Hertz of the counters in `/proc/stat`; Linux shows them so on every usual machine. */
const ticks = 100;

/** Seconds that all processors together have worked since the machine was started. */
export function workedSeconds(): number {
  const [line = ""] = readFileSync("/proc/stat", "utf8").split("\n");
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = line
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return (user + nice + system + irq + softirq) / ticks;
}

/** The share of all processors, 0 to 1, that others have taken: `worked` seconds by all, `own` of them ours. */
export const shareOfOthers = (worked: number, own: number, wall: number): number =>
  Math.max(0, worked - own) / (wall * availableParallelism());

/** Waits until others leave the processors alone, or so many seconds. */
export async function waitForQuiet(seconds: number): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    const [began, before] = [performance.now(), workedSeconds()];
    await setTimeout(300);
    const wall = (performance.now() - began) / 1000;
    if (shareOfOthers(workedSeconds() - before, 0, wall) < 0.1) return;
  }
}
