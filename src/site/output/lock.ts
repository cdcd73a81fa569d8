import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { CannotBuild, codeOf } from "./cannot-build.ts";
import { isFolder } from "./folder.ts";
import { nameProcess, runningProcess, type Host } from "./holder.ts";
import type { Layout } from "./layout.ts";

/** Renames, unless a folder that is not empty stands there. */
function renameUnlessTaken(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (isFolder(to)) return false;
    // Released between the two calls: the caller's next try will tell.
    if (["ENOTEMPTY", "EEXIST"].includes(codeOf(error) ?? "")) return false;
    throw error;
  }
}

function listIfThere(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (!["ENOENT", "ENOTEMPTY", "EEXIST"].includes(codeOf(error) ?? "")) throw error;
  }
}

/** Removes the names of ended processes from the lock; throws at the name of a running one. */
function expelEnded({ lock, output }: Layout, host: Host): void {
  for (const name of listIfThere(lock)) {
    const pid = runningProcess(name, host);
    if (pid !== undefined) {
      throw new CannotBuild(
        `another build into "${output}" is running as process ${pid}; if that is no build, remove "${lock}"`,
      );
    }
    rmSync(join(lock, name), { recursive: true, force: true });
  }
  removeIfEmpty(lock);
}

/** Removes what processes left behind that were killed while they asked for the lock. */
export function sweep({ lock, parent }: Layout, host: Host): void {
  const prefix = `${basename(lock)}.`;
  for (const file of readdirSync(parent)) {
    const name = file.startsWith(prefix) ? file.slice(prefix.length) : "";
    if (/^[0-9]+-/.test(name) && runningProcess(name, host) === undefined) {
      rmSync(join(parent, file), { recursive: true, force: true });
    }
  }
}

/**
 * Takes the lock of an output, or throws naming the process that holds it; returns how to release it.
 * The lock is a folder that holds one empty file, named for its process and put there by one rename, so it is
 * never seen without its holder; and only the file of an ended process is ever removed by another, by name, so two
 * that find it at once cannot both win. A process on another machine or in another container counts as ended.
 */
export function takeLock(layout: Layout, host: Host): () => void {
  const self = nameProcess(host.pid);
  const request = `${layout.lock}.${self}`;
  // Where the beginning of a process is unknown, an ended one of the same id may have left it.
  rmSync(request, { recursive: true, force: true });
  mkdirSync(request);
  try {
    writeFileSync(join(request, self), "");
    while (!renameUnlessTaken(request, layout.lock)) expelEnded(layout, host);
  } catch (error) {
    rmSync(request, { recursive: true, force: true });
    throw error;
  }
  return () => {
    rmSync(join(layout.lock, self), { force: true });
    removeIfEmpty(layout.lock);
  };
}
