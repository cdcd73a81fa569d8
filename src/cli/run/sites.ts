import type { Entry } from "../../registry/entry.ts";
import type { Site } from "../../registry/schema/site.ts";
import { listJson, renderJson } from "../../report/json.ts";
import { align } from "../../report/table.ts";
import type { SitesOptions } from "../commands/sites.ts";
import { type Context, type ExitStatus, exitStatus, printReport } from "../context.ts";
import { type Explained, explainSite } from "./explain-site.ts";
import { checkListing } from "../listing.ts";
import { checkSites, readProject } from "../project.ts";
import { pickSites, findProject } from "../project-folder.ts";

/** The file of a site; of a table the line, too. */
function writtenIn({ layers: [{ file, document }], place }: Entry<Site>): string {
  return document ? file : `${file}:${place([]).location.line}`;
}

const explainedJson = (site: string, values: readonly Explained[]): string =>
  listJson({ site, values: values.map(([key, value, origin]) => ({ key, value, origin })) });

/** Prints every site with its address, languages and file, or every value of one site with its place. */
export function runSites(options: SitesOptions, context: Context): ExitStatus {
  const { project, explain } = options;
  const isJson = checkListing(options) === "json";
  const checked = readProject(findProject(project, context), context);
  const { registry, diagnostics } = checked;
  if (diagnostics.length > 0) {
    if (isJson) context.out(renderJson(diagnostics));
    else printReport(diagnostics, context.out);
    return exitStatus.problems;
  }
  checkSites(checked, "list");
  const ids = pickSites([...registry.sites.keys()], explain === undefined ? [] : [explain]);
  const entries = ids.map((id) => registry.sites.get(id)!);
  if (explain !== undefined) {
    const values = entries.flatMap(explainSite);
    context.out(isJson ? explainedJson(explain, values) : align(values));
    return exitStatus.ok;
  }
  const sites = entries.map(({ id, value, ...entry }) => ({
    id,
    url: value.url,
    languages: value.languages,
    file: writtenIn({ id, value, ...entry }),
  }));
  const rows = sites.map(({ id, url, languages, file }) => [id, url, languages.join(" "), file]);
  context.out(isJson ? listJson({ sites }) : align(rows));
  return exitStatus.ok;
}
