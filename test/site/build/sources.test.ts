import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openRegistry } from "../../../src/registry/open.ts";
import { openProject } from "../../../src/registry/project.ts";
import { environmentHashOf } from "../../../src/site/build/sources.ts";
import { hashAll, hashOf } from "../../../src/site/output/hash.ts";
import type { Mode } from "../../../src/site/page/policy.ts";
import { templatesOf } from "../../../src/site/render/site-files.ts";
import { temporaryFolder, writeFiles } from "../../project.ts";

test("a fingerprint is 22 characters that stand in any file name, the same for text and bytes", () => {
  expect(hashOf("cookie")).toBe("1-g-KKBLU35kQkVGsUyvm2");
  expect(hashOf(Buffer.from("cookie"))).toBe(hashOf("cookie"));
});

test("nothing moves from one text to the next unseen", () => {
  const all = [["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["", "abc"], ["1:a"], ["a"], []];
  expect(new Set(all.map(hashAll)).size).toBe(all.length);
});

describe("of the house", () => {
  const houseOf = (folder: string, mode: Mode = "published", runtime = "v1") => {
    const project = openProject(folder);
    return environmentHashOf(openRegistry(project).vocabulary, templatesOf(project), mode, runtime);
  };

  test("is the same again, whatever sites, providers and words a project has", () => {
    const bare = houseOf(temporaryFolder());
    const project = writeFiles(temporaryFolder(), {
      "data/sites/a.yaml": "abstract: true\n",
      "data/providers/b.yaml": "name: B\ncookies: []\n",
      "content/en/sites/a.md": "Hello\n",
    });
    expect(houseOf(project)).toBe(bare);
  });

  test("tells modes and runtimes apart", () => {
    const project = temporaryFolder();
    const all = [
      houseOf(project),
      houseOf(project, "preview"),
      houseOf(project, "published", "v2"),
    ];
    expect(new Set(all).size).toBe(3);
  });

  test.each([
    ["a template", "templates/components/row.njk"],
    ["the stylesheet", "templates/page.css"],
    ["the purposes", "data/purposes.yaml"],
    ["the functions", "data/functions.yaml"],
  ])("changes with %s, however that is overlaid", (_, path) => {
    const project = temporaryFolder();
    const seen = [houseOf(project)];
    for (const text of ["sell-data: {}\n", "sell-datum: {}\n"]) {
      writeFiles(project, { [path]: text });
      seen.push(houseOf(project));
    }
    expect(new Set(seen).size).toBe(3);
  });

  test("changes with a template behind a link, be it to the file or to its folder", () => {
    const project = temporaryFolder();
    const elsewhere = join(project, "shared");
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, "page.njk"), "0");
    mkdirSync(join(project, "templates"));
    symlinkSync(join(elsewhere, "page.njk"), join(project, "templates/page.njk"));
    symlinkSync(elsewhere, join(project, "templates/components"));
    const seen = [houseOf(project)];
    for (const [name, text] of [
      ["page.njk", "1"],
      ["page.njk", "2"],
      ["row.njk", "1"],
      ["row.njk", "2"],
    ] as const) {
      writeFileSync(join(elsewhere, name), text);
      seen.push(houseOf(project));
    }
    expect(new Set(seen).size).toBe(5);
  });

  test("ends where links lead in a circle", () => {
    const project = writeFiles(temporaryFolder(), { "templates/page.njk": "" });
    symlinkSync("..", join(project, "templates/again"));
    symlinkSync(".", join(project, "templates/self"));
    expect(houseOf(project)).toHaveLength(22);
  });
});
