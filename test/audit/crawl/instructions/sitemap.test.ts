import { describe, expect, test } from "vitest";
import { readSitemap } from "../../../../src/audit/crawl/instructions/sitemap.ts";
import { cpuMilliseconds } from "../../../cpu-time.ts";

const urlset = (...inner: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${inner.join("")}</urlset>`;

const locate = (address: string): string => `<url><loc>${address}</loc></url>`;

describe("a sitemap names", () => {
  test.each([
    ["https://a.example/x", "https://a.example/x"],
    ["\n  https://a.example/x\n", "https://a.example/x"],
    ["https://a.example/?a=1&amp;b=2", "https://a.example/?a=1&b=2"],
    ["https://a.example/&#252;&#xfc;", "https://a.example/üü"],
    ["<![CDATA[https://a.example/?a&b]]>", "https://a.example/?a&b"],
    ["https://a.example/&own;", "https://a.example/&own;"],
    ["https://a.example/&#x110000;", "https://a.example/&#x110000;"],
  ])("%j as %s", (inner, address) => {
    expect(readSitemap(urlset(locate(inner)))).toEqual({ isIndex: false, addresses: [address] });
  });

  test("pages alone, and neither their pictures nor what is commented out", () => {
    const picture = "<image:image><image:loc>https://a.example/a.png</image:loc></image:image>";
    const text = urlset(
      `<url><loc>https://a.example/</loc>${picture}</url>`,
      "<!--",
      locate("/x"),
      "-->",
    );
    expect(readSitemap(text)?.addresses).toEqual(["https://a.example/"]);
  });
});

test.each(["sm:", "ns-0:"])("the prefix %s of its names changes nothing", (prefix) => {
  const text = urlset(locate("https://a.example/x")).replaceAll(/(?<=<\/?)(?=\w)/g, prefix);
  expect(readSitemap(text)).toEqual({ isIndex: false, addresses: ["https://a.example/x"] });
});

test("an index of sitemaps is told from a sitemap", () => {
  const text = "<sitemapindex><sitemap><loc>https://a.example/1.xml</loc></sitemap></sitemapindex>";
  expect(readSitemap(text)).toEqual({ isIndex: true, addresses: ["https://a.example/1.xml"] });
});

test("a text has an address a line", () => {
  expect(readSitemap("\ufeffhttps://a.example/\r\n\nhttps://a.example/x")).toEqual({
    isIndex: false,
    addresses: ["https://a.example/", "https://a.example/x"],
  });
});

test.each(["", "<!doctype html><title>Not found</title>", "{}", "<rss></rss>"])(
  "%j is no sitemap",
  (text) => {
    expect(readSitemap(text)).toBeUndefined();
  },
);

describe("what is made to take long or much takes neither:", () => {
  test.each([
    [
      "entities that grow",
      urlset(`<!DOCTYPE x [<!ENTITY a "${"&b;".repeat(1000)}">]>`, locate("&a;")),
    ],
    ["what is never closed", `<urlset>${"<loc>".repeat(500_000)}`],
    ["comments that are never closed", `<urlset>${"<!--".repeat(500_000)}`],
    ["sections that are never closed", urlset(locate("<![CDATA[".repeat(200_000)))],
    ["more addresses than a sitemap may name", urlset(locate("/x").repeat(60_000))],
  ])("%s", (_, text) => {
    const milliseconds = cpuMilliseconds(() => {
      expect(readSitemap(text)!.addresses.length).toBeLessThanOrEqual(50_000);
    });
    expect(milliseconds).toBeLessThan(10_000);
  });
});
