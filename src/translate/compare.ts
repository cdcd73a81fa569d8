import type { Diagnostic } from "../diagnostic.ts";
import type { Mark } from "../registry/passages.ts";
import { fingerprint } from "../registry/texts.ts";
import { placeOf } from "../registry/text.ts";
import { reportTranslation } from "./rules.ts";
import { type AnyText, textsOf, type Wording } from "./wording.ts";

/** An English text, and how far a language is with it. */
export interface Compared {
  readonly original: AnyText;
  readonly translation: AnyText | undefined;
  readonly state: "translated" | "stale" | "missing";
}

/** Every English text in order, with its translation; one that was never recorded counts as made from the present English. */
export function compare(english: Wording, other: Wording): Compared[] {
  const translations = textsOf(other);
  return [...textsOf(english).values()].map((original) => {
    const translation = translations.get(original.key);
    if (!translation) return { original, translation, state: "missing" };
    const recorded = other.translatedFrom.get(original.key);
    const isStale = recorded !== undefined && recorded !== fingerprint(original.text);
    return { original, translation, state: isStale ? "stale" : "translated" };
  });
}

/** The first place at which the prose of a language is divided otherwise than the English; its texts have no certain keys. */
export function checkStructure(english: Wording, { prose, marks }: Wording): Diagnostic[] {
  if (!prose) return [];
  const length = Math.max(english.marks.length, marks.length);
  const index = Array.from({ length }).findIndex(
    (_, at) => marks[at]?.shape !== english.marks[at]?.shape,
  );
  if (index < 0) return [];
  const [found, expected] = [marks[index], english.marks[index]];
  const quote = (mark: Mark | undefined) => (mark ? `"${mark.shape}"` : "the end of the file");
  const { file, line } = (expected ?? english.marks.at(-1))?.place().location ?? {};
  const at = file === undefined ? "" : ` as at ${file}:${line}`;
  const message = `${quote(found)}, expected ${quote(expected)}${at}`;
  const hint = 'give both files the same headings, anchors and lines of ":::", in the same order';
  const place = found?.place() ?? placeOf(prose, prose.text.length, prose.text.length);
  return [reportTranslation(place, { rule: "differing-structure", message, hint })];
}
