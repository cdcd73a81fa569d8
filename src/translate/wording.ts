import { join } from "node:path";
import type { Diagnostic } from "../diagnostic.ts";
import type { RawEntry } from "../registry/entry.ts";
import { type TextFile } from "../source/text-file.ts";
import { dividePassages, type Mark, type Passage } from "../prose/passages.ts";
import { findFile, listFiles, type Project } from "../registry/project.ts";
import { readTerms } from "../registry/languages/read-language.ts";
import { type Term, termsIn } from "../registry/languages/texts.ts";
import { readTranslatedFrom, type TranslatedFrom } from "../registry/languages/translated-from.ts";
import { referenceLanguage } from "../registry/languages/check-terms.ts";

/** The words of a language as they stand, right or wrong; a file that is not there leaves its texts out. */
export interface Wording {
  readonly tag: string;
  readonly draft: RawEntry | undefined;
  readonly terms: readonly Term[];
  readonly prose: TextFile | undefined;
  readonly passages: readonly Passage[];
  readonly marks: readonly Mark[];
  readonly translatedFrom: TranslatedFrom;
}

/** A term has a path, a passage has none. */
export type AnyText = Term | Passage;

/** The texts of a language by key, its terms before its prose. */
export const textsOf = ({ terms, passages }: Wording): ReadonlyMap<string, AnyText> =>
  new Map([...terms, ...passages].map((text) => [text.key, text]));

/** Reads the words of a language; without `wording` the diagnostics say why. */
export function readWording(
  project: Project,
  tag: string,
): { wording?: Wording; diagnostics: Diagnostic[] } {
  const find = (name: string) => findFile(project.folders, join("content", tag, name))[0];
  const [termsPath, prosePath] = [find("terms.yaml"), find("policy.md")];
  const terms = termsPath === undefined ? { diagnostics: [] } : readTerms(project, tag);
  const prose = prosePath === undefined ? { diagnostics: [] } : project.read(prosePath);
  const translatedFrom = readTranslatedFrom(project, tag);
  const diagnostics = [...terms.diagnostics, ...prose.diagnostics, ...translatedFrom.diagnostics];
  if (diagnostics.length > 0) return { diagnostics };
  const { draft } = terms;
  const divided = prose.text ? dividePassages(prose.text) : { passages: [], marks: [] };
  const wording = {
    tag,
    draft,
    terms: draft ? termsIn(draft.data, draft.place) : [],
    prose: prose.text,
    ...divided,
    translatedFrom: translatedFrom.value,
  };
  return { wording, diagnostics };
}

/** The languages that have words, in alphabetical order of their tags, but the one that is translated from. */
export const languagesOf = (project: Project): string[] =>
  [...listFiles(project, "content").files.keys()]
    .filter((tag) => tag !== referenceLanguage)
    .filter((tag) => findFile(project.folders, join("content", tag, "terms.yaml")).length > 0)
    .toSorted();
