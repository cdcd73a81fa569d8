import { statSync } from "node:fs";
import { resolve } from "node:path";
import { readEvidence } from "../importers/read-evidence.ts";
import { mergeEvidence } from "../observation/merge.ts";
import type { Evidence } from "../observation/observation.ts";
import { openProject } from "../registry/project.ts";
import { type BrowseOptions, checkBrowseOptions, lookAtSite } from "./browse.ts";
import { type Context, UsageError } from "./context.ts";

/** Fails where a file of evidence is not there, which is most often a slip. */
function checkFiles(files: readonly string[], { folder }: Context): void {
  for (const file of files) {
    const found = statSync(resolve(folder, file), { throwIfNoEntry: false });
    if (!found) throw new UsageError(`no file "${file}"`);
    if (found.isDirectory()) throw new UsageError(`"${file}" is a folder, expected a file`);
  }
}

/** Why evidence with such faults may lack something, besides what it says itself. */
function gapsOf({ observations, diagnostics }: Evidence): string[] {
  const isBroken = diagnostics.some(({ severity }) => severity === "error");
  return [
    ...(isBroken ? ["a file of evidence could not be read"] : []),
    ...(observations.length === 0 ? ["nothing was observed at all"] : []),
  ];
}

function readFiles(files: readonly string[], context: Context): Evidence {
  checkFiles(files, context);
  const { name } = openProject(context.folder);
  const paths = files.map((file) => resolve(context.folder, file));
  return readEvidence(paths.map((path) => ({ path, file: name(path) })));
}

/** Gathers what visits to the site at `url` showed, from all that the command line names, as one. */
export async function gatherEvidence(
  files: readonly string[],
  url: string,
  options: BrowseOptions,
  context: Context,
): Promise<Evidence> {
  checkBrowseOptions(url, options);
  if (files.length === 0 && !options.browse)
    throw new UsageError(
      "no evidence\n(name a file of it: a HAR, a Playwright storageState, a cookies.txt, …; or look at the site with --browse)",
    );
  const read = files.length > 0 ? [readFiles(files, context)] : [];
  const seen = await lookAtSite(url, options, context);
  const evidence = mergeEvidence([...read, ...(seen ? [seen] : [])]);
  return { ...evidence, incomplete: [...evidence.incomplete, ...gapsOf(evidence)] };
}
