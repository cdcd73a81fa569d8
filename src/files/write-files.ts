import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { CannotBuild, attempt, codeOf } from "./system-error.ts";

/** Makes a folder and all above it that are missing. Not `recursive`: that hides the cause, and in `/proc` never ends. */
export function makeFolders(path: string): void {
  if (existsSync(path)) return;
  makeFolders(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  }
}

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

/** Writes new files, by path in a folder; refuses where one of them stands already, and then writes none. */
export function writeNewFiles(folder: string, texts: ReadonlyMap<string, string>): string[] {
  const files = [...texts].map(([path, text]) => ({ path: join(folder, path), text }));
  const taken = files.find(({ path }) => existsSync(path));
  if (taken) throw new CannotBuild(`"${taken.path}" is there already, nothing was written`);
  for (const { path, text } of files)
    attempt(`write "${path}"`, () => {
      makeFolders(dirname(path));
      writeFileSync(path, text, { flag: "wx" });
    });
  return files.map(({ path }) => path);
}
