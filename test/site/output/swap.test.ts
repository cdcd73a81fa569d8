import { join } from "node:path";
import { expect, test } from "vitest";
import { CannotBuild } from "../../../src/files/system-error.ts";
import { layoutOf } from "../../../src/site/output/layout.ts";
import { runUnder } from "./failing-fs.ts";
import { makeFolder } from "./scratch.ts";
import { at, readTree, siteOf, writer, publishFiles } from "./site.ts";

test("where the next site cannot be moved in, the last one is put back", async () => {
  const output = join(makeFolder(), "_site");
  await publishFiles(at(output), writer(siteOf("old")));
  const fate = { dieAt: Infinity, torn: false, pinned: layoutOf(output).stage };
  const build = runUnder(fate, () => publishFiles(at(output), writer(siteOf("new"))));
  await expect(build).rejects.toThrow(CannotBuild);
  await expect(build).rejects.toThrow("it is in use");
  expect(readTree(output)).toEqual(siteOf("old"));
});
