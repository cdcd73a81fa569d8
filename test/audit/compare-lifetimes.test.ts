import { expect, test } from "vitest";
import { compareLength, durationOf, writeLifetime } from "../../src/audit/compare-lifetimes.ts";
import { type Duration, parseDuration, writeDuration } from "../../src/vocabulary/duration.ts";
import fc from "fast-check";

const minute = 60;
const day = 86_400;

const length = (text: string) => parseDuration(text) as Extract<Duration, { kind: "length" }>;

const seen = (seconds: number, capped = false) => ({ kind: "length", seconds, capped }) as const;

test.each([
  // A month has 28 to 31 days, a year 365 or 366.
  ["1 month", 27 * day, "equal"],
  ["1 month", 26.9 * day, "shorter"],
  ["1 month", 32 * day, "equal"],
  ["1 month", 32.1 * day, "longer"],
  ["1 year", 357.7 * day, "equal"],
  ["1 year", 357.6 * day, "shorter"],
  ["1 year", 373.3 * day, "equal"],
  ["1 year", 373.4 * day, "longer"],
  // A day, where that is more than 2 %.
  ["1 day", 2 * day, "equal"],
  ["1 day", 2 * day + 1, "longer"],
  ["2 weeks", 15 * day, "equal"],
  ["2 weeks", 13 * day - 1, "shorter"],
  ["100 days", 102 * day, "equal"],
  ["100 days", 102 * day + 1, "longer"],
  // A minute for lengths of hours and less.
  ["30 minutes", 31 * 60, "equal"],
  ["30 minutes", 31 * 60 + 1, "longer"],
  ["30 minutes", 29 * 60 - 1, "shorter"],
  ["24 hours", 1.02 * day, "equal"],
  ["24 hours", 1.03 * day, "longer"],
  ["10 seconds", 70, "equal"],
  // Whatever the bound, the length is the same.
  ["up to 13 months", 356 * day, "shorter"],
  ["up to 13 months", 420 * day, "longer"],
] as const)("%s against %d seconds is %s", (declared, seconds, expected) => {
  expect(compareLength(length(declared), seen(seconds))).toBe(expected);
});

test.each([
  ["2 years", 400, "equal"],
  ["2 years", 399, "equal"],
  ["2 years", 401, "equal"],
  ["2 years", 398.9, "shorter"],
  ["2 years", 401.1, "shorter"],
  ["2 years", 800, "longer"],
  ["401 days", 400, "equal"],
  ["1 year", 400, "longer"],
] as const)("%s against %d days, near the limit of browsers, is %s", (declared, days, expected) => {
  expect(compareLength(length(declared), seen(days * day))).toBe(expected);
});

test("what the browser has cut agrees with every longer length, and with no shorter one", () => {
  expect(compareLength(length("10 years"), seen(399.95 * day, true))).toBe("equal");
  expect(compareLength(length("1 year"), seen(399.95 * day, true))).toBe("longer");
});

test.each([
  [seen(30 * day), "30 days"],
  [seen(30 * day - 40), "30 days"],
  [seen(365 * day), "1 year"],
  [seen(730.5 * day), "2 years"],
  [seen(400 * day), "400 days"],
  [seen(400 * day, true), "400 days or more"],
  [seen(51.7 * day), "52 days"],
  [seen(1.5 * day), "36 hours"],
  [seen(1800), "30 minutes"],
  [seen(90), "90 seconds"],
  [seen(50.4 * 365 * day), "50 years"],
  [seen(27.45 * 365 * day), "9999 days"],
  [seen(0), "1 second"],
  [seen(1e12), "9999 years"],
  [{ kind: "session" }, "session"],
  [{ kind: "persistent" }, "persistent"],
  [{ kind: "unknown" }, "unknown"],
] as const)("%j is told as %s", (lifetime, expected) => {
  expect(writeLifetime(lifetime)).toBe(expected);
});

test("what is told can be written into a registry, and agrees with what was seen", () => {
  const most = 9000 * 365 * day;
  const lengths = fc.oneof(
    ...[minute, 60 * minute, 20 * day, 110 * 365 * day, most].map((max) =>
      fc.integer({ min: 1, max }),
    ),
  );
  fc.assert(
    fc.property(lengths, (seconds) => {
      const written = writeDuration(durationOf(seen(seconds))!);
      expect(compareLength(length(written), seen(seconds))).toBe("equal");
    }),
    { numRuns: 2000 },
  );
});
