import type { Diagnostic } from "../diagnostic.ts";
import { checkFit } from "./fit.ts";
import type { Returned } from "./read-po.ts";
import { reportTranslation } from "./rules.ts";
import type { AnyText } from "./wording.ts";

/** A translation that was made from the present English text, and fits it. */
export interface Accepted {
  readonly original: AnyText;
  readonly translation: string;
  /** False where the project says the same already. */
  readonly isNew: boolean;
}

/** What one entry says to its English text; neither accepted nor wrong where it is empty or fuzzy. */
export function judge(
  entry: Returned,
  original: AnyText | undefined,
  present: AnyText | undefined,
): { accepted?: Accepted; diagnostics: Diagnostic[] } {
  const { key, place } = entry;
  if (!original) {
    const message = `"${key}" is no English text, expected one`;
    const hint = "it may be gone from the English since; export anew";
    return { diagnostics: [reportTranslation(place, { rule: "unknown-text", message, hint })] };
  }
  const translation = entry.translation === present?.text ? present.text : entry.translation.trim();
  if (translation === "" || entry.isFuzzy) return { diagnostics: [] };
  if (entry.original !== original.text) {
    const message = `English text of "${key}" has changed, expected a translation of the present one`;
    const hint = "export anew; what this file holds is kept there";
    const problem = { rule: "outdated-text", message, hint } as const;
    return { diagnostics: [reportTranslation(place, problem, "note")] };
  }
  const isNew = translation !== present?.text;
  const diagnostics = (isNew ? checkFit(original, translation) : []).map((fault) =>
    reportTranslation(place, { rule: "unfit-translation", message: `"${key}": ${fault}` }),
  );
  return { accepted: { original, translation, isNew }, diagnostics };
}
