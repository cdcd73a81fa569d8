import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { endsOf, matches } from "../../src/vocabulary/name-pattern.ts";

/** Every text of these letters up to a length, the empty one first. */
function textsUpTo(length: number, letters: readonly string[]): string[] {
  if (length === 0) return [""];
  const shorter = textsUpTo(length - 1, letters);
  const longest = shorter.filter((text) => text.length === length - 1);
  return [...shorter, ...longest.flatMap((text) => letters.map((letter) => text + letter))];
}

const names = textsUpTo(8, ["a", "b"]);
const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*"), maxLength: 6 });

test.each([
  ["sid", "sid"],
  ["_ga_*", "_ga_"],
  ["_ga_*", "_ga_ABC123"],
  ["*_id", "x_id"],
  ["mp_*_mixpanel", "mp_token_mixpanel"],
  ["*hj*", "_hjid"],
  ["a*b*c", "abbbc"],
  ["a**b", "ab"],
  ["*a*", "*a"],
  ["_ga_*", "_ga_test_*"],
  ["user-[*]", "user-[1]"],
  ["a.c*", "a.c"],
])("%s matches %s", (of, name) => {
  expect(matches(of, name)).toBe(true);
});

test.each([
  ["sid", "SID"],
  ["sid", "sid2"],
  ["_ga_*", "_ga"],
  ["_ga_*", "x_ga_1"],
  ["*_id", "_id2"],
  ["a*a", "a"],
  ["ab*ba", "aba"],
  ["a*bb*b", "abb"],
  ["a*b*c", "acb"],
  ["*ab*ba*", "aba"],
  ["a.c*", "abc"],
  ["_ga_test_*", "_ga_*"],
])("%s does not match %s", (of, name) => {
  expect(matches(of, name)).toBe(false);
});

test("matches as the regular expression of the same meaning does", () => {
  fc.assert(
    fc.property(pattern, (of) => {
      const reference = new RegExp(`^${of.replaceAll("*", ".*")}$`, "s");
      expect(names.filter((name) => matches(of, name))).toEqual(
        names.filter((name) => reference.test(name)),
      );
    }),
  );
});

test("a pattern that matches another stands for all of its names", () => {
  fc.assert(
    fc.property(pattern, pattern, (a, b) => {
      const missed = names.filter((name) => matches(b, name) && !matches(a, name));
      expect(matches(a, b) ? missed : []).toEqual([]);
    }),
  );
});

test("only a pattern has ends", () => {
  expect(endsOf("sid")).toBeUndefined();
  expect(endsOf("a*b*c")).toEqual({ prefix: "a", suffix: "c" });
});

describe("a pattern made to be slow", () => {
  const long = "a".repeat(200_000);

  test.each([
    ["many runs that nearly match", `${"a*".repeat(50)}b`, long],
    ["many short parts", `*${"a*".repeat(100_000)}b*`, long],
    ["a long part that differs at its end", `*${"a".repeat(100_000)}b*`, long],
    ["a long part that differs at its start", `*b${"a".repeat(100_000)}*`, long],
  ])("is answered: %s", (_, of, name) => {
    expect(matches(of, name)).toBe(false);
  });
});
