import { expect, test } from "vitest";
import { parseDuration, units } from "../../src/vocabulary/duration.ts";
import { memoizeByText } from "../../src/memo.ts";
import { createFormat } from "../../src/site/page/format.ts";
import { loadShop, tags } from "./languages.ts";

const registry = loadShop();
const counts = [1, 2, 3, 4, 5, 7, 10, 11, 18, 21, 100];
const forms = (length: string) => [
  length,
  `up to ${length}`,
  `${length} by default`,
  `${length} after last activity`,
];

const nested = [
  "5 minutes to 2 weeks",
  "session or 30 days",
  "up to 1 year by default",
  "session or 1 day after last activity",
  "5 days to 2 years by default after last activity",
];

const formatOf = memoizeByText((tag) =>
  createFormat(tag, registry.languages.get(tag)!.terms.value),
);
const print = (tag: string, text: string, renewing = false) =>
  formatOf(tag)
    .duration(parseDuration(text)!, renewing)
    .replaceAll(/[\u00a0\u202f]/g, " ");

test("every form of duration in every language", async () => {
  const lines = tags.flatMap((tag) => [
    `# ${tag}`,
    ...["session", "persistent"].map((text) => print(tag, text)),
    ...units.flatMap((unit) => counts.map((count) => print(tag, `${count} ${unit}s`))),
    ...forms("13 months")
      .slice(1)
      .map((text) => print(tag, text)),
    ...nested.map((text) => print(tag, text)),
    print(tag, "13 months", true),
    "",
  ]);
  await expect(lines.join("\n")).toMatchFileSnapshot("durations.txt");
});

/** Words that a language shares with English. */
const shared: Readonly<Record<string, readonly string[]>> = {
  fr: ["minute", "minutes"],
  hr: ["minute"],
  nl: ["week"],
  ro: ["minute"],
  sl: ["minute"],
};

test.each(tags.filter((tag) => tag !== "en"))(
  "%s abbreviates nothing and leaves nothing in English",
  (tag) => {
    const english = new Set(
      units.flatMap((unit) =>
        counts.flatMap((count) => print("en", `${count} ${unit}s`).split(" ")),
      ),
    );
    for (const unit of units)
      for (const count of counts) {
        const words = print(tag, `${count} ${unit}s`).match(/[\p{Script=Latin}-]+\.?/gu) ?? [];
        for (const word of words) {
          expect([unit, word, word.endsWith(".") || word.length < 2]).toEqual([unit, word, false]);
          const isShared = (shared[tag] ?? []).includes(word);
          expect([unit, word, english.has(word) && !isShared]).toEqual([unit, word, false]);
        }
      }
  },
);

test.each(tags)(
  "dates of %s are of the Gregorian calendar, whatever the machine's time zone",
  (tag) => {
    const date = formatOf(tag).date("2026-11-01");
    expect(date).toMatch(/2026/);
    expect(date).toMatch(/(^|\D)0?1(\D|$)/);
    expect(date).not.toMatch(/[()]/);
  },
);

test.each([
  ["eu", "2026-11-01", "2026ko azaroaren 1a"],
  ["eu", "2025-12-31", "2025eko abenduaren 31"],
  ["eu", "2030-02-11", "2030eko otsailaren 11"],
  ["eu", "2031-03-20", "2031ko martxoaren 20a"],
  ["fr", "2026-11-01", "1er novembre 2026"],
  ["fr", "2026-11-11", "11 novembre 2026"],
  ["pt-BR", "2026-11-01", "1º de novembro de 2026"],
  ["it", "2026-11-01", "1º novembre 2026"],
  ["el", "2026-11-01", "1η Νοεμβρίου 2026"],
  ["pl", "2026-11-23", "23 listopada 2026 r."],
])("a date in %s, %s, is %s", (tag, iso, text) => {
  expect(formatOf(tag).date(iso)).toBe(text);
});

test.each([
  ["ga", "18 months", "18 mí"],
  ["ga", "24 months", "24 mhí"],
  ["ga", "11 years", "11 bhliain"],
  ["ga", "17 years", "17 mbliana"],
  ["ga", "20 years", "20 bliain"],
  ["cy", "4 years", "4 blynedd"],
  ["cy", "5 years", "5 mlynedd"],
  ["cy", "2 years", "2 flynedd"],
  ["de", "up to 1 year by default", "Standardmäßig höchstens 1 Jahr"],
])("a length of time in %s, %s, is %s", (tag, length, text) => {
  expect(print(tag, length)).toBe(text);
});

test.each([
  ["en", "A, B, C"],
  ["cy", "A, B, C"],
  ["he", "A, B, C"],
  ["ar", "A، B، C"],
  ["ja", "A、B、C"],
])("a list in %s is %s", (tag, text) => {
  expect(formatOf(tag).list(["A", "B", "C"])).toBe(text);
});
