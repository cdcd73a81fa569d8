import type { Diagnostic } from "../diagnostic.ts";
import { type RawEntry, draftOf, reportAt } from "./entry.ts";
import type { Layers } from "../source/layers.ts";
import { findFile, listFiles, type Project } from "./project.ts";
import { readSource, type Source } from "../source/yaml-file.ts";
import { placeOfFile, report } from "../source/text-file.ts";

function readLayers(project: Project, paths: readonly string[]) {
  const read = paths.map((path) => readSource(path, project.name(path)));
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
      diagnostics: [report(placeOfFile(project.name(`${project.folder}/${path}`)), problem)],
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
  return [reportAt(draft, ["id"], { rule: "id-mismatch", message })];
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

const providerFile = /^(?<id>[a-z][a-z0-9]*(-[a-z0-9]+)*)\.yaml$/;

/** Lists a folder; `pattern` finds the id in the name of a file, `example` is such a name. */
export function openDrafts(
  project: Project,
  under: string,
  pattern = providerFile,
  example = "acme.yaml",
): OpenDrafts {
  const files = new Map<string, readonly string[]>();
  const diagnostics: Diagnostic[] = [];
  for (const [name, paths] of listFiles(project.folders, under)) {
    const id = pattern.exec(name)?.groups?.["id"];
    if (id !== undefined) files.set(id, paths);
    else {
      const message = `file name "${name}", expected an id and ".yaml", such as "${example}"`;
      const place = placeOfFile(project.name(paths[0]!));
      diagnostics.push(report(place, { rule: "bad-file-name", message }));
    }
  }
  return {
    ids: new Set(files.keys()),
    isOwn: (id) => files.get(id)?.some((path) => project.owns(project.name(path))) ?? false,
    read(id) {
      const { layers, diagnostics: unreadable } = readLayers(project, files.get(id) ?? []);
      if (!layers) return { diagnostics: unreadable };
      const draft = draftOf(id, layers);
      return { draft, diagnostics: [...unreadable, ...idMismatch(draft)] };
    },
    diagnostics,
  };
}
