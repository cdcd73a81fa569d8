import { sortDiagnostics, type Diagnostic } from "../../diagnostic.ts";
import { once } from "../../memo.ts";
import type { Entry } from "../../registry/entry.ts";
import type { OpenRegistry } from "../../registry/open.ts";
import { lineageOf } from "../../registry/languages/sections.ts";
import { wordsOf } from "../../registry/registry.ts";
import type { Site } from "../../registry/schema/site.ts";
import type { SiteSource, SiteText } from "../../registry/sites/site-list.ts";
import type { FileRecord, Manifest, SiteRecord, SpokenLanguage } from "../output/manifest.ts";
import type { SiteFiles } from "../render/site-files.ts";
import type { Decision, WantedFile } from "./site-writer.ts";
import { type Hash, keyOf } from "../output/hash.ts";
import { intactFiles } from "../output/intact-files.ts";
import { createOrigins, spokenBy, type Origins } from "./sources.ts";

/** What the last output has of a site. */
export interface Previous {
  readonly record: SiteRecord;
  /** Those of its files that stand as they were written. */
  readonly intact: () => ReadonlyMap<string, FileRecord>;
}

/** What a site would be made from now. */
export interface Current {
  readonly isWanted: boolean;
  /** Absent where there is nothing to compare it with. */
  readonly sourceHash?: Hash | undefined;
  readonly wordsHash: (languageIndexes: readonly number[]) => Hash;
}

/**
 * A site that is not wanted is kept as it stands; one is reused where its sources and its words are those of the last
 * time and each of its files is intact.
 */
export function decide(
  previous: Previous | undefined,
  { isWanted, sourceHash, wordsHash }: Current,
): "keep" | "reuse" | "rebuild" {
  if (!isWanted) return "keep";
  if (!previous || previous.record.sourceHash !== sourceHash) return "rebuild";
  const isRight = (file: FileRecord): boolean =>
    previous.intact().has(file.name) && wordsHash(file.languageIndexes) === file.wordsHash;
  return previous.record.files.every(isRight) ? "reuse" : "rebuild";
}

/** Reads sites, collects what is wrong, and knows the languages whose words have been read with them. */
function createReader({ readSite, diagnostics: earlier }: OpenRegistry) {
  const diagnostics = [...earlier];
  const spoken = new Set<string>();

  const report = (found: readonly Diagnostic[]): void => {
    for (const diagnostic of found) diagnostics.push(diagnostic);
  };
  return {
    diagnostics,
    report,
    hasWords: (languages: readonly SpokenLanguage[] | undefined): boolean =>
      languages !== undefined && spoken.has(JSON.stringify(languages)),
    read(id: string, written: SiteText): Entry<Site> | undefined {
      const { entry, ...ofSite } = readSite(id, written);
      report(ofSite.diagnostics);
      if (entry) spoken.add(JSON.stringify(spokenBy(entry.value)));
      return entry;
    },
  };
}

/** How the files of a site are made; those that are right in the last output need no rendering. */
function rebuild(
  entry: Entry<Site>,
  text: string,
  previous: Previous | undefined,
  { filesOf }: SiteFiles,
  origins: Origins,
): Decision {
  const { id, value: site } = entry;
  const origin = origins.of(entry, text);
  const isSameSource = previous?.record.sourceHash === origin.sourceHash;
  const intact = previous?.intact();
  const made = filesOf(entry).map(({ words, ...file }) => {
    const wordsHash = origins.ofWords(words, lineageOf(entry));
    const last = intact?.get(file.name);
    const isRight = isSameSource && last?.wordsHash === wordsHash;
    return { words, wordsHash, last, isRight, ...file };
  });
  // Pages say how large their papers are.
  const isReprinted = made.some(({ print, isRight }) => print && !isRight);
  const files = made.map(
    ({ name, words, wordsHash, last, isRight, render, print }): WantedFile => ({
      name,
      languageIndexes: words.map(({ tag }) => site.languages.indexOf(tag)),
      wordsHash,
      ...(last ? { last } : {}),
      ...(print ? { isPaper: true, ...(isRight ? {} : { print }) } : {}),
      ...(render && !(isRight && !isReprinted) ? { render } : {}),
    }),
  );
  return { kind: "write", siteId: id, origin, files };
}

/** What sites are made with. */
export interface BuildSitesInput {
  readonly opened: OpenRegistry;
  /** Of all that every page depends on. */
  readonly environmentHash: Hash;
  /** Asked for when the first page is to be rendered. */
  readonly siteFiles: () => SiteFiles;
  /** The last output and what it was made from, if that is known. */
  readonly output: string;
  readonly last: Manifest | undefined;
  /** Whether a site belongs to this output at all. */
  readonly isListed: (siteId: string) => boolean;
  /** Whether a site is to be built now; others stay as they are in the output. */
  readonly isWanted: (siteId: string) => boolean;
  /** Told after each site. */
  readonly onSite?: (sites: number, total: number) => void;
}

/**
 * Decides on one site after another and keeps none. A site whose sources are those of the last time is not even parsed.
 * Once something is wrong nothing more is decided, but every site is still read, so that all that is wrong is returned.
 */
export async function buildSites(
  { opened, environmentHash, siteFiles, output, last, isListed, isWanted, onSite }: BuildSitesInput,
  sink: (decision: Decision) => void | Promise<void>,
): Promise<Diagnostic[]> {
  const origins = createOrigins(opened, environmentHash);
  const reader = createReader(opened);

  function previousOf(siteId: string): Previous | undefined {
    const record = last?.find(keyOf(siteId));
    return record && { record, intact: once(() => intactFiles(output, siteId, record)) };
  }

  function wordsHashOf(siteId: string, record: SiteRecord, indexes: readonly number[]) {
    const { languagesRead } = record;
    const words = indexes.flatMap((index) => {
      const { tag, ...fallback } = languagesRead[index]!;
      return wordsOf(opened.registry, tag, fallback) ?? [];
    });
    return origins.ofWords(words, [siteId, ...origins.parentsOf(record)]);
  }

  function visit({ id: siteId, open }: SiteSource): void | Promise<void> {
    const { written, ...unreadable } = open();
    reader.report(unreadable.diagnostics);
    if (!written) return undefined;
    const previous = previousOf(siteId);
    const record = previous?.record;
    const sourceHash = record && origins.now(record, written.text);
    // The words of a language are read with the first site that speaks it.
    const isKnown = record?.sourceHash === sourceHash && reader.hasWords(record?.languagesRead);
    const early = isKnown ? undefined : reader.read(siteId, written);
    if (reader.diagnostics.length > 0 || !(isKnown || early)) return undefined;
    const kind = decide(previous, {
      isWanted: isWanted(siteId),
      sourceHash,
      wordsHash: (indexes) => wordsHashOf(siteId, record!, indexes),
    });
    if (kind !== "rebuild") return sink({ kind, siteId });
    const entry = early ?? reader.read(siteId, written);
    return entry && sink(rebuild(entry, written.text, previous, siteFiles(), origins));
  }

  const listed = [...opened.claims.values()].filter(({ id }) => isListed(id));
  for (const [index, claim] of listed.entries()) {
    const sent = visit(claim);
    if (sent) await sent;
    onSite?.(index + 1, listed.length);
  }
  return sortDiagnostics(reader.diagnostics);
}
