import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { codeOf } from "../../../src/files/system-error.ts";
import { marker } from "../../../src/site/output/folder.ts";
import type { Host } from "../../../src/files/lock.ts";
import type { Target } from "../../../src/site/output/recover.ts";
import { type Built, publish } from "../../../src/site/output/publish.ts";
import { createStage, type Stage } from "../../../src/site/output/stage.ts";

/** Text by path. */
export type Tree = Readonly<Record<string, string>>;

/** Every file below a folder but the marker; a symbolic link reads `-> target`. */
export function readTree(folder: string, base = ""): Tree {
  const files = readdirSync(join(folder, base), { withFileTypes: true }).flatMap((entry) => {
    const path = base ? `${base}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return Object.entries(readTree(folder, path));
    if (path === marker) return [];
    const file = join(folder, path);
    return [
      [path, entry.isSymbolicLink() ? `-> ${readlinkSync(file)}` : readFileSync(file, "utf8")],
    ];
  });
  return Object.fromEntries(files);
}

/** Every name in a folder, sorted. */
export const list = (folder: string): string[] => readdirSync(folder).toSorted();

export const host: Host = {
  pid: process.pid,
  isAlive(pid) {
    try {
      return process.kill(pid, 0);
    } catch (error) {
      return codeOf(error) === "EPERM";
    }
  },
};

export const at = (output: string): Target => ({ output, protect: [], host });

/** Publishes what `fill` puts into the stage, without a manifest. */
export const publishFiles = (
  target: Target,
  fill: (stage: Stage) => void | Promise<void>,
  signal?: AbortSignal,
): Promise<Built> =>
  publish(
    target,
    async (layout) => {
      const stage = createStage(layout, signal);
      await fill(stage);
      return { ...stage.published(), removed: 0, isSame: false, seal: "none" };
    },
    signal,
  );

export const writer =
  (files: Tree) =>
  (stage: Stage): void => {
    for (const [path, text] of Object.entries(files)) stage.write(path, text);
  };

/** A site in which every file tells its version: a mixture would show. */
export const siteOf = (version: string): Tree => ({
  "index.html": version,
  "one/en.html": version,
  [`only-${version}/index.html`]: version,
});
