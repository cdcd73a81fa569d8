import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { UsageError } from "../../src/cli/context.ts";
import { runAudit } from "../../src/cli/run/audit.ts";
import { runLint } from "../../src/cli/run/lint/lint.ts";
import { runSites } from "../../src/cli/run/sites.ts";
import { temporaryFolder, writeFiles } from "../project.ts";
import { createTestContext } from "./context.ts";
import { run } from "./run.ts";

const empty = { "data/sites/.keep": "" };
const abstract = { "data/sites/base.yaml": "abstract: true\nname: Base\n" };

test.each([
  ["has no site", empty],
  ["has abstract ones alone", abstract],
])("a project that %s is nothing to lint, audit or list, and no success", async (_, files) => {
  const { context } = createTestContext({ folder: writeFiles(temporaryFolder(), files) });
  const options = { project: ".", format: "text", site: [] };
  const why = ": every file in data/sites is abstract, or there is none";
  expect(() => runLint([], options, context)).toThrow(new UsageError(`no site to lint${why}`));
  expect(() => runSites(options, context)).toThrow(new UsageError(`no site to list${why}`));
  const audited = runAudit([], { project: ".", format: "text" }, context);
  await expect(audited).rejects.toThrow(new UsageError(`no site to audit${why}`));
});

test("what is wrong in a project without a sound site is reported", () => {
  const files = { "data/sites/town.yaml": "name: [Town\n" };
  const folder = writeFiles(temporaryFolder(), files);
  const { context, out } = createTestContext({ folder });
  expect(runLint([], { project: ".", format: "text", site: [] }, context)).toBe(1);
  expect(out.join("")).toContain("[invalid-yaml]");
});

const town = {
  "data/sites/town.yaml":
    "name: Town\nurl: https://town.example\nlanguages: [en]\nproviders: [matomo]\n",
  "apart/readme.txt": "",
};

test.each(["data/sites", "apart", "."])(
  "a project is found from %s, which it holds",
  async (at) => {
    const folder = writeFiles(temporaryFolder(), town);
    expect(await run(join(folder, at), ["sites"])).toMatchObject({ status: 0 });
    const { stdout } = await run(join(folder, at), ["lint"]);
    const name = relative(join(folder, at), join(folder, "data/sites/town.yaml"));
    expect(stdout).toContain(`${name}:1:1: `);
  },
);
