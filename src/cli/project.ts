import { type Diagnostic, sortDiagnostics } from "../diagnostic.ts";
import { didYouMean } from "../registry/expected.ts";
import { type Loaded, loadRegistry } from "../registry/load.ts";
import { openProject } from "../registry/project.ts";
import type { Registry } from "../registry/registry.ts";
import { checkTexts } from "../site/check.ts";
import { type Context, UsageError } from "./context.ts";

export interface Project {
  readonly loaded: Loaded;
  readonly registry: Registry;
  readonly diagnostics: readonly Diagnostic[];
  /** YAML files and tables of the project itself. */
  readonly fileCount: number;
}

/** Reads a project and everything without which its pages could not be right. */
export function readProject(project: string, { folder }: Context): Project {
  const loaded = loadRegistry(openProject(project, folder));
  const { registry, texts, diagnostics } = loaded;
  return {
    loaded,
    registry,
    diagnostics: sortDiagnostics([...diagnostics, ...checkTexts(texts)]),
    fileCount: new Set(registry.files.map(({ source }) => source.file)).size,
  };
}

/** The sites asked for, else all. */
export function pickSites(known: readonly string[], asked: readonly string[]): readonly string[] {
  const unknown = asked.find((id) => !known.includes(id));
  if (unknown === undefined) return asked.length > 0 ? asked : known;
  const hint = didYouMean(unknown, known);
  throw new UsageError(`unknown site "${unknown}"${hint === undefined ? "" : `\n(${hint}?)`}`);
}
