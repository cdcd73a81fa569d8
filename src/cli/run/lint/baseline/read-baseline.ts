import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../../../../diagnostic.ts";
import { buildEntry, draftOf, type Entry } from "../../../../registry/entry.ts";
import type { Project } from "../../../../registry/project.ts";
import { type Baseline, baselineSchema } from "../../../../registry/settings/baseline-schema.ts";
import { maximumTableBytes } from "../../../../registry/sites/table.ts";
import { sourceOf } from "../../../../source/yaml-file.ts";

/** Beside the data of a project: what was wrong when the rules were taken on. */
export const baselineFile = "cookie-ledger-baseline.yaml";

/** The baseline of a project, if it has one and nothing is wrong with it. */
export function readBaseline(project: Project): {
  baseline?: Entry<Baseline>;
  diagnostics: readonly Diagnostic[];
} {
  const path = join(project.folder, baselineFile);
  if (!existsSync(path)) return { diagnostics: [] };
  const { text, diagnostics: unreadable } = project.read(path, maximumTableBytes);
  const { source, diagnostics } = text ? sourceOf(text) : { diagnostics: unreadable };
  if (!source) return { diagnostics };
  const built = buildEntry(draftOf(baselineFile, [source]), baselineSchema);
  return {
    diagnostics: built.diagnostics,
    ...(built.entry ? { baseline: built.entry } : {}),
  };
}
