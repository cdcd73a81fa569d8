import { spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");

const measure = `process.on("exit", () => process.stderr.write("\\n" + process.resourceUsage().maxRSS));`;

/** Seconds and megabytes of a whole process that Node runs in the repository; the best of three. */
export function time(words: readonly string[]): { seconds: number; megabytes: number } {
  const runs = [1, 2, 3].map(() => {
    const began = performance.now();
    const { stderr } = spawnSync(
      process.execPath,
      ["--import", `data:text/javascript,${encodeURIComponent(measure)}`, ...words],
      { cwd: root, encoding: "utf8", maxBuffer: 2 ** 30 },
    );
    const megabytes = Number(stderr.split("\n").at(-1)) / 1024;
    return { seconds: (performance.now() - began) / 1000, megabytes };
  });
  return runs.toSorted((a, b) => a.seconds - b.seconds)[0]!;
}
