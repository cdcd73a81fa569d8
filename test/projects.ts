import { readdirSync } from "node:fs";

/** What befalls a build: kills, full disks, damages, a thousand edits, secrets and hostile texts in every field. */
const faults = [
  "test/cli/faults/",
  "test/files/lock.test.ts",
  "test/importers/secrets.test.ts",
  "test/registry/growth.test.ts",
  "test/site/incremental.test.ts",
  "test/site/injection.test.ts",
  "test/site/output/kill.test.ts",
  "test/site/output/machine.test.ts",
  "test/site/output/publish.test.ts",
];

/** The command from its words to its streams, and whatever else starts a program. */
const cli = [
  "test/bench/",
  "test/cli/",
  "test/exporters/documentation.test.ts",
  "test/api.test.ts",
  "test/ci.test.ts",
  "test/documents.test.ts",
  "test/eleventy/",
  "test/lint/tables.test.ts",
  "test/package.test.ts",
  "test/registry/places.test.ts",
  "test/site/build/eleventy.test.ts",
  "test/site/build/reads.test.ts",
  "test/site/validity.test.ts",
];

const isIn = (file: string, paths: readonly string[]): boolean =>
  paths.some((path) => file.startsWith(path));

/** From those whose files take longest to those whose files take least. */
export const projects = ["browser", "cli", "faults", "unit"] as const;

type Project = (typeof projects)[number];

/** Of a file by its path in the checkout. */
export function projectOf(file: string): Project {
  if (file.endsWith(".browser.test.ts")) return "browser";
  if (isIn(file, faults)) return "faults";
  return isIn(file, cli) ? "cli" : "unit";
}

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
  .map((name) => `test/${name.replaceAll("\\", "/")}`)
  .filter((file) => file.endsWith(".test.ts"));

/** The test files of each project; `test/architecture.test.ts` holds those of `unit` to start no other program. */
export const filesOf = (project: Project): string[] =>
  files.filter((file) => projectOf(file) === project);
