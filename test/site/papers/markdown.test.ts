import MarkdownIt from "markdown-it";
import { parse } from "parse5";
import { describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { planOutput } from "../../../src/site/build/eleventy.ts";
import { describeDocument } from "../../../src/site/papers/document.ts";
import { legible } from "../../../src/site/papers/legible.ts";
import { writeMarkdown } from "../../../src/site/papers/markdown.ts";
import type { PaperBlock } from "../../../src/site/papers/paper-block.ts";
import { writeProject } from "../../project.ts";
import { loadRegistry } from "../../../src/registry/load.ts";
import { openProject } from "../../../src/registry/project.ts";
import { attributeOf, elementsIn, textOf } from "../rendering.ts";
import {
  everywhere,
  fold,
  hostile,
  hostilePolicy,
  samples,
  textOfPage,
  textOfBlocks,
} from "./papers.ts";

const reader = new MarkdownIt({ html: true });

function read(text: string) {
  const [, front = "", body = ""] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
  return {
    front: parseYaml(front) as Record<string, string>,
    body,
    page: parse(reader.render(body)),
  };
}

const plans = [samples, everywhere].flatMap((make) => {
  const registry = make(["page", "markdown"]);
  return [...planOutput(registry, registry.sites.keys())];
});
const files = new Map(plans);
const papers = [...files.keys()].filter((path) => path.endsWith(".md"));

test("every language of every site has its Markdown", () => {
  expect(papers.length).toBeGreaterThan(50);
});

describe.each(papers)("%s", (path) => {
  const html = files.get(path.replace("policy.md", "index.html"))!();
  const { front, page } = read(files.get(path)!());

  test("says what the page says, in its order", () => {
    expect(fold(textOf(page))).toBe(textOfPage(html));
  });

  test("has the tables, the links within the page, and their targets", () => {
    const tables = elementsIn(page).filter(({ tagName }) => tagName === "table");
    const ofPage = elementsIn(parse(html)).filter(({ tagName }) => tagName === "table");
    expect(tables.map((one) => fold(textOf(one)))).toEqual(
      ofPage.map((one) => {
        const caption = elementsIn(one).find(({ tagName }) => tagName === "caption")!;
        return fold(textOf(one)).slice(fold(textOf(caption)).length);
      }),
    );
    const links = elementsIn(page).flatMap((one) =>
      one.tagName === "a" ? (attributeOf(one, "href") ?? []) : [],
    );
    const targets = new Set(elementsIn(page).flatMap((one) => attributeOf(one, "id") ?? []));
    const within = links.filter((href) => href.startsWith("#"));
    expect(within.length).toBeGreaterThan(3);
    expect(within.filter((href) => !targets.has(href.slice(1)))).toEqual([]);
  });

  test("says in front what it is", () => {
    const tag = path.split("/")[1];
    expect(front).toMatchObject({ lang: tag, dir: /^(?:ar|he)$/.test(tag!) ? "rtl" : "ltr" });
    expect(html).toContain(`<h1>${front["title"]}</h1>`);
    expect(fold(textOf(page))).toContain(fold(front["description"]!));
  });
});

test("the page links its Markdown, which other origins may read", () => {
  const [first] = papers;
  const [site, tag] = first!.split("/");
  expect(files.get(`${site}/${tag}/index.html`)!()).toContain(
    '<link rel="alternate" type="text/markdown" href="policy.md">',
  );
  expect(files.get(`${site}/_headers`)!()).toContain(
    `/${tag}/policy.md\n  Access-Control-Allow-Origin: *\n`,
  );
});

test("a project chooses its own front matter", () => {
  const folder = writeProject({
    "data/sites/town.yaml":
      "name: Town\nurl: https://town.example\nlanguages: [en]\nproviders: [example-shop]\noutputs: [markdown]\n",
    "templates/policy.md.njk":
      "+++\ntitle = {{ policy.title | dump | safe }}\n+++\n{{ body | safe }}",
  });
  const { registry } = loadRegistry(openProject(folder));
  const plan = planOutput(registry, registry.sites.keys());
  expect([...plan.keys()]).toEqual(["town/en/policy.md", "town/_headers"]);
  expect(plan.get("town/en/policy.md")!()).toMatch(/^\+\+\+\ntitle = "Cookies policy"\n\+\+\+\n# /);
});

describe.each(hostile)("a text such as %j", (text) => {
  const blocks = describeDocument(hostilePolicy(text));

  test("is text in Markdown, wherever it stands", () => {
    const page = parse(reader.render(writeMarkdown(blocks)));
    expect(fold(textOf(page))).toBe(fold(textOfBlocks(blocks)));
    const tags = new Set(elementsIn(page).map(({ tagName }) => tagName));
    expect([...tags].filter((tag) => /^(?:script|img|pre|b)$/.test(tag))).toEqual([]);
    const links = elementsIn(page).map((one) => attributeOf(one, "href") ?? "");
    expect(links.filter((href) => href.startsWith("javascript"))).toEqual([]);
  });

  test("is a name in Markdown", () => {
    const runs = [{ text: legible(text), code: true }];
    const cell: PaperBlock = {
      kind: "table",
      caption: "",
      heads: ["a", "b"],
      nameColumn: 0,
      rows: [[[runs], [[{ text: "last" }]]]],
    };
    const page = parse(reader.render(writeMarkdown([{ kind: "paragraph", runs }, cell])));
    const name = fold(legible(text));
    expect(fold(textOf(page))).toBe(`${name}ab${name}last`);
  });
});
