import { cpSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { manifestName } from "../../src/site/output/folder.ts";
import { type Files, temporaryFolder, writeFiles } from "../project.ts";
import { mixed, plain } from "../registry/mixed.ts";
import { original } from "../site/incremental/state.ts";
import { readTree, type Tree } from "../site/output/site.ts";
import { run } from "./run.ts";
import { runAlone } from "./start.ts";

/** A template of the user's in the midst of all others, and a page with a macro of its own by both tags. */
const templates: Files = {
  "templates/components/row.njk": original("templates/components/row.njk").replace(
    "<tr{% if",
    "<tr data-mine{% if",
  ),
  "templates/own.njk": '{% macro own(params) %}<p class="own">{{ params.tag }}</p>{% endmacro %}\n',
  "templates/page.njk": original("templates/page.njk")
    .replace("<!DOCTYPE html>", '{% from "own.njk" import own %}\n<!DOCTYPE html>')
    .replace(
      "</main>",
      "{% once own(policy.language) %}{% each own(policy.languages.ways) %}</main>",
    ),
};

const folder = temporaryFolder();

function pagesIn(name: string): Tree {
  const { [manifestName]: _, ...pages } = readTree(join(folder, name));
  return pages;
}

async function build(files: Files | undefined, name: string, ...words: readonly string[]) {
  if (files) writeFiles(join(folder, `${name}-project`), files);
  const project = files ? `${name}-project` : "native-project";
  const { status, stdout, stderr } = await runAlone(
    folder,
    "build",
    "--project",
    project,
    "--output",
    name,
    ...words,
  );
  if (status !== 0) throw new Error(stdout + stderr);
  return pagesIn(name);
}

/** What a build of Eleventy's own pages makes of tables and YAML together. */
let pages: Tree;
beforeAll(async () => {
  pages = await build({ ...mixed, ...templates }, "native");
});

test("templates of the user's have their effect, within components too, and by once and each", () => {
  const html = pages["alpha/fr/index.html"]!;
  expect(html).toContain("<tr data-mine>");
  expect(html.match(/<p class="own">..<\/p>/g)).toEqual([
    '<p class="own">fr</p>',
    '<p class="own">en</p>',
    '<p class="own">fr</p>',
  ]);
});

describe("a build makes the same bytes", () => {
  test("a build in bulk makes the same bytes, whether the sites are rows or files", async () => {
    expect(await build({ ...plain, ...templates }, "bulk", "--bulk")).toEqual(pages);
  });

  test("builds of one site after the other make the same bytes", async () => {
    await build(undefined, "alone", "--site", "alpha", "--bulk");
    expect(Object.keys(pagesIn("alone")).every((path) => path.startsWith("alpha/"))).toBe(true);
    await build(undefined, "alone", "--site", "gamma");
    expect(await build(undefined, "alone", "--site", "beta", "--bulk")).toEqual(pages);
  });

  test("builds in shards make the same bytes, merge by copying and share no page", async () => {
    const names = ["1", "2", "3"];
    const shards = await Promise.all(
      names.map((index) =>
        build(
          undefined,
          `shard-${index}`,
          "--shard",
          `${index}/3`,
          ...(index === "2" ? [] : ["--bulk"]),
        ),
      ),
    );
    const paths = shards.flatMap((shard) => Object.keys(shard));
    expect(paths.toSorted()).toEqual(Object.keys(pages).toSorted());
    for (const index of names)
      cpSync(join(folder, `shard-${index}`), join(folder, "merged"), { recursive: true });
    expect(pagesIn("merged")).toEqual(pages);
    expect(await build(undefined, "merged", "--bulk")).toEqual(pages);
  });

  test("a build over an output of the other kind leaves it as it is", async () => {
    cpSync(join(folder, "native"), join(folder, "again"), {
      recursive: true,
      preserveTimestamps: true,
    });
    expect(await build(undefined, "again", "--bulk")).toEqual(pages);
    const { stdout } = await runAlone(
      folder,
      "build",
      "--project",
      "native-project",
      "--output",
      "again",
      "--json",
    );
    expect(JSON.parse(stdout)).toMatchObject({
      written: 0,
      unchanged: Object.keys(pages).length,
      removed: 0,
      bytes: 0,
    });
  });
});

const abstract: Files = { "data/sites/platform.yaml": "abstract: true\nname: Nobody\n" };

test("sites that are all abstract are nothing to build, in bulk as else, and the last site stays", async () => {
  await build({ ...plain }, "gone", "--bulk");
  const before = pagesIn("gone");
  writeFiles(join(folder, "gone-abstract"), abstract);
  for (const words of [[], ["--bulk"]]) {
    const command = ["build", "--project", "gone-abstract", "--output", "gone", ...words];
    // In bulk it builds in threads, which take the package as it is compiled.
    const { status, stdout, stderr } = await (words.length > 0
      ? runAlone(folder, ...command)
      : run(folder, command));
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toBe(
      "no site to build: every file in data/sites is abstract, or there is none\n",
    );
    expect(pagesIn("gone")).toEqual(before);
  }
});

test.each([[], ["--bulk"]])(
  "a site that is only a parent is none to build (%j)",
  async (...words) => {
    writeFiles(join(folder, "parent-project"), plain);
    const command = [
      "build",
      "--project",
      "parent-project",
      "--output",
      "parent",
      "--site",
      "platform",
    ];
    const { status, stdout, stderr } = await run(folder, [...command, ...words]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain('unknown site "platform"');
  },
);

test.each([
  [["--shard", "0/8"], 'bad shard "0/8"'],
  [["--shard", "9/8", "--bulk"], 'bad shard "9/8"'],
  [["--shard", "x"], 'bad shard "x"'],
  [["--shard", "1/2", "--site", "alpha"], "both --shard and --site"],
])("%j is a slip of the command line and builds nothing", async (words, reason) => {
  const { status, stdout, stderr } = await run(folder, [
    "build",
    "--project",
    "native-project",
    "--output",
    "slip",
    ...words,
  ]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain(reason);
});
