import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { candidates } from "./candidates/candidates.ts";
import { measureEveryday } from "./everyday/everyday.ts";
import { describeMachine } from "./machine.ts";
import { compileBenchmark, freshFolder, install } from "./prepare.ts";
import { renderResults } from "./report.ts";
import type { Size } from "./result.ts";
import { measureSize } from "./session.ts";

/*
 * npm run bench -- --sites 250,2500 --only ours,bare --runs 1 --json FILE --write docs/scale.md -- --shard 1/2
 * All words are optional; `everyday` is among those of --only; what follows the second `--` goes to our command.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sites: { type: "string", default: "25,250,2500,25000" },
    only: { type: "string", default: ["everyday", ...candidates.map(({ id }) => id)].join() },
    runs: { type: "string", default: "3" },
    json: { type: "string" },
    write: { type: "string" },
  },
});

function writeInto(file: string, results: string): void {
  const block = /(?<=^<!-- results of npm run bench -->\n).*?(?=^<!-- end of the results -->$)/ms;
  const text = readFileSync(file, "utf8");
  if (!block.test(text)) throw new Error(`${file} has no block for the results`);
  writeFileSync(
    file,
    text.replace(block, () => `\n${results}\n\n`),
  );
}

if (process.platform !== "linux")
  throw new Error("the benchmark reads /proc, which only Linux has");

const only = values.only.split(",");
const unknown = only.filter(
  (id) => id !== "everyday" && candidates.every((candidate) => candidate.id !== id),
);
if (unknown.length > 0) throw new Error(`unknown candidate: ${unknown.join(", ")}`);

const folder = freshFolder();
const remove = () => rmSync(folder, { recursive: true, force: true });
process.once("exit", remove);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

const [installed, compiled] = [join(folder, "installed"), join(folder, "compiled")];
for (const one of [installed, compiled]) mkdirSync(one);
install(installed);
compileBenchmark(compiled);

const runs = Number(values.runs);
const everyday = only.includes("everyday") ? await measureEveryday(folder, installed, runs) : [];
const compared = candidates.filter(({ id }) => only.includes(id));
const sizes: Size[] = [];
for (const sites of compared.length > 0 ? values.sites.split(",").map(Number) : [])
  sizes.push(
    await measureSize(sites, compared, {
      folder,
      installed,
      compiled,
      extra: positionals,
      runs,
      say: (line) => process.stderr.write(`${line}\n`),
    }),
  );

const machine = describeMachine(folder);
const results = renderResults(machine, everyday, sizes);
process.stdout.write(`${results}\n`);
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify({ machine, everyday, sizes }, undefined, 2)}\n`);
if (values.write !== undefined) writeInto(values.write, results);
