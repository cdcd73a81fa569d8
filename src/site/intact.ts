import { lstatSync, readFileSync, type Stats } from "node:fs";
import { join } from "node:path";
import { fingerprintOf } from "./fingerprint.ts";
import type { FileRecord, SiteRecord } from "./output/manifest.ts";

const stateOf = (path: string): Stats | undefined => lstatSync(path, { throwIfNoEntry: false });

/** A file whose time was lost, as by a copy, is known by its bytes. */
function isIntact(path: string, { bytes, modified, content }: FileRecord): boolean {
  const state = stateOf(path);
  if (!state?.isFile() || state.size !== bytes) return false;
  return state.mtimeMs === modified || fingerprintOf(readFileSync(path)) === content;
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
