import { join } from "node:path";
import { createDiagnostic, type Diagnostic, sortDiagnostics } from "../../diagnostic.ts";
import { didYouMean } from "../../source/suggestions.ts";
import { sourceOf } from "../../source/yaml-file.ts";
import { buildEntry, draftOf, type RawEntry } from "../entry.ts";
import { type Project, settingsFile } from "../project.ts";
import { type Settings, settingsSchema } from "./settings-schema.ts";

/** Severities of rules that do not exist, or that cannot have another one. */
function unknownRules({ data, place }: RawEntry, rules: ReadonlySet<string>): Diagnostic[] {
  const ids = Object.keys((data["severities"] as object | null | undefined) ?? {});
  return ids.flatMap((id) => {
    if (rules.has(id)) return [];
    const message = `unknown rule "${id}", expected one that can be ignored`;
    const hint = didYouMean(id, [...rules]);
    return createDiagnostic(place(["severities", id], "key"), {
      rule: "unknown-rule",
      message,
      hint,
    });
  });
}

/** What the file of a project sets for its commands, or what is wrong with it; `rules` are those that can be ignored. */
export function readSettings(
  project: Project,
  rules: ReadonlySet<string>,
): { settings?: Settings; diagnostics: readonly Diagnostic[] } {
  const { text, diagnostics: unreadable } = project.read(join(project.folder, settingsFile));
  const { source, diagnostics } = text ? sourceOf(text) : { diagnostics: unreadable };
  if (!source) return { diagnostics };
  const draft = draftOf(settingsFile, [source]);
  const built = buildEntry(draft, settingsSchema);
  const faults = [...built.diagnostics, ...unknownRules(draft, rules)];
  return faults.length > 0 || !built.entry
    ? { diagnostics: sortDiagnostics(faults) }
    : { settings: built.entry.value, diagnostics: [] };
}
