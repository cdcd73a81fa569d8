import { lstatSync, realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";
import { CannotBuild, codeOf } from "./cannot-build.ts";

/** The path with every symbolic link resolved, as far as it exists. */
function physical(path: string): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
    return join(physical(dirname(path)), basename(path));
  }
}

function holds(outer: string, inner: string): boolean {
  const path = relative(physical(outer), physical(inner));
  return path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

/** Throws where `output` is a symbolic link or a file, or is or holds one of the folders in `protect`. */
export function refuseUnsafe(output: string, protect: readonly string[]): void {
  const found = lstatSync(output, { throwIfNoEntry: false });
  if (found && !found.isDirectory()) {
    const kind = found.isSymbolicLink() ? "a symbolic link" : "a file";
    throw new CannotBuild(`output "${output}" is ${kind}, expected a folder`);
  }
  const held = protect.find((folder) => holds(output, folder));
  if (held === undefined) return;
  throw new CannotBuild(`output "${output}" holds "${held}", expected a folder of its own`);
}
