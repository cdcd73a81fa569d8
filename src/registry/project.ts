import { readdirSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { createDiagnostic, type Diagnostic } from "../diagnostic.ts";
import { memoizeByText } from "../memo.ts";
import { placeOfFile, readText, type ReadText } from "../source/text-file.ts";
import { cannotRead, createFindFault, isThere, type PathFault } from "./real-place.ts";

/** The folder of the package, from `src/registry` and from `dist/code` alike. */
export const packageFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where facts, words and templates stand in a project, and files for the output; nothing else of it is read. */
export const projectFolders = ["data", "content", "templates", "static"] as const;

/** The file in a project's folder that says how commands run there. */
export const settingsFile = "cookie-ledger.yaml";

/** Folders that no output may replace. */
export const protectedFolders = (project: string): string[] => [
  ...projectFolders.map((name) => join(project, name)),
  packageFolder,
];

/** The folders of a project, the one that wins first, and how its files are named in reports. */
export interface Project {
  readonly folder: string;
  readonly folders: readonly string[];
  /** The path that reports print. */
  readonly name: (path: string) => string;
  /** Whether the project is the package's own checkout, whose providers are those of the catalogue. */
  readonly holdsCatalogue: boolean;
  /** Whether a file so named stands in the project's folder. */
  readonly owns: (name: string) => boolean;
  /** What keeps a file of the project from being read, but for what it says. */
  readonly findFault: (path: string) => PathFault | undefined;
  /** Reads a file of the project, which is regular and has its real place inside. */
  readonly read: (path: string, maximumBytes?: number) => ReadText;
}

const unreadable = ({ name }: Pick<Project, "name">, { path, message }: PathFault): Diagnostic =>
  createDiagnostic(placeOfFile(name(path)), { rule: "unreadable-file", message });

/** `folder` overlays the package's files; reports name files as seen from `base`. Both are absolute. */
export function openProject(folder: string, base = folder): Project {
  const holdsCatalogue = folder === packageFolder;
  const folders = holdsCatalogue ? [folder] : [folder, packageFolder];
  const findFault = createFindFault(folders);
  const name = (path: string) => relative(base, path).split(sep).join("/");
  return {
    folder,
    folders,
    holdsCatalogue,
    name,
    owns(file) {
      const path = relative(folder, resolve(base, file));
      return path.split(sep)[0] !== ".." && !path.startsWith(join("node_modules", sep));
    },
    findFault,
    read(path, maximumBytes) {
      const fault = findFault(path);
      return fault
        ? { diagnostics: [unreadable({ name }, fault)] }
        : readText(path, name(path), maximumBytes);
    },
  };
}

/** Whether a file or folder of a project is passed over: hidden, a copy that an editor or a system keeps, or about the folder. */
export const isPassedOver = (name: string): boolean =>
  /^[.#]|~$|^((README|LICEN[CS]E)(\.(md|txt))?|Thumbs\.db|desktop\.ini)$/i.test(name);

/**
 * Whether a file is one that the package brings to a project elsewhere. It does not change while a process runs, so what
 * is read of it may be kept; in the package's own checkout every file may change.
 */
export const isPackaged = ({ folder }: Pick<Project, "folder">, path: string): boolean =>
  folder !== packageFolder &&
  projectFolders.some((name) => join(path, sep).startsWith(join(packageFolder, name, sep)));

const namesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => !isPassedOver(name))
    .toSorted((a, b) => (a < b ? -1 : 1));

const packagedNamesIn = memoizeByText(namesIn);

/** Paths by name, each with the paths of the same name in every folder that has one, the one that wins first. */
export function listFiles(
  project: Project,
  under: string,
): { files: ReadonlyMap<string, readonly string[]>; diagnostics: readonly Diagnostic[] } {
  const files = new Map<string, string[]>();
  const diagnostics: Diagnostic[] = [];
  const folders = project.folders.filter((folder) => isThere(folder, under));
  for (const folder of folders.map((one) => join(one, under)))
    try {
      for (const name of isPackaged(project, folder) ? packagedNamesIn(folder) : namesIn(folder))
        files.set(name, [...(files.get(name) ?? []), join(folder, name)]);
    } catch (error) {
      const found = project.findFault(folder) ?? {
        path: folder,
        message: cannotRead(error, "a folder"),
      };
      diagnostics.push(unreadable(project, found));
    }
  return { files, diagnostics };
}

/** The paths at which a file stands, readable or not, the one that wins first. */
export const findFile = (folders: readonly string[], path: string): string[] =>
  folders.filter((folder) => isThere(folder, path)).map((folder) => join(folder, path));
