import type { Diagnostic } from "../diagnostic.ts";
import { referenceLanguage } from "../registry/words.ts";
import type { PoFile } from "./read-po.ts";
import { reportTranslation } from "./rules.ts";

/** A file named for one of the `known` languages that speaks of another is most often the wrong file. */
export function checkLanguage({ tag, place }: PoFile, known: readonly string[]): Diagnostic[] {
  const name = /([^/\\]+)\.po$/.exec(place.location.file)?.[1] ?? tag;
  const expected = name === tag || !known.includes(name) ? "another language" : `"${name}"`;
  if (tag !== referenceLanguage && expected !== `"${name}"`) return [];
  const message = `header "Language" is "${tag}", expected ${expected}`;
  return [reportTranslation(place, { rule: "bad-po", message })];
}
