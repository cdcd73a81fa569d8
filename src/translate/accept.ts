import { createDiagnostic, type Diagnostic } from "../diagnostic.ts";
import { isStructural } from "../prose/lines.ts";
import { markupIn } from "../prose/markup.ts";
import type { Passage } from "../prose/passages.ts";
import { readPassage } from "../prose/prose.ts";
import { fingerprint, type Term } from "../registry/languages/texts.ts";
import type { Returned } from "./po.ts";
import type { AnyText } from "./wording.ts";

const gapsIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/\{[^{}]*\}/g)].map(([gap]) => gap.replaceAll(/\s/g, "")));

function compareSets(what: string, found: ReadonlySet<string>, expected: ReadonlySet<string>) {
  const lost = [...expected].filter((name) => !found.has(name));
  const added = [...found].filter((name) => !expected.has(name));
  return [
    ...lost.map((name) => `no ${what} "${name}", expected it as in English`),
    ...added.map((name) => `${what} "${name}" that the English text has not, expected none`),
  ];
}

const isUnderline = (line: string): boolean => /^ {0,3}(=+|-+)$/.test(line);

const isWebAddress = (link: string): boolean => /^https?:/.test(link);

/** Links into the web may lead to pages in the reader's language; their number stays, and so do all others. */
function compareLinks(found: ReadonlySet<string>, expected: ReadonlySet<string>): string[] {
  const fixed = (links: ReadonlySet<string>) =>
    new Set([...links].filter((link) => !isWebAddress(link)));
  const counts = ["https:", "http:"].flatMap((scheme) => {
    const count = (links: ReadonlySet<string>) =>
      [...links].filter((link) => link.startsWith(scheme)).length;
    return count(found) === count(expected)
      ? []
      : [`${count(found)} links to "${scheme}", expected ${count(expected)} as in English`];
  });
  return [...compareSets("link to", fixed(found), fixed(expected)), ...counts];
}

function structureFaults(translation: string): string[] {
  const lines = translation.split("\n").map((line) => line.trimEnd());
  const wrong = lines.filter((line) => isStructural(line) || isUnderline(line));
  return wrong.map((line) => `line "${line.slice(0, 40)}", expected no heading and no ":::"`);
}

function checkTerm(original: Term, translation: string): string[] {
  const gaps = gapsIn(original.text);
  const words = translation.replaceAll(/\{[^{}]*\}/g, "");
  return [
    ...(translation.includes("\n") ? ["line break, expected one line"] : []),
    ...compareSets("placeholder", gapsIn(translation), gaps),
    ...[markupIn(words)].flatMap((problem) => problem?.message ?? []),
  ];
}

function checkPassage({ text, isHeading }: Passage, translation: string): string[] {
  if (isHeading && translation.includes("\n")) return ["line break, expected one line"];
  if (isHeading && /\{#[^}]*\}$/.test(translation))
    return ["anchor in a heading, expected its words alone"];
  const [found, expected] = [readPassage(translation, isHeading), readPassage(text, isHeading)];
  const names = ({ placeholders }: typeof found) =>
    new Set([...placeholders].map((name) => `{{${name}}}`));
  return [
    ...compareSets("placeholder", names(found), names(expected)),
    ...compareLinks(found.links, expected.links),
    ...(isHeading ? [] : structureFaults(translation)),
    ...found.faults,
  ];
}

/** Why a translation cannot stand in the place of the English text: what it lost, added or would break; empty if it can. */
export function checkFit(original: AnyText, translation: string): string[] {
  if (/[\t\r]/.test(translation)) return ["tab or carriage return, expected spaces"];
  return "isHeading" in original
    ? checkPassage(original, translation)
    : checkTerm(original, translation);
}

/** Whether it says something else than what went out; a file that does not say what that was counts as translated. */
export const isTranslated = ({ translation, exported }: Returned): boolean =>
  exported === undefined || fingerprint(translation) !== exported;

/** The project says something else than what went out, and so does the file: nobody but a reader can tell which is right. */
export function conflictOf(entry: Returned, present: string): Diagnostic | undefined {
  const { key, translation, exported, place } = entry;
  if (exported === undefined || translation === present) return undefined;
  if (!isTranslated(entry) || fingerprint(present) === exported) return undefined;
  const [found, expected] = [translation, present].map((text) => JSON.stringify(text));
  const message = `"${key}": ${found}, and the project has ${expected} since the export, expected one of them changed`;
  const hint = "write the right one into both";
  return createDiagnostic(place, { rule: "conflicting-translation", message, hint });
}

/** A translation that was made from the present English text, and fits it. */
export interface Accepted {
  readonly original: AnyText;
  readonly translation: string;
  /** False where the project says the same already. */
  readonly isNew: boolean;
}

/** What one entry says to its English text; neither accepted nor wrong where it is empty, fuzzy, or older than the project. */
export function judge(
  entry: Returned,
  original: AnyText | undefined,
  present: AnyText | undefined,
): { accepted?: Accepted; isOlder?: true; diagnostics: Diagnostic[] } {
  const { key, place } = entry;
  if (!original) {
    const message = `"${key}" is no English text, expected one`;
    const hint = "it may be gone from the English since; export anew";
    return { diagnostics: [createDiagnostic(place, { rule: "unknown-text", message, hint })] };
  }
  const translation = entry.translation === present?.text ? present.text : entry.translation.trim();
  if (translation === "" || entry.isFuzzy) return { diagnostics: [] };
  if (entry.original !== original.text) {
    const message = `English text of "${key}" has changed, expected a translation of the present one`;
    const hint = "export anew; what this file holds is kept there";
    const problem = { rule: "outdated-text", message, hint } as const;
    return { diagnostics: [createDiagnostic(place, problem, "note")] };
  }
  const isNew = translation !== present?.text;
  if (present && isNew && !isTranslated(entry)) return { isOlder: true, diagnostics: [] };
  const conflict = present && conflictOf({ ...entry, translation }, present.text);
  if (conflict) return { diagnostics: [conflict] };
  const diagnostics = (isNew ? checkFit(original, translation) : []).map((fault) =>
    createDiagnostic(place, { rule: "unfit-translation", message: `"${key}": ${fault}` }),
  );
  return { accepted: { original, translation, isNew }, diagnostics };
}
