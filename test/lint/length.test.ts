import fc from "fast-check";
import { expect, test } from "vitest";
import { daysOfMonths, lengthInDays } from "../../src/lint/length.ts";
import { type Duration, parseDuration, units, writeDuration } from "../../src/registry/duration.ts";

const days = (text: string) => lengthInDays(parseDuration(text)!);

test.each([
  ["session", 0],
  ["12 hours", 0.5],
  ["30 minutes after last activity", 1 / 48],
  ["2 weeks by default", 14],
  ["12 months", 366],
  ["1 year", 366],
  ["up to 13 months", 397],
  ["persistent", Infinity],
])("%s lasts at most %d days", (text, length) => {
  expect(days(text)).toBe(length);
});

test.each([6, 12, 13, 24, 25])("%d months are nowhere longer than is reckoned", (months) => {
  const starts = Array.from({ length: 48 }, (_, index) => index);
  const lengths = starts.map(
    (start) => (Date.UTC(2020, start + months, 1) - Date.UTC(2020, start, 1)) / 86_400_000,
  );
  expect(daysOfMonths(months)).toBe(Math.max(...lengths));
});

test.each(["session", "1 year", "13 months", "up to 1 day", "2 weeks by default"])(
  "%s is written so",
  (text) => {
    expect(writeDuration(parseDuration(text)!)).toBe(text);
  },
);

test("a duration is written as it is read", () => {
  const length = fc.record({
    kind: fc.constant("length"),
    bound: fc.constantFrom("exact", "up-to", "by-default", "after-last-activity"),
    count: fc.integer({ min: 1, max: 9999 }),
    unit: fc.constantFrom(...units),
  });
  const kinds = fc.constantFrom({ kind: "session" }, { kind: "persistent" });
  fc.assert(
    fc.property(fc.oneof(length, kinds) as fc.Arbitrary<Duration>, (duration) => {
      expect(parseDuration(writeDuration(duration))).toEqual(duration);
    }),
  );
});
