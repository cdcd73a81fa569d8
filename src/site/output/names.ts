import { CannotBuild } from "./cannot-build.ts";
import { checkPath, foldPath } from "./paths.ts";

/** The paths already taken in one output. */
export interface Names {
  /**
   * Takes `path` for a file and returns its folders that are new, outermost first.
   * Throws where the path is not safe or cannot stand beside one already taken.
   */
  take(path: string): readonly string[];
}

type Kind = "file" | "folder";

function describeCollision(path: string, taken: string): string {
  if (path === taken) return `cannot write "${path}" twice`;
  return `cannot write "${path}" beside "${taken}": some systems hold them for one`;
}

/** `path` and every folder above it, outermost first: `a`, `a/b`, `a/b/c`. */
const prefixes = (path: string): string[] =>
  path.split("/").map((_, index, segments) => segments.slice(0, index + 1).join("/"));

export function createNames(): Names {
  const folders = new Set<string>();
  const taken = new Map<string, { readonly path: string; readonly kind: Kind }>();

  function add(path: string, kind: Kind): void {
    const other = taken.get(foldPath(path));
    if (other?.path === path && other.kind !== kind) {
      throw new CannotBuild(`cannot write "${path}" as a file and as a folder`);
    }
    if (other) throw new CannotBuild(describeCollision(path, other.path));
    taken.set(foldPath(path), { path, kind });
  }

  return {
    take(path) {
      checkPath(path);
      const fresh = prefixes(path)
        .slice(0, -1)
        .filter((folder) => !folders.has(folder));
      for (const folder of fresh) {
        add(folder, "folder");
        folders.add(folder);
      }
      add(path, "file");
      return fresh;
    },
  };
}
