import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { runBuild } from "../../../src/cli/run/build.ts";
import { packageFolder } from "../../../src/registry/project.ts";
import { createTestContext } from "../../cli/context.ts";
import { temporaryFolder } from "../../project.ts";

const { readFileSync, openSync } = fs;

/** Runs `act` and returns the paths of all files that it opened to read them. */
async function readsOf(act: () => Promise<unknown>): Promise<string[]> {
  const paths: string[] = [];
  let isReading = false;
  fs.readFileSync = ((...words: Parameters<typeof readFileSync>) => {
    if (typeof words[0] !== "number") paths.push(String(words[0]));
    isReading = true;
    try {
      return readFileSync(...words);
    } finally {
      isReading = false;
    }
  }) as typeof readFileSync;
  fs.openSync = (...words) => {
    // Node reads whole files by it, too.
    if (!isReading && !/[wa+]/.test(String(words[1]))) paths.push(String(words[0]));
    return openSync(...words);
  };
  syncBuiltinESMExports();
  try {
    await act();
  } finally {
    Object.assign(fs, { readFileSync, openSync });
    syncBuiltinESMExports();
  }
  return paths;
}

test("a build of the samples reads each file of the project once", async () => {
  const { context } = createTestContext();
  const output = join(temporaryFolder(), "_site");
  const reads = await readsOf(() =>
    runBuild({ project: packageFolder, output, site: [] }, context),
  );
  const inputs = reads
    .map((path) => relative(packageFolder, path))
    .filter((path) => /^(?:data|content|templates)/.test(path));
  const twice = inputs.filter((path, index) => inputs.indexOf(path) !== index);
  expect(twice).toEqual([]);
  expect(inputs.length).toBeGreaterThan(30);
});
