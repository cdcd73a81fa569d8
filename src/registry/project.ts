import { existsSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the package: its `src` (or `dist`) is two levels above this module. */
export const packageFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where facts, words and templates stand in a project; nothing else of it is read. */
export const projectFolders = ["data", "content", "templates"] as const;

/** The folders of a project, the one that wins first, and how its files are named in reports. */
export interface Project {
  readonly folder: string;
  readonly folders: readonly string[];
  /** The path that reports print. */
  readonly name: (path: string) => string;
  /** Whether a file so named stands in the project's folder. */
  readonly owns: (name: string) => boolean;
}

/** `folder` overlays the package's files; reports name files as seen from `base`. Both are absolute. */
export function openProject(folder: string, base = folder): Project {
  return {
    folder,
    folders: folder === packageFolder ? [folder] : [folder, packageFolder],
    name: (path) => relative(base, path).split(sep).join("/"),
    owns(name) {
      const path = relative(folder, resolve(base, name));
      return path.split(sep)[0] !== ".." && !path.startsWith(join("node_modules", sep));
    },
  };
}

/** Whether a file or folder of a project is passed over: hidden, a copy that an editor or a system keeps, or about the folder. */
export const isPassedOver = (name: string): boolean =>
  /^[.#]|~$|^((README|LICEN[CS]E)(\.(md|txt))?|Thumbs\.db|desktop\.ini)$/i.test(name);

function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const visible = readdirSync(folder).filter((name) => !isPassedOver(name));
  return visible.toSorted((a, b) => (a < b ? -1 : 1));
}

/** Paths by name, each with the paths of the same name in every folder that has one, the one that wins first. */
export function listFiles(folders: readonly string[], under: string): Map<string, string[]> {
  const files = new Map<string, string[]>();
  for (const folder of folders)
    for (const name of namesIn(join(folder, under))) {
      const path = join(folder, under, name);
      files.set(name, [...(files.get(name) ?? []), path]);
    }
  return files;
}

/** The paths at which a file stands, the one that wins first. */
export const findFile = (folders: readonly string[], path: string): string[] =>
  folders.map((folder) => join(folder, path)).filter((candidate) => existsSync(candidate));
