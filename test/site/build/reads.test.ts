import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { commandOf, compiledPackage, startCommand } from "../../cli/start.ts";
import { temporaryFolder, writeFiles } from "../../project.ts";

/** Writes down each file that is opened to be read. */
const counter = (log: string) => `
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
const { appendFileSync, openSync, readFileSync } = fs;
const note = (path) => appendFileSync(${JSON.stringify(log)}, String(path) + "\\n");
let isReading = false;
fs.readFileSync = (...words) => {
  if (typeof words[0] !== "number") note(words[0]);
  isReading = true;
  try {
    return readFileSync(...words);
  } finally {
    isReading = false;
  }
};
fs.openSync = (...words) => {
  if (!isReading && !/[wa+]/.test(String(words[1] ?? "r"))) note(words[0]);
  return openSync(...words);
};
syncBuiltinESMExports();
`;

test("a build of the samples reads each file of the project once", async () => {
  const folder = temporaryFolder();
  const log = join(folder, "reads");
  writeFiles(folder, { "counter.mjs": counter(log) });
  const command = commandOf(["build", "--output", join(folder, "_site")]);
  const environment = { NODE_OPTIONS: `--import ${join(folder, "counter.mjs")}` };
  const { status } = await startCommand(compiledPackage, command, environment).ended;
  expect(status).toBe(0);
  const inputs = readFileSync(log, "utf8")
    .split("\n")
    .map((path) => relative(compiledPackage, path))
    .filter((path) => /^(?:data|content|templates)/.test(path));
  const twice = inputs.filter((path, index) => inputs.indexOf(path) !== index);
  expect(twice).toEqual([]);
  expect(inputs.length).toBeGreaterThan(30);
});
