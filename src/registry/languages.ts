import { join } from "node:path";
import type { Diagnostic } from "../diagnostic.ts";
import { type Draft, reportAt } from "./entry.ts";
import { didYouMean, expectedOneOf } from "./expected.ts";
import { findFile, listFiles, type Project } from "./project.ts";
import { readTerms, readWords } from "./read-words.ts";
import { type Texts, type Words, wordsKey } from "./registry.ts";
import { referenceLanguage, type Vocabulary } from "./words.ts";

export interface Languages {
  /** Those without a fault in their terms, by `wordsKey`. */
  readonly languages: ReadonlyMap<string, Words>;
  /** All that could be read, to be checked even where the terms are wrong. */
  readonly texts: readonly Texts[];
  readonly drafts: readonly Draft[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The terms that define locations, conditions and safeguards. */
export const readReferenceTerms = (project: Project) => readTerms(project, referenceLanguage);

/** A language as some site uses it, and where that site says so. */
interface Use {
  readonly tag: string;
  readonly fallback: string | undefined;
  readonly site: Draft;
  readonly path: readonly (string | number)[];
}

/** Each language once for each fallback, as the first site names it; a fallback is used itself. */
function usesOf(sites: Iterable<Draft>): Use[] {
  const uses = new Map<string, Use>();
  const add = (use: Use) => {
    const key = wordsKey(use.tag, use.fallback);
    if (!uses.has(key)) uses.set(key, use);
  };
  for (const site of sites) {
    const { languages, fallback: stated } = site.data;
    const fallback = typeof stated === "string" ? stated : undefined;
    for (const [index, tag] of (Array.isArray(languages) ? (languages as unknown[]) : []).entries())
      if (typeof tag === "string")
        add({
          tag,
          fallback: tag === fallback ? undefined : fallback,
          site,
          path: ["languages", index],
        });
    if (fallback !== undefined)
      add({ tag: fallback, fallback: undefined, site, path: ["fallback"] });
  }
  return [...uses.values()];
}

function hasFiles(project: Project, tag: string, names: readonly string[]): boolean {
  const files = names.map((name) => join("content", tag, name));
  return (
    /^[A-Za-z0-9-]+$/.test(tag) && files.every((file) => findFile(project.folders, file).length > 0)
  );
}

function reportWithoutWords(project: Project, { tag, site, path }: Use): Diagnostic {
  const known = [...listFiles(project.folders, "content").keys()];
  const message = `language "${tag}" has no words in content/${tag}/, ${expectedOneOf(tag, known)}`;
  const hint = didYouMean(tag, known);
  return reportAt(site, path, { rule: "missing-language", message, hint });
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
  for (const use of usesOf(sites)) {
    const { tag, fallback } = use;
    const needed = fallback === undefined ? ["terms.yaml", "policy.md"] : ["terms.yaml"];
    if (!hasFiles(project, tag, needed)) {
      diagnostics.push(reportWithoutWords(project, use));
      continue;
    }
    const read = readWords(project, tag, vocabulary, fallback);
    diagnostics.push(...read.diagnostics);
    if (read.draft) drafts.push(read.draft);
    if (read.texts) texts.push(read.texts);
    if (read.words) languages.set(wordsKey(tag, read.words.fallback?.tag), read.words);
  }
  return { languages, texts, drafts, diagnostics };
}
