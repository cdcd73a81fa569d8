import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describeMachine } from "./machine.ts";
import { measure, type Run } from "./measure/run.ts";
import { freshFolder, install, writeSamples } from "./prepare.ts";

/*
 * npm run bench:catalogue -- RUNS
 * What the size of the catalogue costs a project: lint and build of the samples over a package with every provider and
 * over one with a single file, in turn.
 */
const runs = Number(process.argv[2] ?? 15);

const kept = "opendatasoft.yaml";

const folder = freshFolder();
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const project = join(folder, "project");
writeSamples(project);

function installWith(name: string, isKept: (file: string) => boolean): string {
  const packageFolder = join(folder, name);
  mkdirSync(packageFolder);
  install(packageFolder);
  const providers = join(packageFolder, "data", "providers");
  for (const file of readdirSync(providers)) if (!isKept(file)) rmSync(join(providers, file));
  return packageFolder;
}

const all = installWith("all", () => true);
const one = installWith("one", (file) => file === kept);

const commands = {
  lint: ["lint"],
  build: ["build", "--output", join(folder, "output")],
};

const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

const run = async (packageFolder: string, words: readonly string[]): Promise<Run> => {
  const program = join(packageFolder, "bin", "cookie-ledger.js");
  rmSync(join(folder, "output"), { recursive: true, force: true });
  return (await measure({ words: [process.execPath, program, ...words], folder: project })).run;
};

const count = readdirSync(join(all, "data", "providers")).length;
console.log(
  `Medians of ${runs} pairs on ${describeMachine(folder)}: seconds with 1 file and with ${count}.`,
);
for (const [name, words] of Object.entries(commands)) {
  const pairs: [Run, Run][] = [];
  // The first of each fills the caches of the machine.
  for (let number = 0; number <= runs; number += 1) {
    const inOrder = number % 2 === 0 ? [one, all] : [all, one];
    const [first, second] = [await run(inOrder[0]!, words), await run(inOrder[1]!, words)];
    if (number > 0) pairs.push(number % 2 === 0 ? [first, second] : [second, first]);
  }
  for (const measured of ["wall", "cpu"] as const) {
    const [few, many] = [0, 1].map((at) => medianOf(pairs.map((pair) => pair[at]![measured])));
    const more = medianOf(pairs.map(([a, b]) => b[measured] / a[measured])) - 1;
    console.log(
      `${name}, ${measured}: ${few!.toFixed(2)}, ${many!.toFixed(2)} (${(more * 100).toFixed(1)} %)`,
    );
  }
}
