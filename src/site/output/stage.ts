import {
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { attempt } from "../../files/system-error.ts";
import { isFolder, markComplete, markUnfinished } from "./folder.ts";
import type { Layout } from "./layout.ts";
import { createTakenPaths } from "./output-paths.ts";

/** A hard link where the file system can, else a copy of the same modification time. */
function carryFile(from: string, to: string): void {
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

/**
 * Where a build puts its files; nothing of it is seen before all of them are there. Paths are relative to the output and
 * separated by `/`; the files of one top-level folder come one after another.
 */
export interface Stage {
  /** Writes a file once and returns when it was modified, in milliseconds. */
  write(path: string, bytes: string | Uint8Array): number;
  /** Carries a file of the last output over as it is: what stands there must be a file, and not a link. */
  reuse(path: string): void;
  /** Carries a top-level folder of the last output over as it is, if it is there. Symbolic links stay behind. */
  keep(folder: string): void;
  /** When something was last put into a folder, in milliseconds; `undefined` where it is not there. */
  timeOf(folder: string): number | undefined;
}

/** How many files a build wrote, and how many it took over from the last output; `bytes` are those of the written. */
export interface Published {
  readonly written: number;
  readonly unchanged: number;
  readonly bytes: number;
}

/** Makes the empty stage of an output whose lock is held. */
export function openStage({ stage }: Layout): void {
  mkdirSync(stage);
  markUnfinished(stage);
}

/**
 * Fills an open stage; once `signal` is aborted, every call throws its reason. Folders are made one by one and files only
 * where there is none, so a symbolic link put into the stage meanwhile is an error and never followed.
 */
export function createStage(
  layout: Layout,
  signal?: AbortSignal,
): Stage & { published(): Published } {
  const taken = createTakenPaths();
  let [written, unchanged, bytes] = [0, 0, 0];

  function take(path: string): void {
    for (const folder of taken.take(path)) mkdirSync(join(layout.stage, folder));
  }

  return {
    write(path, content) {
      signal?.throwIfAborted();
      const modified = attempt(`write "${join(layout.output, path)}"`, () => {
        take(path);
        const target = join(layout.stage, path);
        writeFileSync(target, content, { flag: "wx" });
        return lstatSync(target).mtimeMs;
      });
      written += 1;
      bytes += typeof content === "string" ? Buffer.byteLength(content) : content.length;
      return modified;
    },
    reuse(path) {
      signal?.throwIfAborted();
      attempt(`keep "${join(layout.output, path)}"`, () => {
        take(path);
        carryFile(join(layout.output, path), join(layout.stage, path));
      });
      unchanged += 1;
    },
    keep(folder) {
      signal?.throwIfAborted();
      taken.take(folder);
      const source = join(layout.output, folder);
      attempt(`keep "${source}"`, () => {
        if (isFolder(source)) unchanged += carryFolder(source, join(layout.stage, folder));
      });
    },
    timeOf: (folder) =>
      attempt(`write "${join(layout.output, folder)}"`, () =>
        lstatSync(join(layout.stage, folder), { throwIfNoEntry: false }),
      )?.mtimeMs,
    published: () => ({ written, unchanged, bytes }),
  };
}

/** Seals a filled stage with the hash of its manifest, and that of all that it was made from. */
export const closeStage = ({ stage }: Layout, seal: string, inputs?: string): void =>
  markComplete(stage, seal, inputs);
