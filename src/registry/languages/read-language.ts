import { join } from "node:path";
import type { Diagnostic } from "../../diagnostic.ts";
import { buildEntry, type RawEntry, draftOf } from "../entry.ts";
import type { TextFile } from "../../source/text-file.ts";
import type { Layers } from "../../source/layers.ts";
import { findFile, listFiles, type Project } from "../project.ts";
import { readDraft, textIn } from "../layered-files.ts";
import type { Words } from "../registry.ts";
import { checkIntro, checkLawConditions, readPage } from "../../prose/prose.ts";
import { termsSchema, type Vague, vagueSchema } from "../schema/terms.ts";
import { isId } from "../../vocabulary/id.ts";
import { isMapping } from "../../source/mapping.ts";
import { languageKeys } from "./texts.ts";
import { allSections, readSections } from "./sections.ts";
import { readTranslatedFrom } from "./translated-from.ts";
import { checkTerms, keysAt, type KnownIds, termRules } from "./check-terms.ts";

export const readTerms = (project: Project, tag: string) =>
  readDraft(project, join("content", tag, "terms.yaml"));

function readIntros(project: Project, tag: string) {
  const intros = new Map<string, TextFile>();
  const diagnostics: Diagnostic[] = [];
  const listed = listFiles(project, join("content", tag, "sites"));
  for (const [name, [path = ""]] of listed.files) {
    // A folder of the sections of a site.
    if (isId(name)) continue;
    const read = textIn(project)(path);
    for (const diagnostic of read.diagnostics) diagnostics.push(diagnostic);
    if (read.text) intros.set(name.replace(/\.md$/, ""), read.text);
  }
  return { intros, diagnostics: [...listed.diagnostics, ...diagnostics] };
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
const ownKeys = new Set([...languageKeys, "locationSets"]);

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
  { laws, ...vocabulary }: KnownIds,
  fallback?: string,
): {
  words?: Words;
  draft?: RawEntry;
  /** The prose, also where the terms are faulty. */
  page?: Pick<Words, "prose" | "sections">;
  diagnostics: Diagnostic[];
} {
  const { draft, diagnostics: unreadable } = readTerms(project, tag);
  const lender = fallback === undefined ? undefined : readTerms(project, fallback).draft;
  const prose = readProse(project, fallback === undefined ? [tag] : [tag, fallback]);
  const { intros, diagnostics: introProblems } = readIntros(project, tag);
  const { sections, ...ofSections } = readSections(project, prose.tag);
  const vague = readVague(project, tag);
  const translatedFrom = readTranslatedFrom(project, tag);
  const whole = draft && lender ? lend(draft, lender) : draft;
  const terms = whole && buildEntry(whole, termsSchema, { renaming: termRules });
  const faults = draft ? checkTerms(project, draft, vocabulary) : [];
  const page = prose.text;
  const texts = [
    ...(page ? [page] : []),
    ...intros.values(),
    ...allSections(sections).map(({ text }) => text),
  ];
  const diagnostics = [
    ...unreadable,
    ...prose.diagnostics,
    ...(page ? readPage(page).diagnostics : []),
    ...introProblems,
    ...(page ? [...intros.values()].flatMap((intro) => checkIntro(intro, page)) : []),
    ...ofSections.diagnostics,
    ...texts.flatMap((text) =>
      laws ? checkLawConditions(text, [...laws, ...keysAt(draft, "laws")]) : [],
    ),
    ...vague.diagnostics,
    ...translatedFrom.diagnostics,
    ...(terms?.diagnostics ?? []),
    ...faults.filter(({ rule }) => !lender || rule !== "missing-term"),
  ];
  const borrowed = lender && draft ? lacking(draft.data, lender.data) : [];
  const lent = {
    tag: fallback ?? tag,
    terms: new Set(borrowed),
    prose: prose.tag !== tag,
  };
  const hasGaps = lent.terms.size > 0 || lent.prose;
  const words = terms?.entry &&
    page && {
      tag,
      terms: terms.entry,
      vague: vague.value,
      translatedFrom: translatedFrom.value,
      prose: page,
      intros,
      sections,
      ...(hasGaps ? { fallback: lent } : {}),
    };
  return {
    diagnostics,
    ...(words ? { words } : {}),
    ...(draft ? { draft } : {}),
    ...(page ? { page: { prose: page, sections } } : {}),
  };
}
