import { lstatSync, readFileSync, type Stats } from "node:fs";
import { join } from "node:path";
import { fingerprintOf } from "./fingerprint.ts";
import { codeOf } from "./output/cannot-build.ts";
import type { FileRecord, SiteRecord } from "./output/manifest.ts";

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
  return unlessUnreadable(() => fingerprintOf(readFileSync(path))) === content;
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
