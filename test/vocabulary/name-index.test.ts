import fc from "fast-check";
import { expect, test } from "vitest";
import { indexByName } from "../../src/vocabulary/name-index.ts";
import { matches } from "../../src/vocabulary/name-pattern.ts";
import { cpuMilliseconds } from "../cpu-time.ts";

const letters = (alphabet: readonly string[], maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength });

test("finds what a look at every pattern finds", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(letters(["a", "b", "*"], 6), { maxLength: 40 }),
      fc.array(letters(["a", "b"], 8), { minLength: 1, maxLength: 20 }),
      (patterns, names) => {
        const find = indexByName(patterns.map((name) => ({ name })));
        for (const name of names) {
          const found = new Set<string>();
          find(name, (one) => found.add(one.name));
          const expected = patterns.filter((pattern) => matches(pattern, name));
          expect([...found].toSorted()).toEqual(expected.toSorted());
        }
      },
    ),
    { numRuns: 300 },
  );
});

/** Milliseconds to look up as many names as there are patterns, each of which stands for one of them. */
function timeLooks(count: number, pattern: (number: number) => string): number {
  const patterns = Array.from({ length: count }, (_, index) => ({ name: pattern(index) }));
  const find = indexByName(patterns);
  let found = 0;
  const milliseconds = cpuMilliseconds(() => {
    for (const { name } of patterns)
      find(name.replaceAll("*", "x"), () => {
        found += 1;
      });
  });
  expect(found).toBeGreaterThanOrEqual(count);
  return milliseconds;
}

test.each([
  ["at the end", (number: number) => `name_${number}_*`],
  ["at the front", (number: number) => `*_name_${number}`],
  ["between", (number: number) => `a_${number}_*_z`],
  ["around", (number: number) => `*_${number}_*`],
] as const)("a star %s costs no look at every pattern", (_, pattern) => {
  timeLooks(1000, pattern);
  // Each against each would be 400 million comparisons.
  expect(timeLooks(20_000, pattern)).toBeLessThan(2000);
});
