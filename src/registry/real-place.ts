import { lstatSync, realpathSync, statSync, type Stats } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

/** What keeps a file from being read, and the part of its path where it stands. */
export interface PathFault {
  readonly path: string;
  readonly message: string;
}

const reasonOf = (error: unknown): string =>
  (error as NodeJS.ErrnoException).code ?? "unknown reason";

/** Says why something cannot be read; `expected` is what it should have been. */
export const cannotRead = (error: unknown, expected: "a file" | "a folder"): string =>
  `cannot be read (${reasonOf(error)}), expected ${expected}`;

function exists(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/**
 * Whether something stands at a path below a folder, readable or not. A link that leads nowhere is there, and so is
 * all below it or below a file: only what nobody has written is absent.
 */
export function isThere(folder: string, path: string): boolean {
  try {
    lstatSync(join(folder, path));
    return true;
  } catch (error) {
    if (reasonOf(error) !== "ENOENT") return true;
    const parent = dirname(path);
    return parent !== "." && isThere(folder, parent) && !exists(join(folder, parent));
  }
}

const kindOf = (stats: Stats): string =>
  stats.isDirectory() ? "folder" : stats.isFIFO() ? "pipe" : "device";

/** Finds what is wrong with the place of a file: only a regular one whose real place is inside `folders` may be read. */
export function createFindFault(
  folders: readonly string[],
): (path: string) => PathFault | undefined {
  const roots = folders.map((folder) => {
    try {
      return realpathSync.native(folder);
    } catch {
      return folder;
    }
  });
  const isInside = (real: string): boolean =>
    roots.some((root) => real === root || real.startsWith(join(root, sep)));
  const sound = new Set<string>();

  function walk(path: string): PathFault | undefined {
    const folder = folders.find((one) => path.startsWith(join(one, sep))) ?? dirname(path);
    let at = folder;
    for (const part of relative(folder, path).split(sep)) {
      const parent = at;
      at = join(at, part);
      try {
        if (!statSync(parent).isDirectory())
          return { path: parent, message: "file, expected a folder" };
        if (!isInside(realpathSync.native(at)))
          return {
            path: at,
            message: "link that leads out of the project, expected a file inside it",
          };
      } catch (error) {
        return { path: at, message: cannotRead(error, "a file") };
      }
    }
    const stats = statSync(path);
    if (!stats.isFile()) return { path, message: `${kindOf(stats)}, expected a file` };
    sound.add(dirname(path));
    return undefined;
  }

  return (path) => {
    // Nearly every file stands in a folder that is known to be sound, and is no link.
    const stats = sound.has(dirname(path)) ? lstatSync(path, { throwIfNoEntry: false }) : undefined;
    return stats?.isFile() ? undefined : walk(path);
  };
}
