import { CannotBuild } from "../../files/system-error.ts";
import { memoizeByText } from "../../memo.ts";

/** What no segment of a path may be, on any system that may build, unpack or serve the site. */
const faults: readonly (readonly [RegExp, string])[] = [
  [/^$/, "has an empty segment"],
  [/^\.\.?$/, "leaves its folder"],
  [/[\p{Cc}\p{Cf}\p{Cs}]/u, "has an invisible character"],
  [/[<>:"|?*\\]/, "has a character that Windows refuses"],
  [/[. ]$/, "has a segment that ends in a dot or a space"],
  [
    /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\.|$)/i,
    "has the name of a Windows device",
  ],
  [/^\.cookie-ledger/i, "has a name kept for the build itself"],
];

const faultOf = memoizeByText((segment) => {
  const fault = faults.find(([pattern]) => pattern.test(segment));
  return fault ? fault[1] : "";
});

/** Throws unless `path` is relative, separated by `/`, and names the same file inside the output on every system. */
export function checkPath(path: string): void {
  for (const segment of path.split("/")) {
    const fault = faultOf(segment);
    if (fault) throw new CannotBuild(`cannot write ${JSON.stringify(path)}: it ${fault}`);
  }
}

/** Equal for paths that some file system holds for one: by case, or by Unicode composition. */
export const foldPath = (path: string): string =>
  path.normalize("NFD").toUpperCase().toLowerCase().normalize("NFC");

/** The paths already taken in one output, in which the files of a top-level folder come one after another. */
export interface TakenPaths {
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

export function createTakenPaths(): TakenPaths {
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
