import { lstatSync, readFileSync, type Stats } from "node:fs";
import { join } from "node:path";
import { codeOf } from "../../files/system-error.ts";
import { hashOf } from "./hash.ts";
import type { FileRecord, SiteRecord } from "./manifest.ts";

/** What cannot be read, for want of permission or of a sound disk, is as good as gone: it is made anew. */
export function unlessUnreadable<Result>(read: () => Result): Result | undefined {
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

/**
 * Those files of a site that still stand in the output as they were written. No symbolic link is followed; where the
 * site's folder has the time of its record, nothing directly in it was put in the place of another.
 */
export function intactFiles(
  output: string,
  siteId: string,
  { folder, files }: SiteRecord,
): ReadonlyMap<string, FileRecord> {
  const root = join(output, siteId);
  const state = stateOf(root);
  if (!state?.isDirectory()) return new Map();
  const folders = new Map<string, boolean>();
  const isFolder = (path: string, depth: number): boolean => {
    let known = folders.get(path);
    if (known === undefined) {
      known =
        (depth === 1 && state.mtimeMs === folder) ||
        (stateOf(`${root}/${path}`)?.isDirectory() ?? false);
      folders.set(path, known);
    }
    return known;
  };
  const isReached = (name: string): boolean => {
    for (let at = name.indexOf("/"), depth = 1; at >= 0; at = name.indexOf("/", at + 1), depth += 1)
      if (!isFolder(name.slice(0, at), depth)) return false;
    return true;
  };
  const intact = files.filter(
    (file) => isReached(file.name) && isIntact(`${root}/${file.name}`, file),
  );
  return new Map(intact.map((file) => [file.name, file]));
}
