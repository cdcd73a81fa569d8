import { describe, expect, test } from "vitest";
import { nameUnseen, suspiciousIn } from "../../src/source/characters.ts";
import { cpuMilliseconds } from "../cpu-time.ts";

const rulesIn = (text: string) => suspiciousIn(text).map(({ rule }) => rule);

describe("what cannot be seen belongs to a word", () => {
  test.each([
    ["a non-joiner in Persian", "کوکی\u200cها"],
    ["one between a Latin name and its Persian ending", "Matomo\u200cها"],
    ["a joiner in Sinhala", "ක්\u200dෂ"],
    ["a joiner in Hindi", "क्\u200dष"],
    ["a joiner at the end of an Arabic abbreviation", "ه\u200d."],
    ["a directional mark after Latin in Hebrew", "שפת C++\u200e, ועוד"],
    ["an Arabic letter mark", "قيمة \u061c-5"],
    ["a soft hyphen in German", "Daten\u00adschutz"],
    ["a picture of several", "👩\u200d💻 👩🏽\u200d🚀 ❤\ufe0f\u200d🔥"],
    ["a mark before an Arabic number, which can be seen", "\u0600\u0661"],
  ])("%s", (_, text) => {
    expect(rulesIn(text)).toEqual([]);
  });
});

describe("what cannot be seen belongs to no word", () => {
  test.each([
    ["a non-joiner in Latin", "se\u200cssion"],
    ["a second non-joiner", "کوکی\u200c\u200cX"],
    ["a joiner in Greek", "α\u200dβ"],
    ["a joiner of nothing", "\u200d"],
    ["a directional mark in Latin", "a\u200fb\nشرکت"],
    ["a soft hyphen at an end", "a\u00ad"],
    ["an override in Persian", "کوکی\u202eها"],
    ["an embedding in Hebrew", "ש\u202bב"],
    ["an isolate in Arabic", "ق\u2067ي"],
    ["a tag", "a\u{e0041}b"],
    ["a zero width space in Hindi", "क\u200bष"],
    ["a word joiner", "a\u2060b"],
    ["a Hangul filler", "a\u3164b"],
    ["a blank of Braille", "a\u2800b"],
  ])("%s", (_, text) => {
    expect(rulesIn(text)).toEqual(["invisible-character"]);
  });

  test("and a control character belongs nowhere", () => {
    expect(rulesIn("کوکی\u0007ها \ud800")).toEqual(["control-character", "control-character"]);
  });
});

test("what looks like nothing, or like a space, is named with its column", () => {
  expect(nameUnseen("2\u00a0years", 13)).toBe("U+00A0 (no-break space) at column 14");
  expect(nameUnseen("a\u{e0041}")).toBe("U+E0041 at column 2");
  expect(nameUnseen("2 years")).toBeUndefined();
});

test("a megabyte of what cannot be seen is looked at in no time", () => {
  const milliseconds = cpuMilliseconds(() => {
    suspiciousIn("\u200c".repeat(1_000_000));
    suspiciousIn("क\u200d".repeat(300_000));
  });
  expect(milliseconds).toBeLessThan(5000);
});
