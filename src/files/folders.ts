import { closeSync, existsSync, fsyncSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { codeOf } from "./system-error.ts";

/**
 * Makes a folder and all above it that are missing, and adds each to `made`. Not `recursive`: that hides the cause, and
 * in `/proc` never ends.
 */
export function makeFolders(path: string, made: string[] = []): void {
  if (existsSync(path)) return;
  makeFolders(dirname(path), made);
  try {
    mkdirSync(path);
    made.push(path);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  }
}

/** So that a power cut does not undo the renames; a system that cannot do it for folders does without. */
export function syncFolder(path: string): void {
  let folder: number | undefined;
  try {
    folder = openSync(path, "r");
    fsyncSync(folder);
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
  } finally {
    if (folder !== undefined) closeSync(folder);
  }
}
