import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { waitForQuiet } from "../measure/others.ts";
import { measure, type Run } from "../measure/run.ts";
import { writeSamples } from "../prepare.ts";
import { generateProviders } from "../project/many-cookies.ts";
import { medianOf } from "../result.ts";
import { measurePreview } from "./preview.ts";

/** What a user waits for many times a day. */
export interface Everyday {
  readonly title: string;
  /** Seconds by the clock, a median. */
  readonly wall: number;
  /** Seconds of all processors and bytes, medians; absent of a change in a preview, which is no process of its own. */
  readonly process?: Pick<Run, "cpu" | "memory">;
}

interface Wait {
  readonly title: string;
  /** Behind `node`, in the folder of the samples. */
  readonly words: readonly string[];
  /** What a run begins without. */
  readonly output?: string;
}

/** Measures the waits in turn, so many times each after one that does not count, then changes in a preview. */
export async function measureEveryday(
  folder: string,
  installed: string,
  runs: number,
): Promise<Everyday[]> {
  const [samples, many] = [join(folder, "samples"), join(folder, "many-cookies")];
  for (const one of [samples, many]) mkdirSync(one);
  writeSamples(samples);
  generateProviders(many, 2000);
  const program = join(installed, "bin", "cookie-ledger.js");
  const [fresh, kept] = [join(folder, "fresh"), join(folder, "kept")];
  const waits: readonly Wait[] = [
    { title: "`node -e 0`", words: ["-e", "0"] },
    { title: "`--version`", words: [program, "--version"] },
    { title: "`--help`", words: [program, "--help"] },
    { title: "`lint` of the samples", words: [program, "lint"] },
    { title: "build of the samples", words: [program, "build", "--output", fresh], output: fresh },
    { title: "the same again, nothing changed", words: [program, "build", "--output", kept] },
    { title: "`lint` of 40,000 cookies", words: [program, "lint", "--project", many] },
  ];
  const measured = waits.map((wait) => ({ wait, all: [] as Run[] }));
  for (let number = 0; number <= runs; number += 1)
    for (const { wait, all } of measured) {
      if (wait.output !== undefined) rmSync(wait.output, { recursive: true, force: true });
      await waitForQuiet(20);
      const { run } = await measure({ words: [process.execPath, ...wait.words], folder: samples });
      if (number > 0) all.push(run);
    }
  const changes = await measurePreview(program, samples, runs);
  return [
    ...measured.map(({ wait: { title }, all }) => ({
      title,
      wall: medianOf(all.map(({ wall }) => wall)),
      process: {
        cpu: medianOf(all.map(({ cpu }) => cpu)),
        memory: medianOf(all.map(({ memory }) => memory)),
      },
    })),
    { title: "`dev`: a change until the page has it", wall: medianOf(changes) },
  ];
}
