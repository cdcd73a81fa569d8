import { build } from "../../site/build/build.ts";
import type { Built } from "../../site/output/publish.ts";
import type { BuildTask } from "./build-task.ts";
import { checkRules, printFaults, printNoSite } from "./build-report.ts";
import { pickSites, readProject } from "../project.ts";

/** Builds every file as a page of Eleventy; `undefined` where something is wrong, which is then printed. */
export async function runNative(task: BuildTask): Promise<Built | undefined> {
  const { options, project, target, selection, context } = task;
  const { loaded, diagnostics } = readProject(project, context);
  if (diagnostics.length > 0) {
    printFaults(diagnostics, task);
    return undefined;
  }
  if (!checkRules(loaded.registry, options, context)) return undefined;
  const { sites } = loaded.registry;
  if (sites.size === 0) {
    printNoSite(context);
    return undefined;
  }
  pickSites([...sites.keys()], options.site);
  const { signal, runtime } = context;
  return build({ loaded, mode: "published", target, selection, signal, runtime });
}
