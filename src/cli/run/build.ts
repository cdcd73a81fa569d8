import { resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import { openProject, protectedFolders } from "../../registry/project.ts";
import { countSites } from "../../registry/sites/site-files.ts";
import { NoSite, RegistryFaults } from "../../site/build/errors.ts";
import type { Selection, Shard } from "../../site/build/selection.ts";
import type { Built } from "../../site/output/publish.ts";
import { recover, type Target } from "../../site/output/recover.ts";
import type { BuildOptions } from "../commands/build.ts";
import { type Context, type ExitStatus, exitStatus, UsageError } from "../context.ts";
import { findProject, noSite, pickSites } from "../project-folder.ts";
import { browserOf } from "../browser-option.ts";
import { createProgress, describeBuild, printFaults, summarizeBuild } from "./build-report.ts";

/** What is to be built, and where. */
interface Task {
  readonly options: BuildOptions;
  /** The project's folder, absolute. */
  readonly project: string;
  readonly target: Target;
  readonly selection: Selection;
  readonly context: Context;
}

/** From so many sites on, no more than one site at a time is kept. */
const bulkThreshold = 250;

/** Reads `2/8`: the second of eight shards. */
export function readShard({
  shard,
  site,
}: Pick<BuildOptions, "shard" | "site">): Shard | undefined {
  if (shard === undefined) return undefined;
  const [, index, count] = /^([1-9]\d{0,4})\/([1-9]\d{0,4})$/.exec(shard) ?? [];
  if (index === undefined || Number(index) > Number(count))
    throw new UsageError(`bad shard "${shard}", expected a number of how many, such as "2/8"`);
  if (site.length > 0) throw new UsageError("both --shard and --site, expected one of them");
  return { index: Number(index), count: Number(count) };
}

/** Reads the whole registry and judges it by the rules; `undefined` where that stops the build. */
async function readChecked({ options, project, context }: Task) {
  const [{ readProject }, { checkRules }, { tellLosses }] = await Promise.all([
    import("../project.ts"),
    import("./check-rules.ts"),
    import("./tell-losses.ts"),
  ]);
  const { loaded, registry, diagnostics } = readProject(project, context);
  if (diagnostics.length > 0) throw new RegistryFaults(diagnostics);
  if (!checkRules(registry, options, context)) return undefined;
  const known = [...registry.sites.keys()];
  const built = options.site.length > 0 ? known.filter((id) => options.site.includes(id)) : known;
  tellLosses(registry, built, options.project, context);
  return loaded;
}

/** All sites in this thread. */
async function buildHere(task: Task): Promise<Built | undefined> {
  const loaded = await readChecked(task);
  if (!loaded) return undefined;
  const { sites } = loaded.registry;
  if (sites.size === 0) throw new NoSite();
  const { options, target, selection, context } = task;
  pickSites([...sites.keys()], options.site);
  const { build } = await import("../../site/build/build.ts");
  const { signal, runtime } = context;
  const browser = browserOf(options, context);
  return build({ loaded, mode: "published", target, selection, signal, runtime, browser });
}

/** Refuses what is asked for and is no site, or only a parent of others. */
async function checkAsked({ options, project, context }: Task): Promise<void> {
  const { isAbstract, listClaims } = await import("../../registry/sites/site-list.ts");
  const { claims } = listClaims(openProject(project, context.folder));
  const parents = new Set(options.site.filter((id) => isAbstract(claims.get(id))));
  const known = [...claims.keys()].filter((id) => !parents.has(id));
  pickSites(known, options.site);
}

/** Lets no heap of a thread grow far beyond what is in use: a quarter less memory in the same time (decision 0014). */
function keepHeapsSmall(): void {
  setFlagsFromString("--initial-old-space-size=32");
  setFlagsFromString("--heap-growing-percent=40");
}

/** Site by site in another thread. The rules look at all sites at once, so they run only where they are asked for. */
async function buildInThreads(task: Task): Promise<Built | undefined> {
  const { options, project, target, selection, context } = task;
  if (options.strict && !(await readChecked(task))) return undefined;
  if (options.site.length > 0) await checkAsked(task);
  keepHeapsSmall();
  const { buildInBulk } = await import("../../site/build/threads/threads.ts");
  const { folder, signal, runtime } = context;
  const { show, clear } = createProgress(context);
  try {
    const browser = browserOf(options, context);
    const order = { project, base: folder, selection, runtime };
    return await buildInBulk(order, browser, target, show, signal);
  } finally {
    clear();
  }
}

/** Reads an output before it is built; returns what tells what has changed since. */
async function watchOutput(output: string) {
  const { changesBetween, readContents } = await import("../../site/build/changes.ts");
  const before = readContents(output);
  return () => changesBetween(before, readContents(output));
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
  recover(target);
  const selection: Selection = {
    ...(options.site.length > 0 ? { siteIds: options.site } : {}),
    ...(shard ? { shard } : {}),
  };
  const task = { options, project, target, selection, context };
  const isLarge = (): boolean => countSites(openProject(project, context.folder)) > bulkThreshold;
  try {
    const run = options.bulk || isLarge() ? buildInThreads : buildHere;
    const findChanges = options.json && (await watchOutput(output));
    const built = await run(task);
    if (!built) return exitStatus.problems;
    if (findChanges) context.out(describeBuild(built, findChanges(), output, context));
    else context.err(summarizeBuild(built, output, context));
    return exitStatus.ok;
  } catch (error) {
    if (error instanceof NoSite) context.err(`${noSite("build")}\n`);
    else if (error instanceof RegistryFaults) printFaults(error.diagnostics, options, context);
    else throw error;
    return exitStatus.problems;
  }
}
