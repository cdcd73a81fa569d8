import mammoth from "mammoth";
import { parse } from "parse5";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { once } from "../../../src/memo.ts";
import { planOutput } from "../../../src/site/build/eleventy.ts";
import { describeDocument } from "../../../src/site/papers/document.ts";
import { writeDocx } from "../../../src/site/papers/docx.ts";
import { readZip } from "../../../src/site/papers/zip.ts";
import { attributeOf, elementsIn, textOf, type Element } from "../rendering.ts";
import {
  everywhere,
  fold,
  hostile,
  hostilePolicy,
  manyScripts,
  printAll,
  samples,
  textOfPage,
  textOfBlocks,
} from "./papers.ts";

async function read(bytes: Uint8Array) {
  const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  expect(messages.filter(({ type }) => type === "error")).toEqual([]);
  return parse(value);
}

const files = await Promise.all(
  [samples(["page", "docx"]), everywhere(["page", "docx"], manyScripts)].map(async (registry) => {
    const pages = planOutput(registry, registry.sites.keys());
    return [...(await printAll(registry, ".docx"))].map(([path, bytes]) => ({
      path,
      bytes,
      html: pages.get(path.replace("policy.docx", "index.html"))!(),
    }));
  }),
);

const heads = (elements: readonly Element[]) =>
  elements
    .filter(({ tagName }) => /^h[1-6]$/.test(tagName))
    .map((one) => [one.tagName, fold(textOf(one))]);

const cells = (elements: readonly Element[]) =>
  elements.filter(({ tagName }) => /^t[dh]$/.test(tagName)).map((one) => fold(textOf(one)));

const xmlOf = (bytes: Uint8Array, path: string) =>
  Buffer.from(readZip(bytes).get(path)!).toString();

describe.each(files.flat())("$path", ({ path, bytes, html }) => {
  const readOnce = once(async () => read(bytes));

  test("says what the page says, in its order, with its heads and its tables", async () => {
    const document = await readOnce();
    expect(fold(textOf(document))).toBe(textOfPage(html));
    const page = elementsIn(parse(html)).filter(
      (element) => element.tagName === "h1" || element.tagName === "article",
    );
    const ofPage = page.flatMap((element) => [element, ...elementsIn(element)]);
    const elements = elementsIn(document);
    expect(heads(elements)).toEqual(heads(ofPage));
    expect(cells(elements)).toEqual(cells(ofPage));
    const tables = elements.filter(({ tagName }) => tagName === "table");
    const repeated = elements.filter(({ tagName }) => tagName === "thead");
    expect(repeated).toHaveLength(tables.length);
    expect(tables.length).toBeGreaterThan(1);
  });

  test("leads within itself to what it names, and outside as the page does", async () => {
    const elements = elementsIn(await readOnce());
    const ids = new Set(elements.flatMap((one) => attributeOf(one, "id") ?? []));
    const links = elements.flatMap((one) => attributeOf(one, "href") ?? []);
    const within = links.filter((href) => href.startsWith("#"));
    expect(within.length).toBeGreaterThan(3);
    expect(within.filter((href) => !ids.has(href.slice(1)))).toEqual([]);
    const outside = new Set(links.filter((href) => !href.startsWith("#")));
    const article = elementsIn(parse(html)).find(({ tagName }) => tagName === "article")!;
    const ofPage = elementsIn(article).flatMap((one) => attributeOf(one, "href") ?? []);
    expect(ofPage.filter((href) => !href.startsWith("#") && !outside.has(href))).toEqual([]);
  });

  test("knows its title, its language and its direction", () => {
    const [, tag = ""] = path.split("/");
    const [, title] = /<title>(.*?)<\/title>/.exec(html)!;
    const core = xmlOf(bytes, "docProps/core.xml");
    expect(core).toContain(`<dc:language>${tag}</dc:language>`);
    expect(fold(textOf(parse(core)))).toContain(fold(textOf(parse(title!))));
    expect(xmlOf(bytes, "word/styles.xml")).toContain(`<w:lang w:val="${tag}"`);
    const isRightToLeft = html.includes(`<html lang="${tag}" dir="rtl"`);
    expect(xmlOf(bytes, "word/document.xml").includes("<w:bidiVisual/>")).toBe(isRightToLeft);
  });
});

test("the same policy gives the same bytes, whatever the day", async () => {
  const policy = hostilePolicy("Town");
  const write = () => writeDocx(describeDocument(policy), policy);
  onTestFinished(() => void vi.useRealTimers());
  vi.setSystemTime("2026-11-01");
  const first = await write();
  vi.setSystemTime("2027-12-02");
  expect(Buffer.from(await write())).toEqual(Buffer.from(first));
});

test.each(hostile)("a text such as %j is text in Word, wherever it stands", async (text) => {
  const policy = hostilePolicy(text);
  const blocks = describeDocument(policy);
  const bytes = await writeDocx(blocks, policy);
  const document = await read(bytes);
  expect(fold(textOf(document))).toBe(fold(textOfBlocks(blocks)));
  const links = elementsIn(document).flatMap((one) => attributeOf(one, "href") ?? []);
  expect(links.filter((href) => href.startsWith("javascript"))).toEqual([]);
});
