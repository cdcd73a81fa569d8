import { readdirSync } from "node:fs";
import { readManifest, type FileRecord, type Manifest } from "../output/manifest.ts";
import { keyOf } from "../output/hash.ts";

/** Files of a site by path below its folder, sorted. */
export interface SiteChanges {
  /** New, or of other bytes than in the last output. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

/** What an output holds, to be compared with the next. */
export interface OutputContents {
  readonly manifest: Manifest | undefined;
  /** The folders that may be sites. */
  readonly folders: readonly string[];
}

export function readContents(output: string): OutputContents {
  const manifest = readManifest(output);
  return { manifest, folders: manifest ? readdirSync(output) : [] };
}

const filesIn = ({ manifest }: OutputContents, site: string): ReadonlyMap<string, FileRecord> =>
  new Map(manifest?.find(keyOf(site))?.files.map((file) => [file.name, file]));

/** The sites, by id, of which something differs between two outputs; where it is not known of the first, that is all. */
export function changesBetween(
  before: OutputContents,
  after: OutputContents,
): Readonly<Record<string, SiteChanges>> {
  const sites = [...new Set([...before.folders, ...after.folders])].toSorted();
  const changes = sites.flatMap((site): [string, SiteChanges][] => {
    const [last, next] = [filesIn(before, site), filesIn(after, site)];
    const written = [...next.values()].filter(
      ({ name, content }) => last.get(name)?.content !== content,
    );
    const removed = [...last.keys()].filter((name) => !next.has(name));
    if (written.length === 0 && removed.length === 0) return [];
    const names = written.map(({ name }) => name);
    return [[site, { written: names.toSorted(), removed: removed.toSorted() }]];
  });
  return Object.fromEntries(changes);
}
