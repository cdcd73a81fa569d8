import fc from "fast-check";
import { expect, test } from "vitest";
import { dividePassages } from "../../src/prose/passages.ts";
import { placeholderNames } from "../../src/prose/placeholders.ts";
import { checkFit } from "../../src/translate/accept.ts";

const names = fc.array(fc.constantFrom(...placeholderNames), { maxLength: 4 });
const space = fc.constantFrom("", " ", "\n", "\n  ", "   ");
const word = fc.constantFrom("de", "*les*", "cookies", "и", "数据", "`a`", "\\{", "&amp;");

/** Prose with these placeholders, written in any way. */
const proseWith = (placeholders: readonly string[]) =>
  fc
    .array(fc.tuple(word, space, space), {
      minLength: placeholders.length,
      maxLength: placeholders.length,
    })
    .map((around) =>
      around
        .map(
          ([before, left, right], index) => `${before} {{${left}${placeholders[index]}${right}}}`,
        )
        .join(" and "),
    )
    .map((text) => `Of us: ${text}.`);

const pair = fc
  .tuple(names, names, fc.boolean())
  .chain(([original, other, isSame]) =>
    fc.tuple(proseWith(original), proseWith(isSame ? original.toReversed() : other)),
  );

const used = (text: string) =>
  placeholderNames.filter((name) => new RegExp(`\\{\\{\\s*${name}\\s*\\}\\}`).test(text)).join(" ");

test("a translation fits if and only if its placeholders are those of the original", () => {
  fc.assert(
    fc.property(pair, ([original, translation]) => {
      const [passage] = dividePassages({ file: "", text: original }).passages;
      expect(checkFit(passage!, translation).length === 0).toBe(
        used(original) === used(translation),
      );
    }),
    { numRuns: 300 },
  );
});
