import { join } from "node:path";
import { replaceSources } from "../../files/replace-sources.ts";
import { CannotBuild } from "../../files/system-error.ts";
import { type Replacement, textAt } from "../../files/write-files.ts";
import { editorWords } from "../../registry/languages/editor-words.ts";
import { openRegistry } from "../../registry/open.ts";
import { openProject, type Project } from "../../registry/project.ts";
import { editorSchemas, isEditorSchema } from "../../registry/schema/json-schema.ts";
import { termsOf } from "../../registry/words-of-ids.ts";
import { createFormat } from "../../site/page/format.ts";
import type { ProjectOptions } from "../commands/options.ts";
import { type Context, type ExitStatus, exitStatus, UsageError } from "../context.ts";
import { resolveProject } from "../project-folder.ts";
import { ignorableRules, ruleHelp } from "../report.ts";

/** The JSON Schemas of a project's files, by name, with its own ids. */
export function schemasOf(project: Project): ReadonlyMap<string, string> {
  const opened = openRegistry(project);
  const terms = termsOf(opened, "en");
  if (!terms) throw new UsageError("faulty content/en/terms.yaml, expected one that lint passes");
  const canIgnore = ignorableRules();
  const rules = ruleHelp().filter(({ id }) => canIgnore.has(id));
  const summaries = new Map(rules.map(({ id, summary }) => [id, summary]));
  return editorSchemas(editorWords(opened, terms, createFormat("en", terms).country, summaries));
}

/** The files of these schemas in a project; refuses where a file stands that is no such schema. */
export const replaceSchemas = (
  project: Project,
  schemas: ReadonlyMap<string, string>,
): Replacement[] =>
  [...schemas].map(([name, text]) => {
    const path = join(project.folder, "data", "schema", `${name}.json`);
    const before = textAt(path);
    if (before !== undefined && !isEditorSchema(before))
      throw new CannotBuild(
        `"${project.name(path)}" is not of cookie-ledger, nothing was written; move it elsewhere`,
      );
    return { path, before, text };
  });

/** Writes what editors need to check and complete the files of a project. */
export function runSchema(options: ProjectOptions, context: Context): ExitStatus {
  const project = openProject(resolveProject(options.project, context), context.folder);
  const files = replaceSchemas(project, schemasOf(project));
  const written = replaceSources(project.folder, files, context.host);
  context.out(written.map((path) => `${project.name(path)}\n`).join(""));
  if (written.length === 0) context.err("every schema is fresh\n");
  return exitStatus.ok;
}
