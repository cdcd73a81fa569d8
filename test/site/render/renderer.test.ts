import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parse } from "parse5";
import { afterAll, describe, expect, test } from "vitest";
import type { Policy } from "../../../src/site/page/policy.ts";
import { contentSecurityPolicy } from "../../../src/site/render/style.ts";
import { arabic, choice, english, german, templates, wide } from "../policy.fixture.ts";
import { samplePages } from "../samples.ts";
import { attributeOf, outline, parseElements } from "../html-outline.ts";
import { createTextRenderer } from "../rendering.ts";

const renderer = createTextRenderer([templates]);
const folder = mkdtempSync(join(tmpdir(), "cookie-ledger-render-"));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([...samplePages])("%s takes less than 14 kB on its way", (_, html) => {
  expect(gzipSync(html).length).toBeLessThan(14_000);
});

describe("the page", () => {
  const page = parseElements(renderer.page(english));

  test.each([english, german, arabic, wide])("takes less than 14 kB on its way", (policy) => {
    expect(gzipSync(renderer.page(policy)).length).toBeLessThan(14_000);
  });

  test("tells programs its title, what it is about and the colours of its accent, and brings its icon", () => {
    const [metas, links] = ["meta", "link"].map((name) =>
      page.filter(({ tagName }) => tagName === name),
    );
    const content = (key: string, name: string) =>
      metas!.flatMap((meta) =>
        attributeOf(meta, key) === name ? attributeOf(meta, "content") : [],
      );
    expect(content("property", "og:title")).toEqual([english.documentTitle]);
    expect(content("name", "description")).toEqual([english.description]);
    expect(content("name", "theme-color")).toEqual([english.brand.light, english.brand.dark]);
    const icons = links!.filter((link) => attributeOf(link, "rel") === "icon");
    expect(icons.map((link) => attributeOf(link, "href"))).toEqual([english.icon]);
    expect(english.contentSecurityPolicy).toContain("img-src 'self' data:;");
  });

  test("has no description where there is none", () => {
    expect(renderer.page({ ...english, description: null })).not.toContain('name="description"');
  });

  test("allows its own stylesheet as the bytes between its tags", () => {
    const style = /<style>([^]*?)<\/style>/.exec(renderer.page(english))?.[1] ?? "";
    const policy = page.find((element) => attributeOf(element, "http-equiv") !== undefined);
    expect(attributeOf(policy!, "content")).toBe(contentSecurityPolicy(style));
  });

  test("has no policy where there is none", () => {
    expect(renderer.page({ ...english, contentSecurityPolicy: null })).not.toContain("http-equiv");
  });

  test("names itself and its alternates where their addresses are known", () => {
    const links = (policy: Policy) =>
      parseElements(renderer.page(policy))
        .filter((element) => element.tagName === "link" && attributeOf(element, "rel") !== "icon")
        .map((link) => ["rel", "hreflang", "href"].map((name) => attributeOf(link, name)));
    expect(links(english)).toEqual([
      ["alternate", "en", "https://portal.example/en/cookies"],
      ["alternate", "de", "https://portal.example/de/cookies"],
      ["alternate", "ar", "https://portal.example/ar/cookies"],
      ["canonical", undefined, "https://portal.example/en/cookies"],
    ]);
    expect(links({ ...english, alternates: [], canonical: null })).toEqual([]);
  });

  test("says which language it is in, and in which the others are", () => {
    const languages = page.filter(
      (element) => attributeOf(element, "hreflang") && element.tagName === "a",
    );
    expect(
      languages.map((link) => [attributeOf(link, "lang"), attributeOf(link, "aria-current")]),
    ).toEqual([
      ["en", "page"],
      ["de", undefined],
      ["ar", undefined],
    ]);
    expect(
      parseElements(renderer.page(arabic)).find(({ tagName }) => tagName === "html")?.attrs,
    ).toEqual([
      { name: "lang", value: "ar" },
      { name: "dir", value: "rtl" },
      { name: "data-title", value: arabic.documentTitle },
      { name: "data-updated", value: arabic.updated!.text },
    ]);
  });

  test("the page of a single language offers no choice of languages", () => {
    const ways = english.languages.ways.filter(({ current }) => current);
    const languages = { ...english.languages, ways };
    expect(renderer.page({ ...english, languages })).not.toContain('class="languages"');
  });

  test("leaves out of its foot what is not known", () => {
    const html = renderer
      .page({ ...english, controller: null, updated: null })
      .split("<footer")[1]!;
    expect(html).not.toContain(english.labels.controller);
    expect(html).not.toContain("<time");
  });
});

describe("the fragment", () => {
  const fragment = renderer.fragment(english);
  const elements = parseElements(fragment);

  test("is the article of the page, to the letter", () => {
    expect(fragment.trim()).toMatch(/^<article [^]*<\/article>$/);
    expect(renderer.page(english)).toContain(fragment.trim());
  });

  test("brings no style, no script and no image into a foreign document", () => {
    const names = new Set(elements.map(({ tagName }) => tagName));
    expect(["style", "script", "link", "img", "h1"].filter((name) => names.has(name))).toEqual([]);
    expect(elements.filter((element) => attributeOf(element, "style") !== undefined)).toEqual([]);
  });

  test("claims only ids of its own, each once", () => {
    const ids = elements.flatMap((element) => attributeOf(element, "id") ?? []);
    expect(ids.filter((id) => !id.startsWith("cookie-policy-"))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("links to nothing but whole addresses and places of its own", () => {
    const links = elements.flatMap((element) => attributeOf(element, "href") ?? []);
    const places = new Set(elements.flatMap((element) => attributeOf(element, "id") ?? []));
    const isKnown = (href: string) =>
      href.startsWith("#") ? places.has(href.slice(1)) : /^(https:|mailto:)/.test(href);
    expect(links.filter((href) => !isKnown(href))).toEqual([]);
  });

  test("the fragment without cookies and providers keeps only its prose", () => {
    const html = renderer.fragment({
      ...english,
      summary: { ...english.summary, ways: [], categories: [], facts: [] },
      groups: [],
      providers: [],
      rights: { passages: [], neutral: null },
    });
    expect(html).not.toMatch(/<table|<dl|<h3 id|summary/);
  });
});

test("a table has a caption, a heading for every column, and each row's names as its heading", () => {
  const tables = outline(parse(renderer.fragment(english)))
    .filter((line) => /^\s*(table|caption|th|td|@scope=.*)$/.test(line))
    .map((line) => line.trim());
  const row = ["td", "td", "th", "@scope=row", "td", "td"];
  const columns = (length: number) => Array.from({ length }, () => ["th", "@scope=col"]).flat();
  const expected = english.groups.flatMap(({ rows }) => [
    "table",
    "caption",
    ...columns(5),
    ...rows.flatMap(() => row),
  ]);
  const summary = ["table", "caption", ...columns(4), "th", "@scope=row", "td", "td", "td"];
  expect(tables).toEqual([...summary, ...expected]);
});

test("the rows of one provider are marked behind its first, where its name is a link no more", () => {
  const [head, ...others] = parseElements(renderer.fragment(english)).filter(
    ({ tagName, parentNode }) => tagName === "tr" && parentNode?.nodeName === "tbody",
  );
  expect([head, ...others].map((row) => attributeOf(row!, "class") ?? "")).toEqual([
    "",
    ...english.groups.flatMap(({ rows }) =>
      rows.map(({ continues }) => (continues ? "cookie-policy-continues" : "")),
    ),
  ]);
});

test("a cookie's name runs from left to right and is not translated, also in Arabic", () => {
  const names = arabic.groups.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.flatMap(({ items }) => items.filter(({ code }) => code))),
  );
  for (const { text } of names)
    expect(renderer.page(arabic).replaceAll("<wbr>", "")).toContain(
      `<bdi dir="ltr"><code translate="no">${text}</code></bdi>`,
    );
});

test("a cookie's name breaks behind its signs and nowhere else", () => {
  const item = { text: "_pk_id.<b>-1", href: null, code: true };
  const [group, ...others] = english.groups;
  const row = {
    continues: false,
    cells: [{ column: "name" as const, label: "", items: [item], notes: [] }],
  };
  const html = renderer.fragment({ ...english, groups: [{ ...group!, rows: [row] }, ...others] });
  expect(html).toContain(">_<wbr>pk_<wbr>id.<wbr>&lt;b&gt;-<wbr>1</code>");
});

describe("a template", () => {
  test("a template of the first folder stands before that of the next", () => {
    mkdirSync(join(folder, "components"));
    writeFileSync(
      join(folder, "components/footer.njk"),
      "{% macro footer(params) %}<footer>{{ params.site.name }}</footer>{% endmacro %}",
    );
    const html = createTextRenderer([folder, templates]).page(english);
    expect(html).toContain("<footer>DELWP</footer>");
    expect(html).toContain("<table");
  });

  test("a template that names what the policy does not hold fails instead of leaving a gap", () => {
    writeFileSync(join(folder, "fragment.njk"), "{{ policy.titel }}");
    expect(() => createTextRenderer([folder, templates]).fragment(english)).toThrow(/undefined/);
  });
});

test("the choice of languages names each in itself", () => {
  const links = parseElements(renderer.choice(choice)).filter(
    (element) => attributeOf(element, "hreflang") && element.tagName === "a",
  );
  expect(
    links.map((link) => ["href", "lang", "dir"].map((name) => attributeOf(link, name))),
  ).toEqual([
    ["en/index.html", "en", "ltr"],
    ["de/index.html", "de", "ltr"],
    ["ar/index.html", "ar", "rtl"],
  ]);
});

test("the choice of a single language leads there at once, that of several waits for the visitor", () => {
  const forward = (page: typeof choice) =>
    parseElements(renderer.choice(page)).flatMap((element) =>
      attributeOf(element, "http-equiv") === "refresh" ? [attributeOf(element, "content")] : [],
    );
  expect(forward({ ...choice, ways: choice.ways.slice(0, 1) })).toEqual(["0; url=en/index.html"]);
  expect(forward(choice)).toEqual([]);
});
