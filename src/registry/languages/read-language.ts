import { join } from "node:path";
import type { Diagnostic } from "../../diagnostic.ts";
import { buildEntry, type RawEntry, draftOf } from "../entry.ts";
import type { TextFile } from "../../source/text-file.ts";
import type { Layers } from "../../source/layers.ts";
import { findFile, listFiles, type Project } from "../project.ts";
import { readDraft, textIn } from "../layered-files.ts";
import type { Texts, Words } from "../registry.ts";
import { termsSchema, type Vague, vagueSchema } from "../schema/terms.ts";
import { isMapping } from "../../source/mapping.ts";
import { readTranslatedFrom } from "./translated-from.ts";
import { checkTerms, termRules, type Vocabulary } from "./check-terms.ts";

export const readTerms = (project: Project, tag: string) =>
  readDraft(project, join("content", tag, "terms.yaml"));

function readIntros(project: Project, tag: string) {
  const intros = new Map<string, TextFile>();
  const diagnostics: Diagnostic[] = [];
  for (const [name, [path = ""]] of listFiles(project.folders, join("content", tag, "sites"))) {
    const read = textIn(project)(path);
    diagnostics.push(...read.diagnostics);
    if (read.text) intros.set(name.replace(/\.md$/, ""), read.text);
  }
  return { intros, diagnostics };
}

/** A language need not list any. */
function readVague(project: Project, tag: string): { value: Vague; diagnostics: Diagnostic[] } {
  const none = { purposes: [], recipients: [] };
  const path = join("content", tag, "vague.yaml");
  if (findFile(project.folders, path).length === 0) return { value: none, diagnostics: [] };
  const { draft, diagnostics } = readDraft(project, path);
  const built = draft && buildEntry(draft, vagueSchema);
  const value = built?.entry?.value ?? none;
  return { value, diagnostics: [...diagnostics, ...(built?.diagnostics ?? [])] };
}

/** Says something of a language, and not in it: never taken from another. */
const ownKeys = new Set(["author", "review", "locale", "units", "countries", "locationSets"]);

/** The paths of texts that `lower` has and `upper` lacks. */
function lacking(upper: unknown, lower: unknown, path: readonly string[] = []): string[] {
  if (!isMapping(lower)) return upper === undefined ? [path.join(".")] : [];
  return Object.entries(lower).flatMap(([key, value]) =>
    path.length === 0 && ownKeys.has(key)
      ? []
      : lacking(isMapping(upper) ? upper[key] : undefined, value, [...path, key]),
  );
}

/** The terms with what another language lends them; those of its keys that speak of itself stay behind. */
function lend(own: RawEntry, lender: RawEntry): RawEntry {
  const lent = lender.layers.map((source) => ({
    ...source,
    value: Object.fromEntries(Object.entries(source.value).filter(([key]) => !ownKeys.has(key))),
  }));
  const layers: Layers = [own.layers[0], ...own.layers.slice(1), ...lent];
  return draftOf(own.id, layers);
}

function readProse(project: Project, tags: readonly string[]) {
  for (const tag of tags) {
    const [path] = findFile(project.folders, join("content", tag, "policy.md"));
    if (path !== undefined) return { tag, ...textIn(project)(path) };
  }
  return { tag: tags[0]!, text: undefined, diagnostics: [] };
}

/** The words of a language; where they have gaps, `fallback` fills them, and no gap is a fault. */
export function readWords(
  project: Project,
  tag: string,
  vocabulary: Vocabulary,
  fallback?: string,
): { texts?: Texts; words?: Words; draft?: RawEntry; diagnostics: Diagnostic[] } {
  const { draft, diagnostics: unreadable } = readTerms(project, tag);
  const lender = fallback === undefined ? undefined : readTerms(project, fallback).draft;
  const prose = readProse(project, fallback === undefined ? [tag] : [tag, fallback]);
  const { intros, diagnostics: introProblems } = readIntros(project, tag);
  const vague = readVague(project, tag);
  const translatedFrom = readTranslatedFrom(project, tag);
  const whole = draft && lender ? lend(draft, lender) : draft;
  const terms = whole && buildEntry(whole, termsSchema, { renaming: termRules });
  const faults = draft ? checkTerms(draft, vocabulary) : [];
  const diagnostics = [
    ...unreadable,
    ...prose.diagnostics,
    ...introProblems,
    ...vague.diagnostics,
    ...translatedFrom.diagnostics,
    ...(terms?.diagnostics ?? []),
    ...faults.filter(({ rule }) => !lender || rule !== "missing-term"),
  ];
  const texts = prose.text && { prose: prose.text, intros };
  const borrowed = lender && draft ? lacking(draft.data, lender.data) : [];
  const lent = {
    tag: fallback ?? tag,
    terms: new Set(borrowed),
    prose: prose.tag !== tag,
  };
  const hasGaps = lent.terms.size > 0 || lent.prose;
  const words = terms?.entry &&
    texts && {
      tag,
      terms: terms.entry,
      vague: vague.value,
      translatedFrom: translatedFrom.value,
      ...texts,
      ...(hasGaps ? { fallback: lent } : {}),
    };
  return {
    diagnostics,
    ...(texts ? { texts } : {}),
    ...(words ? { words } : {}),
    ...(draft ? { draft } : {}),
  };
}
