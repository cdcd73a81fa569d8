import { join } from "node:path";
import { type Diagnostic, createDiagnostic } from "../../diagnostic.ts";
import { meantLanguage } from "../../vocabulary/synonyms.ts";
import { expectedOneOf, mean } from "../../source/suggestions.ts";
import { composePage } from "../../prose/compose.ts";
import { memoizeByText } from "../../memo.ts";
import type { Mapping } from "../../source/mapping.ts";
import { type RawEntry } from "../entry.ts";
import { findFile, listFiles, type Project } from "../project.ts";
import { type OfficialNames, wordsKey, type Words } from "../registry.ts";
import { textIn } from "../layered-files.ts";
import { type KnownIds, keysAt, referenceLanguage } from "./check-terms.ts";
import { readTerms, readWords } from "./read-language.ts";
import { lineageOf, sectionsOf } from "./sections.ts";
import type { Path } from "../../source/yaml/locate.ts";
import { isLanguageTag } from "../schema/scalars.ts";
import { textsIn } from "./texts.ts";

/** The words of the languages that sites use, read when the first of them names a language. */
export interface Languages {
  /** Those without a fault in their terms, by `wordsKey`. */
  readonly languages: ReadonlyMap<string, Words>;
  readonly drafts: readonly RawEntry[];
  /** Reads what a site uses and no other has used; returns what is wrong with it. */
  readonly use: (site: RawEntry) => readonly Diagnostic[];
  /** What is wrong in a language that no site that could be read uses; gaps may be filled by another. */
  readonly check: (tag: string) => readonly Diagnostic[];
}

/** The terms that define locations, conditions and safeguards. */
export const readReferenceTerms = (project: Project) => readTerms(project, referenceLanguage);

/** A language as some site uses it, and where that site says so. */
interface Use {
  readonly tag: string;
  readonly fallback: string | undefined;
  readonly site: RawEntry;
  readonly path: Path;
}

/** What is no tag is reported by the schema. */
const isTag = (value: unknown): value is string =>
  typeof value === "string" && isLanguageTag(value);

/** The languages of a site, each with its fallback; a fallback is used itself. */
function usesOf(site: RawEntry): Use[] {
  const { languages, fallback: stated } = site.data;
  const fallback = isTag(stated) ? stated : undefined;
  const tags = Array.isArray(languages) ? (languages as unknown[]) : [];
  const use = (tag: string, path: Path): Use => ({
    tag,
    fallback: tag === fallback ? undefined : fallback,
    site,
    path,
  });
  return [
    ...tags.flatMap((tag, index) => (isTag(tag) ? [use(tag, ["languages", index])] : [])),
    ...(fallback === undefined ? [] : [use(fallback, ["fallback"])]),
  ];
}

function hasFiles(project: Project, tag: string, names: readonly string[]): boolean {
  const files = names.map((name) => join("content", tag, name));
  return files.every((file) => findFile(project.folders, file).length > 0);
}

function reportWithoutWords(project: Project, { tag, site, path }: Use): Diagnostic {
  const known = [...listFiles(project, "content").files.keys()];
  const meant = meantLanguage(tag, known);
  const message = `language "${tag}" has no words in content/${tag}/, ${expectedOneOf(meant ?? tag, known)}`;
  const hint = meant === undefined ? undefined : mean(meant);
  return createDiagnostic(site.place(path), { rule: "missing-language", message, hint });
}

type Page = Pick<Words, "prose" | "sections">;

/** What is wrong with the texts that a site has in the sections of its prose, where they have not been checked together. */
function createCheckSections() {
  const checked = new Set<string>();
  return (site: RawEntry, { prose, sections }: Page): readonly Diagnostic[] => {
    const own = sectionsOf(sections, lineageOf(site));
    const key = [prose.file, ...own.map(({ text }) => text.file)].join("\n");
    if (own.length === 0 || checked.has(key)) return [];
    checked.add(key);
    return composePage(prose, own).diagnostics;
  };
}

/** A language without words is reported where it is first named. */
export function createLanguages(project: Project, known: KnownIds): Languages {
  const used = new Set<string>();
  const pages = new Map<string, Page>();
  const checkSections = createCheckSections();
  const languages = new Map<string, Words>();
  const drafts: RawEntry[] = [];

  function read(use: Use): readonly Diagnostic[] {
    const { tag, fallback } = use;
    const needed = fallback === undefined ? ["terms.yaml", "policy.md"] : ["terms.yaml"];
    if (!hasFiles(project, tag, needed)) return [reportWithoutWords(project, use)];
    const found = readWords(project, tag, known, fallback);
    if (found.page) pages.set(wordsKey(tag, fallback), found.page);
    if (found.draft) drafts.push(found.draft);
    if (found.words) languages.set(wordsKey(tag, found.words.fallback?.tag), found.words);
    return found.diagnostics;
  }

  return {
    languages,
    drafts,
    use: (site) =>
      usesOf(site).flatMap((use) => {
        const key = wordsKey(use.tag, use.fallback);
        const isNew = !used.has(key);
        used.add(key);
        const diagnostics = isNew ? read(use) : [];
        const page = pages.get(key);
        return page ? [...diagnostics, ...checkSections(site, page)] : diagnostics;
      }),
    check(tag) {
      const isUsed = [...used].some((key) => key.split(" ")[0] === tag);
      if (isUsed || !hasFiles(project, tag, ["terms.yaml"])) return [];
      return readWords(project, tag, known, referenceLanguage).diagnostics;
    },
  };
}

/** Reads the names of laws and authorities of a language when they are first asked for. */
export const readOfficialNames = (project: Project) =>
  memoizeByText((tag): OfficialNames => {
    const { draft } = readTerms(project, tag);
    const namesAt = (section: keyof OfficialNames) =>
      new Map(
        keysAt(draft, section).map((id) => [id, String((draft!.data[section] as Mapping)[id])]),
      );
    return { laws: namesAt("laws"), authorities: namesAt("authorities") };
  });

/** The English texts by key; policy.md is read when they are first asked for. */
export function readOriginals(
  project: Project,
  terms: RawEntry | undefined,
): () => ReadonlyMap<string, string> {
  let originals: ReadonlyMap<string, string> | undefined;
  function read() {
    const [path] = findFile(project.folders, join("content", referenceLanguage, "policy.md"));
    const prose = path === undefined ? undefined : textIn(project)(path).text;
    const texts = terms ? textsIn(terms.data, terms.place, prose) : [];
    return new Map(texts.map(({ key, text }) => [key, text]));
  }
  return () => (originals ??= read());
}
