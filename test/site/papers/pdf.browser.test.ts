import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parse } from "parse5";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { type Press, withPress } from "../../../src/site/papers/pdf.ts";
import { planOutput } from "../../../src/site/build/eleventy.ts";
import { findChromium, installFontsOnce } from "../../chromium.ts";
import { elementsIn, textOf } from "../rendering.ts";
import { everywhere, hostilePolicy, printAll, samples } from "./papers.ts";
import { readPdf } from "./read-pdf.ts";

process.env["FONTCONFIG_FILE"] = await installFontsOnce();
const { signal } = new AbortController();
const browser = await findChromium();
const printWith = async <Result>(use: (press: Press) => Promise<Result>): Promise<Result> =>
  withPress({ isRoot: true, signal, ...(browser !== undefined && { browser }) }, use);

const registry = everywhere(["page", "pdf"], ["en", "ar", "ja"]);
const pages = planOutput(registry, registry.sites.keys());
let printed: ReadonlyMap<string, Uint8Array>;
beforeAll(async () => {
  printed = await printWith(async (press) => printAll(registry, ".pdf", press));
});

/** Letters alone: fonts have signs for several of them, and lines break wherever they must. */
const letters = (text: string): string => text.normalize("NFKC").replaceAll(/[^\p{L}\p{N}]/gu, "");

/** In an outline words from right to left stand in another order, and what several fonts draw stands twice. */
const lettersIn = (text: string): string => [...new Set(letters(text))].toSorted().join("");

/** What is printed of a page: all but its ways to elsewhere. */
const printedElements = (html: string) => {
  const elements = elementsIn(parse(html));
  const ways = elements.filter(({ tagName }) => tagName === "nav" || tagName === "footer");
  const hidden = new Set(ways.flatMap((way) => elementsIn(way)));
  return elements.filter((element) => !hidden.has(element));
};

describe.each(["en", "ar", "ja"])("in %s", (tag) => {
  const path = `everywhere/${tag}/policy.pdf`;
  const elements = printedElements(pages.get(`everywhere/${tag}/index.html`)!());

  // Of Arabic letters a browser draws parts that stand for none: what is read back there are names.
  test("holds every cell of the page", async () => {
    const read = await readPdf(printed.get(path)!);
    const text = letters(read.pages.map((one) => one.text).join(" "));
    const pattern = tag === "ar" ? /^code$/ : /^(?:t[dh]|d[dt]|h[1-6])$/;
    const cells = elements.filter(({ tagName }) => pattern.test(tagName)).map(textOf);
    expect(cells.length).toBeGreaterThan(tag === "ar" ? 20 : 200);
    expect(cells.filter((cell) => !text.includes(letters(cell)))).toEqual([]);
    const roles = read.pages.flatMap((one) => one.roles);
    for (const [element, role] of [
      ["td", "TD"],
      ["th", "TH"],
    ] as const)
      expect(roles.filter((one) => one === role).length).toBeGreaterThanOrEqual(
        elements.filter(({ tagName }) => tagName === element).length,
      );
  });

  test("is tagged, and knows its heads, its title and its language", async () => {
    const { pages: all, info, isTagged, outline } = await readPdf(printed.get(path)!);
    expect(isTagged).toBe(true);
    const roles = new Set(all.flatMap((one) => one.roles));
    for (const role of [
      "Document",
      "H1",
      "H2",
      "H3",
      "P",
      "L",
      "LI",
      "Table",
      "TR",
      "TH",
      "TD",
      "Link",
    ])
      expect([...roles]).toContain(role);
    const heads = elements.filter(({ tagName }) => /^h[1-4]$/.test(tagName)).map(textOf);
    expect(outline.map(lettersIn)).toEqual(heads.map(lettersIn));
    const title = elements.find(({ tagName }) => tagName === "title")!;
    expect(letters(String(info["Title"]))).toBe(letters(textOf(title)));
    expect(info).toMatchObject({ Language: tag, CreationDate: "D:20261123000000+00'00'" });
  });

  test("names itself, its day and the number of each page at the foot", async () => {
    const { pages: all } = await readPdf(printed.get(path)!);
    for (const [index, { text }] of all.entries())
      expect(letters(text)).toContain(`${index + 1}${all.length}`);
  });
});

test("nothing in it tells of the browser or of the day on which it was printed", () => {
  for (const bytes of printed.values()) {
    const text = Buffer.from(bytes).toString("latin1");
    expect(text).not.toMatch(/Mozilla|Chrome\/|\/Creator/);
    expect(new Set(text.match(/\(D:\d{8}/g))).toEqual(new Set(["(D:20261123"]));
  }
});

test("the same browser prints the same bytes again, whatever else it printed before", async () => {
  const again = await printWith(async (press) => {
    await printAll(samples(["pdf"]), "delwp/fr/policy.pdf", press);
    return printAll(registry, ".pdf", press);
  });
  for (const [path, bytes] of printed)
    expect(Buffer.from(again.get(path)!).equals(bytes)).toBe(true);
});

test("a policy without a day has none in its PDF, and nothing of a page asks the network", async () => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const there = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const { title } = hostilePolicy("<b>&amp;| =1+1");
  const html = `<!doctype html><html lang=en><title>Hostile</title><link rel=stylesheet href="${there}"><h1>Hostile</h1><img src="${there}a.png" alt=""><script src="${there}a.js"></script><iframe src="${there}"></iframe><p>${title.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`;
  const page = {
    address: "https://town.example/",
    html: Buffer.from(html),
    footer: Buffer.from("<span></span>"),
    date: null,
  };
  const bytes = await printWith(async ({ pdf }) => pdf(page));
  const { info, pages: all } = await readPdf(bytes);
  expect(info).not.toHaveProperty("CreationDate");
  expect(all[0]!.text).toContain("<b>&amp;| =1+1");
  expect(asked).toBe(0);
});

test("without a browser one sentence says what is missing, and none is started for other papers", async () => {
  const page = {
    address: "https://town.example/",
    html: Buffer.of(),
    footer: Buffer.of(),
    date: null,
  };
  const missing = { isRoot: true, signal, browser: "/no/browser" };
  await expect(withPress(missing, async ({ pdf }) => pdf(page))).rejects.toThrow(
    'there is no browser at "/no/browser"',
  );
  expect(await withPress(missing, async () => "done")).toBe("done");
});
