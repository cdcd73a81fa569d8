import { resolve } from "node:path";
import type { Diagnostic } from "../diagnostic.ts";
import { lint } from "../lint/lint.ts";
import { rules } from "../lint/rules.ts";
import { listClaims } from "../registry/claims.ts";
import { openProject } from "../registry/project.ts";
import type { Registry } from "../registry/registry.ts";
import { renderJson } from "../report/json.ts";
import { summarize } from "../report/text.ts";
import { build, buildInBulk } from "../site/build.ts";
import type { Built } from "../site/output/publish.ts";
import { recover } from "../site/output/recover.ts";
import { NoSite } from "../site/no-site.ts";
import { RegistryFaults } from "../site/registry-faults.ts";
import type { Selection } from "../site/selection.ts";
import { summarizeBuild } from "./build-summary.ts";
import { type Context, type ExitStatus, exitStatus, fails, printReport } from "./context.ts";
import { createProgress } from "./progress.ts";
import { findProject, pickSites, protectedFolders, readProject } from "./project.ts";
import { readShard } from "./shard.ts";

export interface BuildOptions {
  readonly project: string;
  readonly output?: string;
  readonly site: readonly string[];
  readonly shard?: string;
  readonly bulk?: true;
  readonly strict?: true;
  readonly json?: true;
}

/** From so many sites on, pages are not kept as pages of Eleventy. */
const bulkThreshold = 250;

/** One line on what the rules find; false where that stops a strict build. Rules about age are left to `lint`. */
function printRules(
  registry: Registry,
  { project, strict }: BuildOptions,
  context: Context,
): boolean {
  const found = lint(registry, { rules }).filter(({ severity }) => severity !== "note");
  const where = project === "." ? "" : ` --project ${project}`;
  if (found.length > 0)
    context.err(`${summarize(found)} by the rules: cookie-ledger lint${where}\n`);
  const stops = strict === true && fails(found, false);
  if (stops) context.err("nothing was built\n");
  return !stops;
}

function printFaults(
  diagnostics: readonly Diagnostic[],
  { json }: BuildOptions,
  context: Context,
): ExitStatus {
  if (json) context.out(renderJson(diagnostics));
  else printReport(diagnostics, context.out);
  context.err("nothing was built\n");
  return exitStatus.problems;
}

function printNoSite({ err }: Context): ExitStatus {
  err("no site to build: every file in data/sites is abstract, or there is none\n");
  return exitStatus.problems;
}

/** Builds the pages of a project. A registry with errors builds nothing, and the last output stays as it is. */
export async function runBuild(options: BuildOptions, context: Context): Promise<ExitStatus> {
  const project = findProject(options.project, context);
  const shard = readShard(options);
  const output =
    options.output === undefined
      ? resolve(project, "_site")
      : resolve(context.folder, options.output);
  const target = { output, protect: protectedFolders(project), host: context.host };
  const { signal, runtime } = context;
  recover(target);

  const { claims } = listClaims(openProject(project, context.folder));
  const inBulk = options.bulk === true || claims.size > bulkThreshold;
  const read = inBulk && !options.strict ? undefined : readProject(project, context);
  if (read && read.diagnostics.length > 0) return printFaults(read.diagnostics, options, context);
  if (read && !printRules(read.registry, options, context)) return exitStatus.problems;
  const known = [...(read?.registry.sites ?? claims).keys()];
  if (known.length === 0) return printNoSite(context);
  const siteIds = pickSites(known, options.site);
  const selection: Selection = {
    ...(options.site.length > 0 ? { siteIds } : {}),
    ...(shard ? { shard } : {}),
  };

  const progress = createProgress(context);
  let built: Built;
  try {
    built =
      read && !inBulk
        ? await build({
            loaded: read.loaded,
            mode: "published",
            target,
            selection,
            signal,
            runtime,
          })
        : await buildInBulk({
            project,
            base: context.folder,
            target,
            selection,
            signal,
            runtime,
            onProgress: progress.show,
          });
  } catch (error) {
    progress.clear();
    // In bulk it shows only when all are read.
    if (error instanceof NoSite) return printNoSite(context);
    if (!(error instanceof RegistryFaults)) throw error;
    return printFaults(error.diagnostics, options, context);
  }
  progress.clear();
  const summary = summarizeBuild(built, output, context);
  if (options.json) context.out(summary.json);
  else context.err(summary.text);
  return exitStatus.ok;
}
