import { lstatSync, readFileSync, type Stats } from "node:fs";
import { join } from "node:path";
import { sortDiagnostics, type Diagnostic } from "../../diagnostic.ts";
import { codeOf } from "../../files/system-error.ts";
import type { Entry } from "../../registry/entry.ts";
import type { OpenRegistry } from "../../registry/open.ts";
import type { Site } from "../../registry/schema/site.ts";
import type { SiteSource, SiteText } from "../../registry/sites/site-list.ts";
import type { FileRecord, Manifest, SiteRecord } from "../output/manifest.ts";
import type { SiteFiles } from "../render/site-files.ts";
import type { SiteWriter, WantedFile } from "./site-writer.ts";
import { createOrigins, hashOf, keyOf, wordsKeysOf, type Hash } from "./sources.ts";

/** What cannot be read, for want of permission or of a sound disk, is as good as gone: it is made anew. */
function unlessUnreadable<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return undefined;
  }
}

const stateOf = (path: string): Stats | undefined =>
  unlessUnreadable(() => lstatSync(path, { throwIfNoEntry: false }));

/** A file whose time was lost, as by a copy, is known by its bytes. */
function isIntact(path: string, { bytes, modified, content }: FileRecord): boolean {
  const state = stateOf(path);
  if (!state?.isFile() || state.size !== bytes) return false;
  if (state.mtimeMs === modified) return true;
  return unlessUnreadable(() => hashOf(readFileSync(path))) === content;
}

/** Those files of a site that still stand in the output as they were written. No symbolic link is followed. */
export function intactFiles(
  output: string,
  siteId: string,
  { files }: SiteRecord,
): ReadonlyMap<string, FileRecord> {
  const folders = new Map<string, boolean>();
  const isFolder = (path: string): boolean => {
    let known = folders.get(path);
    if (known === undefined) {
      known = stateOf(path)?.isDirectory() ?? false;
      folders.set(path, known);
    }
    return known;
  };
  const root = join(output, siteId);
  const intact = files.filter((file) => {
    const inner = file.name.split("/").slice(0, -1);
    const above = inner.map((_, index) => join(root, ...inner.slice(0, index + 1)));
    return [root, ...above].every(isFolder) && isIntact(join(root, file.name), file);
  });
  return new Map(intact.map((file) => [file.name, file]));
}

/** What sites are made with. */
export interface BuildSitesInput {
  readonly opened: OpenRegistry;
  /** Of all that every page depends on. */
  readonly environmentHash: Hash;
  /** Asked for when the first page is to be rendered. */
  readonly workshop: () => SiteFiles;
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

const nothing: ReadonlyMap<string, FileRecord> = new Map();

/**
 * Makes one site after another and keeps none. A site whose sources are those of the last time is not even parsed. Once
 * something is wrong no further page is rendered, but every site is still read, so that all that is wrong is returned.
 */
export function buildSites(
  {
    opened,
    environmentHash: house,
    workshop,
    output,
    last,
    isListed,
    isWanted,
    onSite,
  }: BuildSitesInput,
  filler: Pick<SiteWriter, "reuse" | "keep" | "write">,
): Diagnostic[] {
  const { claims, readSite, registry } = opened;
  const origins = createOrigins(opened, house);
  const diagnostics: Diagnostic[] = [...opened.diagnostics];
  const spoken = new Set<string>();

  function report(found: readonly Diagnostic[]): void {
    for (const diagnostic of found) diagnostics.push(diagnostic);
  }

  function read(id: string, written: SiteText): Entry<Site> | undefined {
    const { entry, ...ofSite } = readSite(id, written);
    report(ofSite.diagnostics);
    return entry;
  }

  /** The record of a site whose sources have not changed, once its words are read. */
  function unchangedRecord({ id }: SiteSource, { text }: SiteText): SiteRecord | undefined {
    const record = last?.find(keyOf(id));
    if (!record || !spoken.has(record.languagesRead.join())) return undefined;
    return origins.now(record, text) === record.sourceHash ? record : undefined;
  }

  const wordsAt = (record: Pick<SiteRecord, "languagesRead">, places: readonly number[]) =>
    places.flatMap((place) => {
      const key = record.languagesRead[place]!;
      return registry.languages.get(key) ?? registry.languages.get(key.split(" ")[0]!) ?? [];
    });

  function isRight(id: string, record: SiteRecord): boolean {
    const intact = intactFiles(output, id, record);
    return (
      intact.size === record.files.length &&
      record.files.every(
        ({ languageIndexes: places, wordsHash: said }) =>
          origins.ofWords(wordsAt(record, places), id) === said,
      )
    );
  }

  function make(entry: Entry<Site>, text: string): void {
    const { id, value: site } = entry;
    const origin = origins.of(entry, text);
    const record = last?.find(keyOf(id));
    const intact = record ? intactFiles(output, id, record) : nothing;
    const sameSource = record?.sourceHash === origin.sourceHash;
    const files = workshop()
      .filesOf(id, site)
      .map((file): WantedFile => {
        const { name, render } = file;
        const places = file.words.map(({ tag }) => site.languages.indexOf(tag));
        const said = origins.ofWords(file.words, id);
        const before = intact.get(name);
        const isSame = before !== undefined && sameSource && before.wordsHash === said;
        return {
          name,
          languageIndexes: places,
          wordsHash: said,
          ...(before ? { last: before } : {}),
          ...(isSame ? {} : { render }),
        };
      });
    filler.write(id, origin, files);
  }

  function visit(claim: SiteSource): void {
    const { id, open } = claim;
    const { written, ...unreadable } = open();
    report(unreadable.diagnostics);
    if (!written) return;
    let entry: Entry<Site> | undefined;
    const readNow = (): void => {
      entry = read(id, written);
      if (entry) spoken.add(wordsKeysOf(entry.value).join());
    };
    if (!unchangedRecord(claim, written)) {
      readNow();
      if (!entry) return;
    }
    if (diagnostics.length > 0) return;
    // Asked again, since reading the first site of some languages reads their words.
    const record = unchangedRecord(claim, written);
    if (!isWanted(id)) filler.keep(id);
    else if (record && isRight(id, record)) filler.reuse(id);
    else {
      if (!entry) readNow();
      if (entry) make(entry, written.text);
    }
  }

  const listed = [...claims.values()].filter(({ id }) => isListed(id));
  for (const [index, claim] of listed.entries()) {
    visit(claim);
    onSite?.(index + 1, listed.length);
  }
  return sortDiagnostics(diagnostics);
}
