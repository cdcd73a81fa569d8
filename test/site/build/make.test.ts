import { cpSync, existsSync, lstatSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { manifestName } from "../../../src/site/output/folder.ts";
import { RegistryFaults } from "../../../src/site/build/errors.ts";
import { type Files, writeFiles } from "../../project.ts";
import { make } from "../build-in-process.ts";
import { all, files, of, provider, site, telling } from "../incremental/three-sites.ts";
import { makeFolder } from "../output/scratch.ts";
import { list, readTree } from "../output/site.ts";

let project: string;
let output: string;
const build = async () => {
  const { rendered, ...built } = await make(project, output);
  return { ...built, rendered: rendered.toSorted() };
};
const write = (changed: Files) => writeFiles(project, changed);

beforeEach(async () => {
  project = writeFiles(makeFolder(), files);
  output = join(makeFolder(), "_site");
  await build();
});

test("a first build renders and writes all", async () => {
  output = join(makeFolder(), "_site");
  expect(await build()).toMatchObject({
    written: all.length,
    unchanged: 0,
    removed: 0,
    isSame: false,
    rendered: all,
  });
});

test("a build in which nothing has changed renders and writes nothing, and leaves the folder itself", async () => {
  const identify = () =>
    [output, join(output, manifestName)].map((path) => lstatSync(path, { bigint: true }));
  const before = identify();
  expect(await build()).toMatchObject({
    written: 0,
    bytes: 0,
    unchanged: all.length,
    isSame: true,
    rendered: [],
  });
  expect(identify().map(({ ino, mtimeNs }) => ({ ino, mtimeNs }))).toEqual(
    before.map(({ ino, mtimeNs }) => ({ ino, mtimeNs })),
  );
});

test("files that stay the same stay themselves, however the site has changed", async () => {
  const identify = () =>
    all.map((path) => {
      const { ino, mtimeNs } = lstatSync(join(output, path), { bigint: true });
      return [path, ino, mtimeNs];
    });
  const before = identify();
  write({
    "data/providers/one.yaml": `${provider("One").replace("name: One", "name: Uno")}formerly: [former-one]\n`,
  });
  await build();
  const after = identify();
  const changed = all.filter((_, index) => String(before[index]) !== String(after[index]));
  expect(changed).toEqual(telling(of("alpha", "gamma"), /\/..\//));
});

test("what is in the next output no more is counted", async () => {
  write({
    "data/sites/beta.yaml": "abstract: true\n",
    "data/sites/alpha.yaml": site("alpha", "one", "outputs: [fragment]\n"),
  });
  expect(await build()).toMatchObject({ written: 0, unchanged: 2 + 4, removed: 4 + 4 });
  expect(list(output)).toEqual([".cookie-ledger", manifestName, "alpha", "gamma"]);
});

test("nothing is rendered once something is wrong", async () => {
  write({ "data/sites/alpha.yaml": "nmae: x\n", "templates/page.njk": "{% once %}" });
  await expect(build()).rejects.toThrow(RegistryFaults);
});

test("all that is wrong is told, and the output stays", async () => {
  const before = readTree(output);
  write({
    "data/sites/beta.yaml": "nmae: x\n",
    "data/sites/gamma.yaml": site("gamma", "nobody"),
    "data/providers/one.yaml": provider("One").replace("name: One", "name: Uno"),
  });
  const error = await build().catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(RegistryFaults);
  const told = (error as RegistryFaults).diagnostics.map(({ location }) => location.file);
  expect(new Set(told)).toEqual(new Set(["data/sites/beta.yaml", "data/sites/gamma.yaml"]));
  expect(readTree(output)).toEqual(before);
});

test("a copy of an output is as good as the output, though its files are of another time", async () => {
  const copy = join(makeFolder(), "_site");
  cpSync(output, copy, { recursive: true });
  expect(await make(project, copy)).toMatchObject({
    written: 0,
    unchanged: all.length,
    isSame: true,
  });
});

describe("a build of some sites", () => {
  test("leaves the others as they are, and a build of all catches up with them", async () => {
    write({
      "data/providers/one.yaml": `${provider("One").replace("name: One", "name: Uno")}formerly: [former-one]\n`,
    });
    const { rendered, written } = await make(project, output, { siteIds: ["gamma"] });
    expect(rendered.toSorted()).toEqual(of("gamma"));
    expect(written).toBe(2);
    expect((await build()).rendered).toEqual(of("alpha"));
  });

  test("carries nothing over that a link leads to, and a build of all makes it anew", async () => {
    rmSync(join(output, "alpha"), { recursive: true });
    symlinkSync(project, join(output, "alpha"));
    await make(project, output, { siteIds: ["gamma"] });
    expect(existsSync(join(output, "alpha"))).toBe(false);
    expect((await build()).rendered).toEqual(of("alpha"));
  });
});
