import { resolve } from "node:path";
import { rules as auditRules } from "../audit/rules.ts";
import { lint } from "../lint/lint.ts";
import { rules } from "../lint/rules.ts";
import type { Registry } from "../registry/registry.ts";
import { summarize } from "../report/text.ts";
import { build } from "../site/build.ts";
import { recover } from "../site/output/recover.ts";
import { type Context, type ExitStatus, exitStatus, fails, printReport } from "./context.ts";
import { findProject, pickSites, protectedFolders, readProject } from "./project.ts";

export interface BuildOptions {
  readonly project: string;
  readonly output?: string;
  readonly site: readonly string[];
  readonly strict?: true;
}

/** One line on what the rules find; false where that stops a strict build. Rules about age are left to `lint`. */
function printRules(
  registry: Registry,
  { project, strict }: BuildOptions,
  context: Context,
): boolean {
  const found = lint(registry, { rules, otherRules: auditRules.map(({ id }) => id) }).filter(
    ({ severity }) => severity !== "note",
  );
  const where = project === "." ? "" : ` --project ${project}`;
  if (found.length > 0)
    context.err(`${summarize(found)} by the rules: cookie-ledger lint${where}\n`);
  const stops = strict === true && fails(found, false);
  if (stops) context.err("nothing was built\n");
  return !stops;
}

/** Builds the pages of a project. A registry with errors builds nothing, and the last output stays as it is. */
export async function runBuild(options: BuildOptions, context: Context): Promise<ExitStatus> {
  const project = findProject(options.project, context);
  const output =
    options.output === undefined
      ? resolve(project, "_site")
      : resolve(context.folder, options.output);
  const target = { output, protect: protectedFolders(project), host: context.host };
  recover(target);
  const { registry, diagnostics } = readProject(project, context);
  if (diagnostics.length > 0) {
    printReport(diagnostics, context.out);
    context.err("nothing was built\n");
    return exitStatus.problems;
  }
  if (!printRules(registry, options, context)) return exitStatus.problems;
  const siteIds = pickSites(registry, options.site);
  if (siteIds.length === 0) {
    context.err("no site to build: every file in data/sites is abstract, or there is none\n");
    return exitStatus.problems;
  }
  const { signal } = context;
  const { files, bytes } = await build({ registry, siteIds, mode: "published", target, signal });
  context.err(`${files} files, ${Math.ceil(bytes / 1000)} kB: ${output}\n`);
  return exitStatus.ok;
}
