import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Diagnostic, sortDiagnostics } from "../diagnostic.ts";
import { didYouMean } from "../registry/expected.ts";
import { loadRegistry } from "../registry/load.ts";
import { openProject, packageFolder } from "../registry/project.ts";
import type { Registry } from "../registry/registry.ts";
import { checkTexts } from "../site/check.ts";
import { type Context, UsageError } from "./context.ts";

/** The project's folder, absolute; a folder without sites is most often a slip. */
export function findProject(project: string, { folder }: Context): string {
  const path = resolve(folder, project);
  if (existsSync(join(path, "data", "sites"))) return path;
  throw new UsageError(
    `no project in "${path}": it has no data/sites\n(run "cookie-ledger init" to make one, or name another with --project)`,
  );
}

/** Folders that no output may replace. */
export const protectedFolders = (project: string): string[] => [
  ...["data", "content", "templates"].map((name) => join(project, name)),
  packageFolder,
];

export interface Project {
  readonly registry: Registry;
  readonly diagnostics: readonly Diagnostic[];
  /** YAML files and tables of the project itself. */
  readonly fileCount: number;
}

/** Reads a project and everything without which its pages could not be right. */
export function readProject(project: string, { folder }: Context): Project {
  const { registry, texts, diagnostics } = loadRegistry(openProject(project, folder));
  return {
    registry,
    diagnostics: sortDiagnostics([...diagnostics, ...checkTexts(texts)]),
    fileCount: new Set(registry.files.map(({ source }) => source.file)).size,
  };
}

/** The sites asked for, else all. */
export function pickSites({ sites }: Registry, asked: readonly string[]): readonly string[] {
  const known = [...sites.keys()];
  const unknown = asked.find((id) => !sites.has(id));
  if (unknown === undefined) return asked.length > 0 ? asked : known;
  const hint = didYouMean(unknown, known);
  throw new UsageError(`unknown site "${unknown}"${hint === undefined ? "" : `\n(${hint}?)`}`);
}
