import { resolve } from "node:path";
import { countSites } from "../../registry/sites/site-list.ts";
import { openProject } from "../../registry/project.ts";
import type { Built } from "../../site/output/publish.ts";
import { recover } from "../../site/output/recover.ts";
import type { Selection } from "../../site/build/selection.ts";
import { summarizeBuild } from "./build-report.ts";
import type { BuildOptions } from "../commands/build.ts";
import { type Context, type ExitStatus, exitStatus } from "../context.ts";
import { findProject, protectedFolders } from "../project.ts";
import { readShard, type BuildTask } from "./build-task.ts";

/** From so many sites on, pages are not kept as pages of Eleventy. */
const bulkThreshold = 250;

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
  const inBulk =
    options.bulk === true || countSites(openProject(project, context.folder)) > bulkThreshold;
  // A build in bulk renders in another thread, and leaves here what it does not need.
  const built = inBulk
    ? await import("./build-bulk.ts").then(({ runInBulk }) => runInBulk(task))
    : await import("./build-native.ts").then(({ runNative }) => runNative(task));
  if (!built) return exitStatus.problems;
  printBuilt(built, output, task);
  return exitStatus.ok;
}

function printBuilt(built: Built, output: string, { options, context }: BuildTask): void {
  const { json, text } = summarizeBuild(built, output, context);
  if (options.json) context.out(json);
  else context.err(text);
}
