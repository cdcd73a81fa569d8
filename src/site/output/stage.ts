import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { attempt, CannotBuild } from "./cannot-build.ts";
import { carryFolder } from "./carry.ts";
import { isFolder, markComplete, markUnfinished } from "./folder.ts";
import type { Layout } from "./layout.ts";
import { createNames } from "./names.ts";

/** Where a build puts its files; nothing of it is seen before all of them are there. */
export interface Stage {
  /** Writes a file once; `path` is relative to the output and separated by `/`. */
  write(path: string, bytes: string | Uint8Array): void;
  /** Carries a top-level folder of the last output over as it is, if it is there. Symbolic links stay behind. */
  keep(folder: string): void;
}

/** What a build wrote, without what it kept. */
export interface Published {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Opens the stage of an output whose lock is held; once `signal` is aborted, every call throws its reason.
 * `complete` seals the stage and throws where nothing was written. Folders are made one by one and files only where
 * there is none, so a symbolic link put into the stage meanwhile is an error and never followed.
 */
export function openStage(layout: Layout, signal?: AbortSignal): Stage & { complete(): Published } {
  const names = createNames();
  let [files, bytes] = [0, 0];
  mkdirSync(layout.stage);
  markUnfinished(layout.stage);

  return {
    write(path, content) {
      signal?.throwIfAborted();
      const folders = names.take(path);
      attempt(`write "${join(layout.output, path)}"`, () => {
        for (const folder of folders) mkdirSync(join(layout.stage, folder));
        writeFileSync(join(layout.stage, path), content, { flag: "wx" });
      });
      files += 1;
      bytes += typeof content === "string" ? Buffer.byteLength(content) : content.length;
    },
    keep(folder) {
      signal?.throwIfAborted();
      names.take(folder);
      const source = join(layout.output, folder);
      attempt(`keep "${source}"`, () => {
        if (isFolder(source)) carryFolder(source, join(layout.stage, folder));
      });
    },
    complete() {
      signal?.throwIfAborted();
      if (files === 0) throw new CannotBuild("nothing to publish");
      markComplete(layout.stage);
      return { files, bytes };
    },
  };
}
