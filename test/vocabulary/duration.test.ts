import fc from "fast-check";
import { expect, test } from "vitest";
import { durationPattern, parseDuration, writeDuration } from "../../src/vocabulary/duration.ts";

test.each([
  ["session", { kind: "session" }],
  ["persistent", { kind: "persistent" }],
  ["1 year", { kind: "length", bounds: [], count: 1, unit: "year" }],
  ["30 seconds", { kind: "length", bounds: [], count: 30, unit: "second" }],
  ["up to 13 months", { kind: "length", bounds: ["up-to"], count: 13, unit: "month" }],
  ["2 weeks by default", { kind: "length", bounds: ["by-default"], count: 2, unit: "week" }],
  [
    "30 minutes after last activity",
    { kind: "length", bounds: ["after-last-activity"], count: 30, unit: "minute" },
  ],
  ["not stated", { kind: "not-stated" }],
  [
    "up to 2 weeks by default after last activity",
    {
      kind: "length",
      bounds: ["up-to", "by-default", "after-last-activity"],
      count: 2,
      unit: "week",
    },
  ],
  [
    "5 minutes to 2 weeks",
    {
      kind: "length",
      bounds: [],
      count: 2,
      unit: "week",
      minimum: { count: 5, unit: "minute" },
    },
  ],
  ["session or 14 days", { kind: "length", bounds: [], count: 14, unit: "day", orSession: true }],
] as const)("reads %s, and writes it again", (text, duration) => {
  expect(parseDuration(text)).toEqual(duration);
  expect(writeDuration(duration)).toBe(text);
});

test.each([
  "",
  "0 days",
  "1.5 days",
  "12 months ",
  "12  months",
  "2 weeks after last activity by default",
  "up to session",
  "a year",
  "1 fortnight",
  "99999 days",
  "-1 day",
  "toString",
])("refuses %j", (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

test("the pattern of the editor's schema accepts what the reader accepts", () => {
  const pattern = new RegExp(durationPattern);
  const words = [
    "up",
    "to",
    "1",
    "13",
    "month",
    "months",
    "days",
    "by",
    "default",
    "after",
    "last",
    "activity",
    "session",
  ];
  const texts = fc
    .array(fc.constantFrom(...words), { maxLength: 6 })
    .map((parts) => parts.join(" "));
  fc.assert(
    fc.property(texts, (text) => {
      expect(pattern.test(text)).toBe(parseDuration(text) !== undefined);
    }),
    { numRuns: 2000, seed: 1 },
  );
});

test.each([
  ["Session", "session"],
  ["1 Year", "1 year"],
  ["Up to 6 Months", "up to 6 months"],
])("reads %j as %j", (written, text) => {
  expect(parseDuration(written)).toEqual(parseDuration(text));
});
