import { resolve } from "node:path";
import { createDiagnostic, type Diagnostic, sortDiagnostics } from "../../diagnostic.ts";
import {
  type Exporter,
  type ExportSource,
  type Loss,
  ofProvider,
} from "../../exporters/exporter.ts";
import { exporters, findExporter } from "../../exporters/exporters.ts";
import { attempt } from "../../files/system-error.ts";
import { replaceFiles, textAt } from "../../files/write-files.ts";
import type { Entry } from "../../registry/entry.ts";
import type { Registry } from "../../registry/registry.ts";
import type { Site } from "../../registry/schema/site.ts";
import { renderText } from "../../report/text.ts";
import { expectedOneOf } from "../../source/suggestions.ts";
import type { ExportSiteOptions } from "../commands/export.ts";
import { type Context, type ExitStatus, exitStatus, printReport, UsageError } from "../context.ts";
import { checkSites, readProject } from "../project.ts";
import { findProject, pickSite } from "../project-folder.ts";
import { sourceOfSite } from "./tell-losses.ts";

const listFormats = (): string => exporters.map(({ id, title }) => `${id} (${title})`).join(", ");

function pickExporter(to: string): Exporter {
  const exporter = findExporter(to);
  if (exporter) return exporter;
  throw new UsageError(`unknown format "${to}", expected one of ${listFormats()}`);
}

/** Those asked for; of a format that has one language, one. */
function pickLanguages(
  { languages }: Site,
  asked: readonly string[] | undefined,
  { id, unit }: Exporter,
): readonly string[] {
  const unknown = asked?.find((tag) => !languages.includes(tag));
  if (unknown !== undefined)
    throw new UsageError(
      `the site has no language "${unknown}", ${expectedOneOf(unknown, languages)}`,
    );
  const picked = asked ?? languages;
  if (unit !== "language") return picked;
  if (asked && asked.length > 1)
    throw new UsageError(`"${id}" is one file for each language, expected one after --language`);
  return picked.slice(0, 1);
}

/** Of a format that is about one provider, only that. */
function narrow(source: ExportSource, asked: string | undefined, { id, unit }: Exporter) {
  if (unit !== "provider") {
    if (asked === undefined) return source;
    throw new UsageError(`"${id}" is about a whole site, expected no --provider`);
  }
  const known = source.facts.providers.map((one) => one.id);
  if (asked !== undefined && known.includes(asked)) return ofProvider(source, asked);
  const found = asked === undefined ? "no provider" : `the site has no provider "${asked}"`;
  throw new UsageError(`${found}, expected one after --provider: ${known.join(", ")}`);
}

/** What the format cannot say, where the registry says it. */
function locate(loss: Loss, site: Entry<Site>, { providers }: Registry): Diagnostic {
  const { rule, message, cookie } = loss;
  const provider = cookie && providers.get(cookie.provider);
  const at = provider?.value.cookies.findIndex(({ name }) => name === cookie?.name) ?? -1;
  const place = provider && at >= 0 ? provider.place(["cookies", at, "name"]) : site.place([]);
  return createDiagnostic(place, { rule, message, hint: undefined }, "note");
}

/** Writes a site in a foreign format, and tells what that cannot say. */
export function runExportSite(options: ExportSiteOptions, context: Context): ExitStatus {
  const exporter = pickExporter(options.to);
  const checked = readProject(findProject(options.project, context), context);
  const { registry, diagnostics } = checked;
  if (diagnostics.length > 0) {
    printReport(sortDiagnostics(diagnostics), context.out);
    context.err("nothing was written\n");
    return exitStatus.problems;
  }
  checkSites(checked, "export");
  const site = pickSite(registry.sites, options.site);
  const tags = pickLanguages(site.value, options.language, exporter);
  const source = sourceOfSite(site, registry, tags);
  const exported = exporter.write(narrow(source, options.provider, exporter));
  if (!exported) throw new UsageError(exporter.missing ?? "there is nothing to write");
  const { text, losses } = exported;
  if (losses.length > 0) {
    const notes = sortDiagnostics(losses.map((loss) => locate(loss, site, registry)));
    context.err(`${renderText(notes)}\n`);
  }
  if (options.output === undefined) {
    context.out(text);
    return exitStatus.ok;
  }
  const path = resolve(context.folder, options.output);
  attempt(`write "${path}"`, () =>
    replaceFiles([{ path, before: textAt(path), text }], context.host),
  );
  context.out(`${path}\n`);
  return exitStatus.ok;
}
