import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRobots } from "../../../../src/audit/crawl/instructions/robots.ts";
import { cpuMilliseconds } from "../../../cpu-time.ts";

const allows = (robots: string, path: string): boolean =>
  readRobots(robots).allows(new URL(path, "https://www.example.org"));

const forAll = (...lines: readonly string[]): string => ["User-agent: *", ...lines].join("\n");

describe("the longest pattern decides", () => {
  test.each([
    [["Disallow: /a"], "/a/b", false],
    [["Disallow: /a"], "/A/b", true],
    [["Disallow: /a"], "/b/a", true],
    [["Disallow: /a/", "Allow: /a/b"], "/a/b/c", true],
    [["Allow: /a", "Disallow: /a/b"], "/a/b", false],
    [["Disallow: /a", "Allow: /a"], "/a", true],
    [["Disallow:"], "/a", true],
    [["Disallow: /"], "/a", false],
    [["Disallow: *.php$"], "/x/index.php", false],
    [["Disallow: *.php$"], "/x/index.php?a=1", true],
    [["Disallow: /*.php"], "/x/index.php?a=1", false],
    [["Disallow: /a$"], "/a", false],
    [["Disallow: /a$"], "/ab", true],
    [["Disallow: /*a*a$"], "/a", true],
    [["Disallow: /*?q="], "/search?q=all", false],
    [["Disallow: /ü"], "/%c3%bc/x", false],
    [["Disallow: /%C3%bc"], "/ü/x", false],
    [["Disallow: /a # not for robots"], "/a", false],
    [["disallow:/a"], "/a", false],
    [["Nonsense", "Disallow: /a"], "/a", false],
  ])("%j at %s: %s", (lines, path, expected) => {
    expect(allows(forAll(...lines), path)).toBe(expected);
  });
});

describe("the rules of this program go before those for all", () => {
  const ours = `User-agent: one\nUser-agent: Cookie-Ledger/1.0\nDisallow: /ours\nCrawl-delay: 3\n`;

  test("and stand beside those of another group of it", () => {
    const robots = `${ours}\n${forAll("Disallow: /")}\nUser-agent: cookie-ledger\nDisallow: /more\n`;
    const paths = ["/ours", "/more", "/other"];
    expect(paths.map((path) => allows(robots, path))).toEqual([false, false, true]);
    expect(readRobots(robots).delaySeconds).toBe(3);
  });

  test("but those of a program whose name begins alike do not", () => {
    expect(allows(`User-agent: cookie-ledger-two\nDisallow: /\n`, "/a")).toBe(true);
  });

  test("and a delay ends the naming of programs", () => {
    const robots = `User-agent: one\nCrawl-delay: 9\nUser-agent: *\nDisallow: /a\n`;
    expect(readRobots(robots).delaySeconds).toBeUndefined();
    expect(allows(robots, "/a")).toBe(false);
  });
});

test.each([
  "",
  "\ufeff",
  "<!doctype html><p>Disallow: /",
  "Disallow: /\nUser-agent: *",
  "\u0000\u0001",
])("%j asks for nothing", (text) => {
  expect(allows(text, "/a")).toBe(true);
});

test.each([
  ["\ufeffUser-agent: *\nDisallow: /a", "/a"],
  ["User-agent: *\rDisallow: /a", "/a"],
  ["User-agent: __proto__\nAllow: /\nUser-agent: *\nDisallow: /a", "/a"],
])("%j disallows /a", (text, path) => {
  expect(allows(text, path)).toBe(false);
});

test.each([
  ["Crawl-delay: 2.5", 2.5],
  ["Crawl-delay: -1", undefined],
  ["Crawl-delay: 1e9", undefined],
  ["Crawl-delay: soon", undefined],
])("%s is a delay of %s", (line, expected) => {
  expect(readRobots(forAll(line)).delaySeconds).toBe(expected);
});

test("patterns that are made to take long take none", () => {
  // As many as fit into what is read of a file.
  const rules = Array.from({ length: 280 }, () => `Disallow: ${"/*a".repeat(600)}b`);
  const path = `/${"a/".repeat(900)}`;
  const milliseconds = cpuMilliseconds(() => {
    expect(allows(forAll(...rules), path)).toBe(true);
  });
  expect(milliseconds).toBeLessThan(5000);
});

test("whatever a text holds, it is read, and answers for every address", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.webUrl(), (text, url) => {
      const robots = readRobots(forAll(`Disallow: ${text}`, text));
      expect(typeof robots.allows(new URL(url))).toBe("boolean");
    }),
  );
});
