import { resolve } from "node:path";
import { protectedFolders } from "../../registry/project.ts";
import { build } from "../../site/build/build.ts";
import { browserOf } from "../browser-option.ts";
import type { PdfOptions } from "../commands/pdf.ts";
import { type Context, type ExitStatus, exitStatus } from "../context.ts";
import { checkSites, readProject } from "../project.ts";
import { findProject, pickSites } from "../project-folder.ts";
import { printFaults, summarizeBuild } from "./build-report.ts";

/** Prints the policies of a project into a folder of their own, which is replaced whole or not at all. */
export async function runPdf(options: PdfOptions, context: Context): Promise<ExitStatus> {
  const project = findProject(options.project, context);
  const checked = readProject(project, context);
  checkSites(checked, "print");
  const { loaded, registry, diagnostics } = checked;
  if (diagnostics.length > 0) {
    printFaults(diagnostics, {}, context);
    return exitStatus.problems;
  }
  pickSites([...registry.sites.keys()], options.site);
  const output =
    options.output === undefined
      ? resolve(project, "_pdf")
      : resolve(context.folder, options.output);
  const { host, signal, runtime } = context;
  const built = await build({
    loaded,
    mode: "published",
    target: { output, protect: protectedFolders(project), host },
    selection: options.site.length > 0 ? { siteIds: options.site } : {},
    signal,
    runtime,
    browser: browserOf(options, context),
    only: "pdf",
  });
  context.err(summarizeBuild(built, output, context));
  return exitStatus.ok;
}
