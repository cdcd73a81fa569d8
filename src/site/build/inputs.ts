import { createHash } from "node:crypto";
import { lstatSync, readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { once } from "../../memo.ts";
import { openProject, packageFolder, projectFolders } from "../../registry/project.ts";
import type { Hash } from "../output/hash.ts";
import { unlessUnreadable } from "../output/intact-files.ts";
import type { Selection } from "./selection.ts";

/** The folder of this program's code: `src` of a checkout, `dist/code` of the package. */
export const codeFolder = join(
  packageFolder,
  import.meta.url.endsWith(".ts") ? "src" : "dist/code",
);

/** All that a build is made from, byte for byte, before any of it is understood. */
export interface Inputs {
  /** Fingerprint of it; absent where something cannot be read. */
  readonly hash: () => Hash | undefined;
  /** Whether no file of it was written, made or removed since it was listed. */
  readonly areAsListed: () => boolean;
}

interface Order {
  /** The project's folder, absolute. */
  readonly project: string;
  readonly selection: Selection;
  /** The version of what runs the program. */
  readonly runtime: string;
}

/** Every folder and file below one, folders with a separator at the end; `undefined` where something is neither. */
function listBelow(folder: string, withHidden: boolean): string[] | undefined {
  const found: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!withHidden && entry.name.startsWith(".")) continue;
    const path = join(folder, entry.name);
    if (entry.isFile()) found.push(path);
    else {
      const below = entry.isDirectory() ? listBelow(path, withHidden) : undefined;
      if (!below) return undefined;
      found.push(path + sep, ...below);
    }
  }
  return found.toSorted();
}

/** A folder that files are read from, what of it is read, and under which name. */
interface Root {
  readonly name: string;
  readonly folder: string;
  readonly paths: readonly string[];
}

function listRoot(name: string, folder: string, withHidden = false): Root[] | undefined {
  const state = lstatSync(folder, { throwIfNoEntry: false });
  if (!state) return [];
  const paths = state.isDirectory() ? listBelow(folder, withHidden) : undefined;
  return paths && [{ name, folder, paths }];
}

function listRoots(project: string): Root[] | undefined {
  const found = [
    ...openProject(project).folders.flatMap((folder, index) =>
      projectFolders.map((name) =>
        listRoot(`${index} ${name}`, join(folder, name), name === "static"),
      ),
    ),
    listRoot("code", codeFolder),
    [{ name: "package", folder: packageFolder, paths: [join(packageFolder, "package.json")] }],
  ];
  return found.every((roots) => roots !== undefined) ? found.flat() : undefined;
}

const isFolder = (path: string): boolean => path.endsWith(sep);

function hashContents(roots: readonly Root[], order: Order): Hash {
  const hash = createHash("sha256").update(JSON.stringify([order.runtime, order.selection]));
  for (const { name, folder, paths } of roots)
    for (const path of paths) {
      hash.update(`${name} ${relative(folder, path)}\n`);
      if (isFolder(path)) continue;
      const bytes = readFileSync(path);
      hash.update(`${bytes.length}\n`).update(bytes);
    }
  return hash.digest("base64url");
}

const statesOf = (roots: readonly Root[]): string =>
  roots
    .flatMap(({ paths }) => paths)
    .map((path) => {
      if (isFolder(path)) return path;
      const { ino, size, mtimeMs, ctimeMs } = lstatSync(path);
      return `${path} ${ino} ${size} ${mtimeMs} ${ctimeMs}`;
    })
    .join("\n");

/**
 * Lists what a build reads: of the project, the package and the program. `undefined` where a symbolic link or something
 * unreadable is among it, of which only the loader knows what it makes, and where only some sites are built.
 */
export function listInputs(order: Order): Inputs | undefined {
  const { project, selection } = order;
  if (selection.siteIds) return undefined;
  const list = () =>
    unlessUnreadable(() => {
      const roots = listRoots(project);
      return roots && { roots, states: statesOf(roots) };
    });
  const listed = list();
  return (
    listed && {
      hash: once(() => unlessUnreadable(() => hashContents(listed.roots, order))),
      areAsListed: () => list()?.states === listed.states,
    }
  );
}
