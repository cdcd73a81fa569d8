import type { ListContent } from "../format.ts";
import { type Literal, readLiteral, under } from "./literal.ts";

/** Where an object may begin that a script hands to a banner, exports or keeps. */
const opening = /(?:=|\(|\bexport\s+default|\breturn|:)\s*(?=\{)/g;

const mostOpenings = 200;

/** The first object of a file that has all of some keys: of JSON its own value, of a script one that stands there as data. */
export function configIn(
  { text, json }: ListContent,
  keys: readonly string[],
): Literal | undefined {
  const has = (literal: Literal | undefined): literal is Literal =>
    literal?.kind === "mapping" && keys.every((key) => under(literal, key) !== undefined);
  if (json) return has(json) ? json : undefined;
  if (!keys.every((key) => text.includes(key))) return undefined;
  let looked = 0;
  for (const found of text.matchAll(opening)) {
    looked += 1;
    if (looked > mostOpenings) return undefined;
    const { literal } = readLiteral(text, found.index + found[0].length, "script");
    if (has(literal)) return literal;
  }
  return undefined;
}
