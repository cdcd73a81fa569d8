import { CannotBuild } from "./cannot-build.ts";
import { checkPath, foldPath } from "./paths.ts";

/** The paths already taken in one output, in which the files of a top-level folder come one after another. */
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

type Taken = Map<string, { readonly path: string; readonly kind: Kind }>;

/** Takes a path of that kind; false where it is a folder that is taken already. */
function add(taken: Taken, path: string, kind: Kind): boolean {
  const folded = foldPath(path);
  const other = taken.get(folded);
  if (!other) {
    taken.set(folded, { path, kind });
    return true;
  }
  if (other.path !== path) throw new CannotBuild(describeCollision(path, other.path));
  if (other.kind !== kind)
    throw new CannotBuild(`cannot write "${path}" as a file and as a folder`);
  if (kind === "file") throw new CannotBuild(describeCollision(path, other.path));
  return false;
}

export function createNames(): Names {
  const tops: Taken = new Map();
  // An output has thousands of folders; what stands in one of them is forgotten when the next begins.
  let [current, within]: [string | undefined, Taken] = [undefined, new Map()];

  return {
    take(path) {
      checkPath(path);
      const [top = "", ...inner] = path.split("/");
      if (inner.length === 0) {
        add(tops, path, "file");
        return [];
      }
      const fresh: string[] = [];
      if (top !== current) {
        if (!add(tops, top, "folder"))
          throw new CannotBuild(`cannot write "${path}": its folder is finished`);
        [current, within] = [top, new Map()];
        fresh.push(top);
      }
      let folder = top;
      for (const name of inner.slice(0, -1)) {
        folder = `${folder}/${name}`;
        if (add(within, folder, "folder")) fresh.push(folder);
      }
      add(within, path, "file");
      return fresh;
    },
  };
}
