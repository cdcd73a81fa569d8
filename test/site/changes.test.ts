import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { type Files, writeFiles } from "../project.ts";
import { all, files, of, provider, site, telling } from "./incremental/three-sites.ts";
import { original } from "./incremental/state.ts";
import { make } from "./build-in-process.ts";
import { makeFolder } from "./output/scratch.ts";
import { readTree } from "./output/site.ts";

let project: string;
let output: string;
const build = async () => {
  const { rendered, ...built } = await make(project, output);
  return { ...built, rendered: rendered.toSorted() };
};

beforeEach(async () => {
  project = writeFiles(makeFolder(), files);
  output = join(makeFolder(), "_site");
  await build();
});

describe("a change renders what shows it and nothing else:", () => {
  const terms = "title: Biscuits\n";
  test.each<readonly [string, Files, readonly string[], readonly string[]]>([
    [
      "a provider, also by a former id",
      {
        "data/providers/one.yaml": `${provider("One").replace("name: One", "name: Uno")}formerly: [former-one]\n`,
      },
      of("alpha", "gamma"),
      telling(of("alpha", "gamma"), /\/..\//),
    ],
    [
      "a provider that is only named",
      { "data/providers/three.yaml": provider("Drei") },
      of("beta"),
      telling(of("beta"), /\/..\//),
    ],
    [
      "a provider that only a site names",
      { "data/providers/four.yaml": provider("Vier") },
      of("gamma"),
      telling(of("gamma"), /\/..\//),
    ],
    ["a provider that nobody shows", { "data/providers/five.yaml": provider("Five") }, [], []],
    [
      "a remark in a site",
      { "data/sites/beta.yaml": `# remark\n${String(files["data/sites/beta.yaml"])}` },
      of("beta"),
      [],
    ],
    [
      "the name of a site",
      { "data/sites/beta.yaml": site("Beta", "two", "outputs: [page]\n") },
      of("beta"),
      telling(of("beta"), /html$/),
    ],
    [
      "the terms of a language",
      { "content/fr/terms.yaml": terms },
      telling(all, /\/fr\/|(alpha|beta|gamma)\/index/),
      telling(all, /(fr|alpha|beta|gamma)\/index/),
    ],
    [
      "an introduction",
      { "content/fr/sites/alpha.md": "Hello.\n" },
      ["alpha/fr/fragment.html", "alpha/fr/index.html", "alpha/index.html"],
      ["alpha/fr/fragment.html", "alpha/fr/index.html"],
    ],
    [
      "the introduction of a site that has no fragment",
      { "content/en/sites/beta.md": "Welcome.\n" },
      ["beta/en/index.html", "beta/index.html"],
      ["beta/en/index.html"],
    ],
    [
      "a section of all sites",
      { "content/en/policy/access.md": "Nobody.\n" },
      telling(of("alpha", "beta"), /\/en\/|(alpha|beta)\/index/),
      telling(of("alpha", "beta"), /\/en\//),
    ],
    [
      "a section of one site",
      { "content/fr/sites/alpha/access.md": "---\nafter:\n---\nPersonne.\n" },
      ["alpha/fr/fragment.html", "alpha/fr/index.html", "alpha/index.html"],
      ["alpha/fr/fragment.html", "alpha/fr/index.html"],
    ],
    [
      "a template",
      {
        "templates/components/row.njk": original("templates/components/row.njk").replace(
          "<tr",
          "<tr hidden",
        ),
      },
      all,
      telling(all, /\/..\//),
    ],
    [
      "the stylesheet",
      { "templates/page.css": `${original("templates/page.css")}b{}\n` },
      all,
      telling(all, /index.html$|_headers$/),
    ],
    [
      "the vocabulary",
      { "data/purposes.yaml": "remember-user: { category: preferences }\n" },
      all,
      telling(all, /\/..\//),
    ],
  ])("%s", async (_, changed, rendered, written) => {
    const before = readTree(output);
    writeFiles(project, changed);
    const built = await build();
    expect(built.rendered).toEqual(rendered);
    expect({ written: built.written, unchanged: built.unchanged }).toEqual({
      written: written.length,
      unchanged: all.length - written.length,
    });
    const after = readTree(output);
    expect(all.filter((path) => before[path] !== after[path])).toEqual(written);
    expect((await build()).rendered).toEqual([]);
  });
});
