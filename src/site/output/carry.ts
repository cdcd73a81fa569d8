import {
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  statSync,
  utimesSync,
} from "node:fs";
import { join } from "node:path";

/** A hard link where the file system can, else a copy of the same modification time. */
export function carryFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to, constants.COPYFILE_EXCL);
    const { atime, mtime } = statSync(from);
    utimesSync(to, atime, mtime);
  }
}

/**
 * Makes the folder `to` with all files of `from`, as `carryFile` does, and returns how many; symbolic links are left out.
 */
export function carryFolder(from: string, to: string): number {
  let files = 0;
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) files += carryFolder(source, target);
    else if (entry.isFile()) {
      carryFile(source, target);
      files += 1;
    }
  }
  return files;
}
