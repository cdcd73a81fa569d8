import { existsSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { makeFolders } from "../site/output/folder.ts";

const temporaryName = (path: string): string => join(dirname(path), `.${basename(path)}.new`);

/**
 * Gives files, by absolute path, their new texts. All are written beside the old ones before the first is renamed, so
 * that a full disk changes none. A byte order mark stays. Returns the paths of those that were not the same already.
 */
export function replaceFiles(files: ReadonlyMap<string, string>): string[] {
  const changed = [...files].flatMap(([path, text]) => {
    const target = existsSync(path) ? realpathSync(path) : path;
    const old = existsSync(path) ? readFileSync(target, "utf8") : undefined;
    const content = old?.startsWith("\ufeff") ? `\ufeff${text}` : text;
    return content === old ? [] : [{ path, target, content }];
  });
  const begun: string[] = [];
  try {
    for (const { target, content } of changed) {
      makeFolders(dirname(target));
      writeFileSync(temporaryName(target), content);
      begun.push(temporaryName(target));
    }
    for (const { target } of changed) renameSync(temporaryName(target), target);
  } finally {
    for (const path of begun) rmSync(path, { force: true });
  }
  return changed.map(({ path }) => path);
}
