import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keyOrder } from "../../src/lint/rules/key-order.ts";
import { judge, mend, mendingRules, read } from "./mending.ts";
import { misordered } from "./misordered.ts";

/** Data in which neither the order of keys nor encryption makes a difference. */
function plain(value: unknown): unknown {
  if (typeof value === "string") return value.replace(/^http:/, "https:");
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, inner]) => [key, plain(inner)]);
}

/** All that is written, but for space and for what divides items from each other. */
const wordsOf = (text: string) => text.split(/[\s,{}-]+/).toSorted();

/** The keys below or beside which a comment that names another key stands. */
const strayComments = (text: string): string[] => {
  const lines = text.split(/\r?\n/);
  return lines.filter((line, index) => {
    const beside = /^\W*(?<key>\w+):.*# behind (?<named>\w+)/.exec(line)?.groups;
    const above = /^\s*# (?:and )?of (?<named>[a-z]+)$/.exec(line)?.groups;
    const next = lines.slice(index + 1).find((one) => /^[\s-]*\w/.test(one)) ?? "";
    const key = beside ? beside["key"] : /\w+/.exec(next)?.[0];
    return (beside ?? above) !== undefined && (beside ?? above)?.["named"] !== key;
  });
};

describe("whatever the file, once mended", () => {
  const holds = (check: (text: string, mended: string) => void, rules = mendingRules) =>
    fc.assert(
      fc.property(misordered, ({ kind, text }) => {
        check(text, mend(kind, text, rules));
      }),
    );

  test("it says the same", () => {
    holds(
      (text, mended) => expect(plain(read(mended))).toEqual(plain(read(text))),
      mendingRules.filter(({ id }) => id !== "name-unquoted"),
    );
  });

  test("every word of it is still there", () => {
    holds((text, mended) => expect(wordsOf(mended)).toEqual(wordsOf(text)), [keyOrder]);
  });

  test("every comment stands with its key", () => {
    holds((text, mended) => {
      expect(strayComments(text)).toEqual([]);
      expect(strayComments(mended)).toEqual([]);
    });
  });

  test("nothing is left to mend", () => {
    fc.assert(
      fc.property(misordered, ({ kind, text }) => {
        expect(judge(kind, mend(kind, text), mendingRules)).toEqual([]);
      }),
    );
  });
});
