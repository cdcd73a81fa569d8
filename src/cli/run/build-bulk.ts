import { setFlagsFromString } from "node:v8";
import { buildInBulk } from "../../site/build/build.ts";
import type { Built } from "../../site/output/publish.ts";
import { NoSite, RegistryFaults } from "../../site/build/errors.ts";
import type { BuildTask } from "./build-task.ts";
import { printFaults, printNoSite, createProgress } from "./build-report.ts";

/** The rules look at all sites at once, so they run only where they are asked for; false where they stop the build. */
async function checkStrictly(task: BuildTask): Promise<boolean> {
  const { options, project, context } = task;
  const [{ readProject }, { checkRules }] = await Promise.all([
    import("../project.ts"),
    import("./build-report.ts"),
  ]);
  const { registry, diagnostics } = readProject(project, context);
  if (diagnostics.length === 0) return checkRules(registry, options, context);
  printFaults(diagnostics, task);
  return false;
}

async function checkSites({ options, project, context }: BuildTask): Promise<void> {
  const [{ pickSites }, { listClaims }, { openProject }] = await Promise.all([
    import("../project.ts"),
    import("../../registry/sites/site-list.ts"),
    import("../../registry/project.ts"),
  ]);
  const { claims } = listClaims(openProject(project, context.folder));
  pickSites([...claims.keys()], options.site);
}

/** Lets no heap of a thread grow far beyond what is in use: a quarter less memory in the same time (decision 0014). */
function keepHeapsSmall(): void {
  setFlagsFromString("--initial-old-space-size=32");
  setFlagsFromString("--heap-growing-percent=40");
}

/** Builds site by site in other threads; `undefined` where something is wrong, which is then printed. */
export async function runInBulk(task: BuildTask): Promise<Built | undefined> {
  const { options, project, target, selection, context } = task;
  if (options.strict && !(await checkStrictly(task))) return undefined;
  if (options.site.length > 0) await checkSites(task);
  keepHeapsSmall();
  const { folder, signal, runtime } = context;
  const { show, clear } = createProgress(context);
  try {
    const order = { project, base: folder, selection, runtime };
    return await buildInBulk(order, target, show, signal);
  } catch (error) {
    clear();
    // It shows only when all are read.
    if (error instanceof NoSite) printNoSite(context);
    else if (error instanceof RegistryFaults) printFaults(error.diagnostics, task);
    else throw error;
    return undefined;
  } finally {
    clear();
  }
}
