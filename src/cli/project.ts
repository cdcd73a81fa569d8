import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { sortDiagnostics, type Diagnostic } from "../diagnostic.ts";
import { checkTexts } from "../prose/check.ts";
import { loadRegistry, type Loaded } from "../registry/load.ts";
import { openProject, packageFolder, projectFolders } from "../registry/project.ts";
import type { Registry } from "../registry/registry.ts";
import { didYouMean } from "../source/suggestions.ts";
import { UsageError, type Context } from "./context.ts";

export interface CheckedProject {
  readonly loaded: Loaded;
  readonly registry: Registry;
  readonly diagnostics: readonly Diagnostic[];
  /** YAML files and tables of the project itself. */
  readonly fileCount: number;
}

/** Reads a project and everything without which its pages could not be right. */
export function readProject(project: string, { folder }: Context): CheckedProject {
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

/** The project's folder, absolute; a folder without sites is most often a slip. */
export function findProject(project: string, { folder }: Context): string {
  const path = resolve(folder, project);
  if (existsSync(join(path, "data", "sites"))) return path;
  throw new UsageError(
    `no project in "${path}": it has no data/sites\n(run "npx cookie-ledger init" to make one, or name another with --project)`,
  );
}

/** Why a project whose files are all right has nothing to do, and what it then cannot. */
export const noSite = (what: string): string =>
  `no site to ${what}: every file in data/sites is abstract, or there is none`;

/** Fails where a project whose files are all right has no site at all. */
export function checkSites({ registry, diagnostics }: CheckedProject, what: string): void {
  if (registry.sites.size === 0 && diagnostics.length === 0) throw new UsageError(noSite(what));
}

/** Folders that no output may replace. */
export const protectedFolders = (project: string): string[] => [
  ...projectFolders.map((name) => join(project, name)),
  packageFolder,
];
