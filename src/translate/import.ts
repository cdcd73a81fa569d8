import type { Diagnostic } from "../diagnostic.ts";
import { fingerprint } from "../registry/languages/texts.ts";
import { readTranslatedFrom, writeTranslatedFrom } from "../registry/languages/translated-from.ts";
import type { Project } from "../registry/project.ts";
import { judge, type Accepted } from "./accept.ts";
import { checkStructure } from "./compare.ts";
import type { PoFile } from "./po.ts";
import { textsOf, type Wording } from "./wording.ts";
import { writeProse, writeTerms } from "./write-language.ts";

/**
 * translated-from.yaml of the project once these translations stand. What a folder below the project records alike is
 * left out, unless the translation itself is the project's. `undefined` where there is nothing to record.
 */
function writeRecord(
  { folder, folders, read: readFile, owns }: Project,
  english: Wording,
  wording: Wording,
  standing: readonly Accepted[],
): string | undefined {
  const read = (among: readonly string[]) =>
    readTranslatedFrom({ folders: among, read: readFile }, wording.tag).value;
  const own = read([folder]);
  const below = read(folders.filter((other) => other !== folder));
  const present = textsOf(wording);
  const accepted = new Map(standing.map((one) => [one.original.key, one]));
  const entries = [...textsOf(english)].flatMap(([key, original]): [string, string][] => {
    const one = accepted.get(key);
    const from = one ? fingerprint(original.text) : own.get(key);
    if (from === undefined) return [];
    const file = present.get(key)?.place().location.file;
    const isOwn = !one || one.isNew || (file !== undefined && owns(file));
    return isOwn || below.get(key) !== from ? [[key, from]] : [];
  });
  return entries.length > 0 ? writeTranslatedFrom(new Map(entries)) : undefined;
}

/** What a PO file does to a project. */
export interface Imported {
  /** Texts of files by their path in the project, some of them perhaps as they are. */
  readonly files: ReadonlyMap<string, string>;
  readonly changed: number;
  readonly confirmed: number;
  readonly fuzzy: number;
  /** Entries as they went out, of which the project says something newer. */
  readonly older: number;
}

const isError = ({ severity }: Diagnostic): boolean => severity === "error";

/** The files of a language's words, by path in a project; the last records what the others were made from. */
export const wordFiles = (tag: string): string[] =>
  ["terms.yaml", "policy.md", "translated-from.yaml"].map((name) => `content/${tag}/${name}`);

/**
 * What changes when a translator's file comes back: all of it, or nothing. Without `imported` the diagnostics say why;
 * else they are notes. A text that the file leaves empty or fuzzy stays as it is.
 */
export function importPo(
  project: Project,
  english: Wording,
  wording: Wording,
  po: PoFile,
): { imported?: Imported; diagnostics: Diagnostic[] } {
  const [originals, present] = [textsOf(english), textsOf(wording)];
  const judged = po.entries.map((entry) =>
    judge(entry, originals.get(entry.key), present.get(entry.key)),
  );
  const found = [...checkStructure(english, wording), ...judged.flatMap((one) => one.diagnostics)];
  if (found.some(isError)) return { diagnostics: found };
  const accepted = judged.flatMap((one) => one.accepted ?? []);
  const terms = writeTerms(project, english, wording, accepted, po);
  const prose = writeProse(english, wording, accepted, po);
  const diagnostics = [...found, ...terms.diagnostics, ...prose.diagnostics];
  if (diagnostics.some(isError)) return { diagnostics };
  const hasProse = wording.prose !== undefined || prose.text !== undefined;
  const standing = accepted.filter(({ original }) => hasProse || "path" in original);
  const texts = [terms.text, prose.text, writeRecord(project, english, wording, standing)];
  const files = wordFiles(po.tag).flatMap((path, index) => {
    const text = texts[index];
    return text === undefined ? [] : [[path, text] as const];
  });
  const changed = standing.filter(({ isNew }) => isNew).length;
  return {
    imported: {
      files: new Map(files),
      changed,
      confirmed: standing.length - changed,
      fuzzy: po.entries.filter(({ isFuzzy }) => isFuzzy).length,
      older: judged.filter(({ isOlder }) => isOlder).length,
    },
    diagnostics,
  };
}
