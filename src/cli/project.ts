import type { Diagnostic } from "../diagnostic.ts";
import { loadRegistry, type Loaded } from "../registry/load.ts";
import { openProject } from "../registry/project.ts";
import type { Registry } from "../registry/registry.ts";
import { UsageError, type Context } from "./context.ts";
import { noSite } from "./project-folder.ts";

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
  const { registry, diagnostics } = loaded;
  return {
    loaded,
    registry,
    diagnostics,
    fileCount: new Set(registry.files.map(({ source }) => source.file)).size,
  };
}

/** Fails where a project whose files are all right has no site at all. */
export function checkSites({ registry, diagnostics }: CheckedProject, what: string): void {
  if (registry.sites.size === 0 && diagnostics.length === 0) throw new UsageError(noSite(what));
}
