import { join } from "node:path";
import type { Diagnostic } from "../diagnostic.ts";
import { buildEntry, type Draft, reportAt } from "./entry.ts";
import { didYouMean, expectedOneOf } from "./expected.ts";
import { readText } from "./file.ts";
import { findFile, listFiles, type Project } from "./project.ts";
import { readDraft } from "./read.ts";
import type { Texts, Words } from "./registry.ts";
import { type Vague, vagueSchema } from "./schema/vague.ts";
import { termsSchema } from "./schema/terms.ts";
import type { TextFile } from "./text.ts";
import { checkTerms, referenceLanguage, termRules, type Vocabulary } from "./words.ts";

export interface Languages {
  /** Those without a fault in their terms. */
  readonly languages: ReadonlyMap<string, Words>;
  /** All that could be read, to be checked even where the terms are wrong. */
  readonly texts: readonly Texts[];
  readonly drafts: readonly Draft[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The terms that define locations, conditions and safeguards. */
export const readReferenceTerms = (project: Project) => readTerms(project, referenceLanguage);

const readTerms = (project: Project, tag: string) =>
  readDraft(project, join("content", tag, "terms.yaml"));

function readIntros(project: Project, tag: string) {
  const intros = new Map<string, TextFile>();
  const diagnostics: Diagnostic[] = [];
  for (const [name, [path = ""]] of listFiles(project.folders, join("content", tag, "sites"))) {
    const read = readText(path, project.name(path));
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

function readWords(project: Project, tag: string, vocabulary: Vocabulary) {
  const { draft, diagnostics: unreadable } = readTerms(project, tag);
  const [path = ""] = findFile(project.folders, join("content", tag, "policy.md"));
  const prose = readText(path, path && project.name(path));
  const { intros, diagnostics: introProblems } = readIntros(project, tag);
  const vague = readVague(project, tag);
  const terms = draft && buildEntry(draft, termsSchema, { renaming: termRules });
  const diagnostics = [
    ...unreadable,
    ...prose.diagnostics,
    ...introProblems,
    ...vague.diagnostics,
    ...(terms?.diagnostics ?? []),
    ...(draft ? checkTerms(draft, vocabulary) : []),
  ];
  const texts = prose.text && { prose: prose.text, intros };
  const words = terms?.entry && texts && { tag, terms: terms.entry, vague: vague.value, ...texts };
  return { texts, words, draft, diagnostics };
}

/** The site that first names each language, and where. */
function firstUses(sites: Iterable<Draft>): Map<string, { site: Draft; index: number }> {
  const uses = new Map<string, { site: Draft; index: number }>();
  for (const site of sites) {
    const tags: unknown = site.data["languages"];
    for (const [index, tag] of (Array.isArray(tags) ? (tags as unknown[]) : []).entries())
      if (typeof tag === "string" && !uses.has(tag)) uses.set(tag, { site, index });
  }
  return uses;
}

function hasWords(project: Project, tag: string): boolean {
  const files = ["terms.yaml", "policy.md"].map((name) => join("content", tag, name));
  return (
    /^[A-Za-z0-9-]+$/.test(tag) && files.every((file) => findFile(project.folders, file).length > 0)
  );
}

/** Reads the words of every language that some site uses; a language without words is reported where it is named. */
export function readLanguages(
  project: Project,
  sites: Iterable<Draft>,
  vocabulary: Vocabulary,
): Languages {
  const languages = new Map<string, Words>();
  const texts: Texts[] = [];
  const drafts: Draft[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [tag, { site, index }] of firstUses(sites)) {
    if (!hasWords(project, tag)) {
      const known = [...listFiles(project.folders, "content").keys()];
      const message = `language "${tag}" has no words in content/${tag}/, ${expectedOneOf(tag, known)}`;
      const problem = { rule: "missing-language", message, hint: didYouMean(tag, known) } as const;
      diagnostics.push(reportAt(site, ["languages", index], problem));
      continue;
    }
    const read = readWords(project, tag, vocabulary);
    diagnostics.push(...read.diagnostics);
    if (read.draft) drafts.push(read.draft);
    if (read.texts) texts.push(read.texts);
    if (read.words) languages.set(tag, read.words);
  }
  return { languages, texts, drafts, diagnostics };
}
