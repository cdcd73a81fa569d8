import { createDiagnostic, type Diagnostic } from "../diagnostic.ts";
import { isStructural } from "../prose/passages.ts";
import type { Returned } from "./po.ts";
import { notedPlaceholder } from "./translator-notes.ts";
import type { AnyText } from "./wording.ts";

/** The targets of links, written beside their words, between angle brackets, or below the text. */
const linkPattern =
  /\]\([ \t]*<?([^)\s>]*)|<((?:https?:|mailto:)[^>\s]*)>|^ {0,3}\[[^\]\n]*\]:[ \t]*(\S+)/gm;

const namesIn = (text: string, pattern: RegExp): ReadonlySet<string> =>
  new Set([...text.matchAll(pattern)].map(([whole]) => whole.replaceAll(/[ \t]/g, "")));

/** Spaces within placeholders are dropped, since no link target may hold any. */
const linksIn = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.replace(notedPlaceholder, "{{$1}}").matchAll(linkPattern)].map(
      ([, beside, between, below]) => beside ?? between ?? below ?? "",
    ),
  );

function compareSets(what: string, found: ReadonlySet<string>, expected: ReadonlySet<string>) {
  const lost = [...expected].filter((name) => !found.has(name));
  const added = [...found].filter((name) => !expected.has(name));
  return [
    ...lost.map((name) => `no ${what} "${name}", expected it as in English`),
    ...added.map((name) => `${what} "${name}" that the English text has not, expected none`),
  ];
}

const isUnderline = (line: string): boolean => /^ {0,3}(=+|-+)$/.test(line);

function structureFaults(translation: string): string[] {
  const lines = translation.split("\n").map((line) => line.trimEnd());
  const wrong = lines.filter((line) => isStructural(line) || isUnderline(line));
  return wrong.map((line) => `line "${line.slice(0, 40)}", expected no heading and no ":::"`);
}

/** Why a translation cannot stand in the place of the English text: what it lost, added or would break; empty if it can. */
export function checkFit(original: AnyText, translation: string): string[] {
  if (/[\t\r]/.test(translation)) return ["tab or carriage return, expected spaces"];
  const isProse = "isHeading" in original;
  const isLine = !isProse || original.isHeading;
  if (isLine && translation.includes("\n")) return ["line break, expected one line"];
  if (isProse && original.isHeading && /\{#[^}]*\}$/.test(translation))
    return ["anchor in a heading, expected its words alone"];
  const pattern = isProse ? notedPlaceholder : /\{[^{}]*\}/g;
  return [
    ...compareSets("placeholder", namesIn(translation, pattern), namesIn(original.text, pattern)),
    ...(isProse ? compareSets("link to", linksIn(translation), linksIn(original.text)) : []),
    ...(isProse && !original.isHeading ? structureFaults(translation) : []),
  ];
}

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
  const diagnostics = (isNew ? checkFit(original, translation) : []).map((fault) =>
    createDiagnostic(place, { rule: "unfit-translation", message: `"${key}": ${fault}` }),
  );
  return { accepted: { original, translation, isNew }, diagnostics };
}
