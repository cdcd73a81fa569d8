import { createDiagnostic, type Diagnostic } from "../diagnostic.ts";
import { referenceLanguage } from "../registry/languages/check-terms.ts";
import { fingerprint } from "../registry/languages/texts.ts";
import { checkStructure, compareWordings, type Compared } from "./compare.ts";
import { explainPassage, explainTerm } from "./translator-notes.ts";
import { conflictOf, isTranslated } from "./accept.ts";
import { type PoEntry, writePo, type PoFile, type Returned } from "./po.ts";
import type { Wording } from "./wording.ts";

/** Without a file's name in it: the same wherever the command is run. */
function referenceOf({ key, place }: Compared["original"]): string {
  const name = key.startsWith("terms/") ? "terms.yaml" : "policy.md";
  return `content/${referenceLanguage}/${name}:${place().location.line}`;
}

/** What a translator has in hand and the project does not hold as it is: work that must not get lost. */
const isAhead = ({ translation }: Compared, returned: Returned | undefined): returned is Returned =>
  returned !== undefined &&
  returned.translation !== "" &&
  returned.translation !== translation?.text &&
  (translation === undefined || isTranslated(returned));

/** Ready to be imported, or to be refused by the import with a reason. */
const isFinished = ({ original }: Compared, { original: from, isFuzzy }: Returned): boolean =>
  !isFuzzy && from === original.text;

function checkUnimported(
  compared: readonly Compared[],
  returned: ReadonlyMap<string, Returned>,
): Diagnostic[] {
  return compared.flatMap((one) => {
    const entry = returned.get(one.original.key);
    if (!one.translation || !isAhead(one, entry) || !isFinished(one, entry)) return [];
    const conflict = conflictOf(entry, one.translation.text);
    if (conflict) return [conflict];
    const message = `translation that the project does not hold, expected ${JSON.stringify(one.translation.text.slice(0, 60))}`;
    const hint = "import this file first, or move it away";
    return [createDiagnostic(entry.place, { rule: "unimported-translation", message, hint })];
  });
}

function entryOf(one: Compared, entry: Returned | undefined, english: Wording): PoEntry {
  const { original, translation, state } = one;
  const kept = isAhead(one, entry) ? entry : undefined;
  const present = translation?.text ?? "";
  return {
    key: original.key,
    original: original.text,
    translation: kept?.translation ?? present,
    isFuzzy: kept ? !isFinished(one, kept) : state === "stale",
    exported: kept?.exported ?? fingerprint(present),
    comments: "path" in original ? explainTerm(original, english.draft!) : explainPassage(original),
    reference: referenceOf(original),
  };
}

/**
 * The PO file of a language. What an earlier export at the same place holds and the project does not, since it is not
 * finished, is kept; without `text` the diagnostics say what stands in the way.
 */
export function exportPo(
  english: Wording,
  wording: Wording,
  earlier: PoFile | undefined,
): { text?: string; diagnostics: Diagnostic[] } {
  const compared = compareWordings(english, wording);
  const returned = new Map(earlier?.entries.map((entry) => [entry.key, entry]));
  const diagnostics = [...checkStructure(english, wording), ...checkUnimported(compared, returned)];
  if (diagnostics.length > 0) return { diagnostics };
  const entries = compared.map((one) => entryOf(one, returned.get(one.original.key), english));
  const author = wording.draft?.data["author"];
  const translator = earlier?.translator || (typeof author === "string" ? author : "");
  return { text: writePo(wording.tag, translator, entries), diagnostics };
}
