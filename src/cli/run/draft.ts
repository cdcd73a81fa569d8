import { resolve } from "node:path";
import { draft } from "../../audit/propose/first-registry.ts";
import type { AuditedSite } from "../../audit/propose/attribute.ts";
import { loadRegistry } from "../../registry/load.ts";
import { openProject } from "../../registry/project.ts";
import { id as idSchema, url as urlSchema } from "../../registry/schema/scalars.ts";
import { idOf } from "../../vocabulary/id.ts";
import { printable } from "../../report/text.ts";
import { attempt, CannotBuild } from "../../files/system-error.ts";
import type { DraftOptions } from "../commands/audit.ts";
import {
  type Context,
  type ExitStatus,
  exitStatus,
  fails,
  printReport,
  UsageError,
} from "../context.ts";
import { hasSites } from "../project-folder.ts";
import { gatherEvidence } from "./evidence/gather-evidence.ts";
import { writeNewFiles } from "../../files/write-files.ts";

/** The site to draft, named after its host. */
function siteOf({ site, url }: DraftOptions): AuditedSite {
  if (url === undefined) throw new UsageError("no site to draft, expected its address after --url");
  if (!urlSchema.safeParse(url).success)
    throw new UsageError(`bad URL "${url}", expected one such as "https://www.example.org"`);
  if (site !== undefined && !idSchema.safeParse(site).success)
    throw new UsageError(`bad site "${site}", expected lower-case letters, digits and hyphens`);
  const { hostname, origin } = new URL(url);
  const name = hostname.replace(/^www\./, "");
  return { id: site ?? idOf(name), name, url: origin };
}

/** Writes the first files of a project from evidence; where there are sites already, nothing. */
export async function runDraft(
  files: readonly string[],
  options: DraftOptions,
  context: Context,
): Promise<ExitStatus> {
  const site = siteOf(options);
  const folder = resolve(context.folder, options.project ?? ".");
  if (attempt(`read "${folder}"`, () => hasSites(folder)))
    throw new CannotBuild(`"${folder}" has data/sites already, nothing was written`);
  const evidence = await gatherEvidence(files, site.url, options, context);
  const { registry, diagnostics } = loadRegistry(openProject(folder));
  const problems = [...diagnostics, ...evidence.diagnostics];
  printReport(problems, context.err);
  if (fails(problems, false) || evidence.observations.length === 0) {
    context.err("nothing was written\n");
    return exitStatus.problems;
  }
  const { observations, requests } = evidence;
  const drafted = draft(registry, site, observations, context.today(), requests);
  const { files: texts, leftOut } = drafted;
  const written = writeNewFiles(folder, texts, context.host);
  context.out(written.map((path) => `${path}\n`).join(""));
  for (const name of leftOut)
    context.err(`left out, since no registry can hold its name: "${printable(name)}"\n`);
  for (const gap of evidence.incomplete) context.err(`INCOMPLETE: ${printable(gap)}\n`);
  context.err("find out what each cookie is for, then run: npx cookie-ledger lint\n");
  return exitStatus.ok;
}
