import { expect, test } from "vitest";
import { parseDuration, units } from "../../src/vocabulary/duration.ts";
import { createFormat } from "../../src/site/page/format.ts";
import { loadShop, tags } from "./languages.ts";

const registry = loadShop();
const counts = [1, 2, 3, 5, 11, 21, 100];
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

const formatOf = (tag: string) => createFormat(tag, registry.languages.get(tag)!.terms.value);
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
        const words = print(tag, `${count} ${unit}s`).match(/\p{Script=Latin}+\.?/gu) ?? [];
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
  },
);
