import type { ListText } from "../list-text.ts";
import { type Literal, readJson, under } from "./literal.ts";

/** What a text or a number of a literal says, in place; `undefined` for anything else. */
export const toldBy = (literal: Literal | undefined): ListText | undefined =>
  literal?.kind === "text" ||
  (literal?.kind === "word" && !/^(?:null|undefined)$/.test(literal.value))
    ? { text: literal.value.trim(), start: literal.start, end: literal.end }
    : undefined;

/** What stands under a key, or under the first of several that has something. */
export function toldUnder(literal: Literal | undefined, ...keys: string[]): ListText | undefined {
  const told = keys.map((key) => toldBy(under(literal, key)));
  return told.find((one) => one !== undefined && one.text !== "");
}

/** Other words at the place of what a literal says. */
export const saying = (literal: Literal, text: string): ListText => ({
  text,
  start: literal.start,
  end: literal.end,
});

/** A text, or the one of English or of the first language where there is one for each; a mapping may be a text of JSON itself. */
export function toldInAny(literal: Literal | undefined): ListText | undefined {
  if (literal?.kind === "text" && literal.value.startsWith("{")) {
    const inner = readJson(literal.value).literal;
    const told = toldInAny(inner);
    return told && { text: told.text, start: literal.start, end: literal.end };
  }
  if (literal?.kind !== "mapping") return toldBy(literal);
  return toldBy(literal.entries.get("en") ?? [...literal.entries.values()][0]);
}
