import type { ListFault } from "../list.ts";
import type { Literal } from "./literal.ts";

const longestExcerpt = 60;

/** Says of a value that is none of data, such as one that a script makes or has elsewhere, in place of what it stands. */
export function standsElsewhere(literal: Literal, text: string, what: string): ListFault {
  const { start, end } = literal;
  const written = text.slice(start, end).trim().replaceAll(/\s+/g, " ").slice(0, longestExcerpt);
  return {
    at: { text: "", start, end },
    rule: "unreadable-list",
    severity: "warning",
    message: `${JSON.stringify(written)} in place of ${what}, expected data`,
    hint: "nothing is run, and no other file is read; what it stands for is in none of the written files",
  };
}

const isNothing = (literal: Literal): boolean =>
  literal.kind === "word" && /^(?:null|undefined|false)$/.test(literal.value);

const isSpread = (key: string): boolean => key.startsWith("...");

/** Says so of each of some values that is no list, or no object, and of what is spread into an object. */
export const elsewhere = (
  literals: readonly (Literal | undefined)[],
  expected: "list" | "mapping",
  text: string,
  what: string,
): ListFault[] =>
  literals.flatMap((one) => {
    if (one === undefined || isNothing(one)) return [];
    if (one.kind !== expected) return [standsElsewhere(one, text, what)];
    const entries = one.kind === "mapping" ? [...one.entries] : [];
    return entries.flatMap(([key, value]) =>
      isSpread(key) ? [standsElsewhere(value, text, `a part of ${what}`)] : [],
    );
  });
