import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Edit } from "../../src/diagnostic.ts";
import { applyEdits } from "../../src/source/edits.ts";

const replace = (start: number, end: number, text: string): Edit => ({ start, end, text });

test("edits are made from first to last, in whatever order they come", () => {
  const edits = [replace(4, 5, "E"), replace(0, 1, "A"), replace(2, 2, "+")];
  expect(applyEdits("abcdef", edits)).toBe("Ab+cdEf");
});

test("edits that touch are both made", () => {
  expect(applyEdits("abcd", [replace(0, 2, "1"), replace(2, 4, "2")])).toBe("12");
});

test("only the first of edits that overlap is made", () => {
  expect(applyEdits("abcdef", [replace(1, 4, "-"), replace(3, 5, "+")])).toBe("a-ef");
});

test("the same edit twice is made once", () => {
  expect(applyEdits("ab", [replace(1, 1, "-"), replace(1, 1, "-")])).toBe("a-b");
});

describe("whatever the edits", () => {
  const edits = fc.array(
    fc
      .record({ start: fc.nat(30), length: fc.nat(5), text: fc.string({ maxLength: 5 }) })
      .map(({ start, length, text }) => replace(start, start + length, text)),
  );
  const text = fc.string({ minLength: 35, maxLength: 60 });

  test("no edits leave the text as it is", () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(applyEdits(one, [])).toBe(one);
      }),
    );
  });

  test("what no edit touches stays, in its order", () => {
    fc.assert(
      fc.property(text, edits, (one, some) => {
        const touched = (index: number) =>
          some.some(({ start, end }) => start <= index && index < end);
        const untouched = one.split("").filter((_, index) => !touched(index));
        const left = applyEdits(
          one,
          some.map((edit) => ({ ...edit, text: "" })),
        );
        let from = 0;
        for (const character of untouched) from = left.indexOf(character, from) + 1 || Infinity;
        expect(from).toBeLessThanOrEqual(left.length);
      }),
    );
  });

  test("apart from each other, they are made as one after another from the end", () => {
    fc.assert(
      fc.property(text, edits, (one, some) => {
        const sorted = some.toSorted((a, b) => a.start - b.start);
        const apart = sorted.filter(
          ({ start }, index) =>
            index === 0 || start > Math.max(...sorted.slice(0, index).map(({ end }) => end)),
        );
        const expected = apart.reduceRight(
          (whole, { start, end, text: by }) => whole.slice(0, start) + by + whole.slice(end),
          one,
        );
        expect(applyEdits(one, apart)).toBe(expected);
      }),
    );
  });
});
