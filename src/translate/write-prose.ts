import type { Diagnostic, Edit } from "../diagnostic.ts";
import { applyEdits } from "../registry/edit.ts";
import type { Accepted } from "./judge.ts";
import type { PoFile } from "./read-po.ts";
import { reportTranslation } from "./rules.ts";
import type { Wording } from "./wording.ts";

/**
 * policy.md with the new passages in it, no `text` where there are none; a new one begins as the English and is written
 * once all of it is translated.
 */
export function writeProse(
  english: Wording,
  wording: Wording,
  accepted: readonly Accepted[],
  { place }: PoFile,
): { text?: string; diagnostics: Diagnostic[] } {
  const translations = new Map(
    accepted.map(({ original, translation }) => [original.key, translation]),
  );
  const missing = english.passages.filter(({ key }) => !translations.has(key));
  if (!wording.prose && missing.length > 0) {
    const message = `${missing.length} of ${english.passages.length} texts of the prose are not translated, expected all: policy.md is not written yet`;
    return {
      diagnostics: [reportTranslation(place, { rule: "incomplete-prose", message }, "note")],
    };
  }
  const { prose, passages } = wording.prose ? wording : english;
  const text = prose?.text ?? "";
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  const edits = passages.flatMap(({ key, text: present, start, end }): Edit[] => {
    const translation = translations.get(key);
    if (translation === undefined || translation === present) return [];
    return [{ start, end, text: translation.replaceAll("\n", lineBreak) }];
  });
  const isChanged = edits.length > 0 || !wording.prose;
  return { ...(isChanged ? { text: applyEdits(text, edits) } : {}), diagnostics: [] };
}
