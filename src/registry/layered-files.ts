import { join, relative, sep } from "node:path";
import { type Diagnostic, createDiagnostic } from "../diagnostic.ts";
import { type RawEntry, draftOf } from "./entry.ts";
import { idGrammar } from "../vocabulary/id.ts";
import type { Layers } from "../source/layers.ts";
import { openPackageCache, schemasFor } from "./files/package-cache.ts";
import { findFile, isPackaged, listFiles, packageFolder, type Project } from "./project.ts";
import { sourceOf, type Source } from "../source/yaml-file.ts";
import { placeOfFile, type ReadText, type TextFile } from "../source/text-file.ts";
import { memoize, memoizeByText } from "../memo.ts";
import { maximumProseBytes } from "../prose/prose.ts";

/** Reads each file of a project once, and of the package below it once for all projects that name it alike. */
function readOnce<Made>(read: (project: Project, path: string) => Made) {
  const packaged = memoizeByText(read, (project, path) => `${path}\n${project.name(path)}`);
  return memoize((project: Project) => {
    const own = memoizeByText((path) => read(project, path));
    return (path: string) => (isPackaged(project, path) ? packaged(project, path) : own(path));
  });
}

const packed = openPackageCache();

/** What was found of a file of the package when it was packed, and its name as seen from there. */
function lookUp(project: Project, path: string, { text }: TextFile) {
  if (!isPackaged(project, path)) return undefined;
  const name = relative(packageFolder, path).split(sep).join("/");
  const cached = packed(name, text);
  return cached && { ...cached, name };
}

/** Several languages may take words from one file. */
export const sourceIn = readOnce((project, path): ReturnType<typeof sourceOf> => {
  const { text, diagnostics } = project.read(path);
  if (!text) return { diagnostics };
  const { name, value, fits } = lookUp(project, path, text) ?? {};
  return sourceOf(text, value && { value, ...(fits ? { fits: schemasFor(name!) } : {}) });
});

/** As `sourceIn`, for prose. */
export const textIn = readOnce((project, path): ReadText => {
  const { text, diagnostics } = project.read(path, maximumProseBytes);
  if (!text) return { diagnostics };
  const isSound = lookUp(project, path, text)?.fits === true;
  return { text: { ...text, isSound }, diagnostics };
});

function readLayers(project: Project, paths: readonly string[]) {
  const read = paths.map(sourceIn(project));
  const sources = read.flatMap(({ source }) => (source ? [source] : []));
  const diagnostics = read.flatMap((one) => one.diagnostics);
  const [first, ...rest] = sources as [Source?, ...Source[]];
  const layers: Layers | undefined =
    first && sources.length === paths.length ? [first, ...rest] : undefined;
  return { layers, diagnostics };
}

/** One YAML file that every layer may bring; `undefined` where none can be read. */
export function readDraft(
  project: Project,
  path: string,
): { draft?: RawEntry; diagnostics: Diagnostic[] } {
  const paths = findFile(project.folders, path);
  if (paths.length === 0) {
    const problem = { rule: "unreadable-file", message: "missing file" } as const;
    return {
      diagnostics: [
        createDiagnostic(placeOfFile(project.name(`${project.folder}/${path}`)), problem),
      ],
    };
  }
  const { layers, diagnostics } = readLayers(project, paths);
  return { diagnostics, ...(layers ? { draft: draftOf(path, layers) } : {}) };
}

/** That an `id` says another thing than the name of its file. */
export function idMismatch(draft: RawEntry): Diagnostic[] {
  const { id } = draft.data;
  if (id === undefined || id === draft.id) return [];
  const message = `id ${JSON.stringify(id)} differs from its file's name, expected "${draft.id}"`;
  return [createDiagnostic(draft.place(["id"]), { rule: "id-mismatch", message })];
}

/** The YAML files of a folder, by id; each is read when it is asked for. */
export interface OpenDrafts {
  /** Ids of files that are there, readable or not: what refers to them is not wrong. */
  readonly ids: ReadonlySet<string>;
  /** Whether the project itself has a file of that id, alone or over the package's. */
  readonly isOwn: (id: string) => boolean;
  readonly read: (id: string) => { draft?: RawEntry; diagnostics: readonly Diagnostic[] };
  /** What is wrong with the names of the files. */
  readonly diagnostics: readonly Diagnostic[];
}

const providerFile = new RegExp(`^(?<id>${idGrammar})\\.yaml$`);

/** Lists a folder; `pattern` finds the id in the name of a file, `example` is such a name. */
export function openDrafts(
  project: Project,
  under: string,
  pattern = providerFile,
  example = "acme.yaml",
): OpenDrafts {
  const files = new Map<string, readonly string[]>();
  const listed = listFiles(project, under);
  const ownFolder = join(project.folder, under, sep);
  const diagnostics: Diagnostic[] = [...listed.diagnostics];
  for (const [name, paths] of listed.files) {
    const id = pattern.exec(name)?.groups?.["id"];
    if (id !== undefined) files.set(id, paths);
    else {
      const message = `file name "${name}", expected an id and ".yaml", such as "${example}"`;
      const place = placeOfFile(project.name(paths[0]!));
      diagnostics.push(createDiagnostic(place, { rule: "bad-file-name", message }));
    }
  }
  return {
    ids: new Set(files.keys()),
    isOwn: (id) => files.get(id)?.[0]?.startsWith(ownFolder) ?? false,
    read(id) {
      const { layers, diagnostics: unreadable } = readLayers(project, files.get(id) ?? []);
      if (!layers) return { diagnostics: unreadable };
      const draft = draftOf(id, layers);
      return { draft, diagnostics: [...unreadable, ...idMismatch(draft)] };
    },
    diagnostics,
  };
}
