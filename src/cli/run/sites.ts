import type { Entry } from "../../registry/entry.ts";
import type { Site } from "../../registry/schema/site.ts";
import { align } from "../../report/table.ts";
import type { SitesOptions } from "../commands/sites.ts";
import { type Context, type ExitStatus, exitStatus, printReport } from "../context.ts";
import { explainSite } from "./explain-site.ts";
import { checkSites, readProject } from "../project.ts";
import { pickSites, findProject } from "../project-folder.ts";

/** The file of a site; of a table the line, too. */
function writtenIn({ layers: [{ file, document }], place }: Entry<Site>): string {
  return document ? file : `${file}:${place([]).location.line}`;
}

/** Prints every site with its address, languages and file, or every value of one site with its place. */
export function runSites({ project, explain }: SitesOptions, context: Context): ExitStatus {
  const checked = readProject(findProject(project, context), context);
  const { registry, diagnostics } = checked;
  if (diagnostics.length > 0) {
    printReport(diagnostics, context.out);
    return exitStatus.problems;
  }
  checkSites(checked, "list");
  const ids = pickSites([...registry.sites.keys()], explain === undefined ? [] : [explain]);
  const entries = ids.map((id) => registry.sites.get(id)!);
  const rows =
    explain === undefined
      ? entries.map((entry) => [
          entry.id,
          entry.value.url,
          entry.value.languages.join(" "),
          writtenIn(entry),
        ])
      : entries.flatMap(explainSite);
  context.out(align(rows));
  return exitStatus.ok;
}
