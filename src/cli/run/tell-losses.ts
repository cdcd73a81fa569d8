import { type Exporter, type ExportSource, ofProvider } from "../../exporters/exporter.ts";
import { exporters } from "../../exporters/exporters.ts";
import type { Entry } from "../../registry/entry.ts";
import { type Registry, wordsOf } from "../../registry/registry.ts";
import type { Site } from "../../registry/schema/site.ts";
import { describeExport } from "../../site/page/describe/describe-export.ts";
import { createPageLanguage } from "../../site/page/language.ts";
import { resolveSite } from "../../site/page/resolve-site.ts";
import type { Context } from "../context.ts";

/** What a site says to exporters, with the words of these languages. */
export function sourceOfSite(
  site: Entry<Site>,
  registry: Registry,
  tags: readonly string[],
): ExportSource {
  const languages = tags.flatMap((tag) => wordsOf(registry, tag, site.value) ?? []);
  return describeExport(
    resolveSite(site, registry),
    languages.map((words) => createPageLanguage(words, registry)),
    registry,
  );
}

const lossesOf = ({ unit, write }: Exporter, source: ExportSource) =>
  unit === "provider"
    ? source.facts.providers.flatMap(({ id }) => write(ofProvider(source, id))?.losses ?? [])
    : (write(source)?.losses ?? []);

/** Prints a line for each format among the outputs of sites that cannot say all, with the command that lists it. */
export function tellLosses(
  registry: Registry,
  siteIds: readonly string[],
  project: string | undefined,
  context: Context,
): void {
  const where = project === undefined ? "" : ` --project ${project}`;
  for (const id of siteIds) {
    const site = registry.sites.get(id)!;
    const asked = exporters.filter((one) => site.value.outputs?.some((name) => name === one.id));
    if (asked.length === 0) continue;
    const source = sourceOfSite(site, registry, site.value.languages);
    for (const exporter of asked) {
      const { length } = lossesOf(exporter, source);
      const provider = exporter.unit === "provider" ? " --provider ID" : "";
      const command = `npx cookie-ledger export${where} --site ${id} --to ${exporter.id}${provider}`;
      if (length > 0)
        context.err(
          `${length} note${length === 1 ? "" : "s"} on what ${exporter.id} cannot say of "${id}": ${command}\n`,
        );
    }
  }
}
