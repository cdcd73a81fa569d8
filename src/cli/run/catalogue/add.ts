import { resolve } from "node:path";
import { replaceSources } from "../../../files/replace-sources.ts";
import type { Entry } from "../../../registry/entry.ts";
import { featuresOf } from "../../../registry/providers/providers.ts";
import type { Provider } from "../../../registry/schema/provider.ts";
import { applyEdits } from "../../../source/edits.ts";
import { isMapping } from "../../../source/mapping.ts";
import { didYouMean, expectedOneOf } from "../../../source/suggestions.ts";
import { appendItems, type Item } from "../../../source/yaml/append-items.ts";
import type { Source } from "../../../source/yaml-file.ts";
import type { AddOptions } from "../../commands/catalogue/add.ts";
import {
  type Context,
  type ExitStatus,
  exitStatus,
  printReport,
  UsageError,
} from "../../context.ts";
import { findProject, pickProvider, pickSite } from "../../project-folder.ts";
import { checkSites, readProject } from "../../project.ts";

/** Fails where a feature belongs to none of the providers. */
export function checkFeatures(
  features: readonly string[],
  entries: readonly Entry<Provider>[],
): void {
  const known = [...new Set(entries.flatMap(({ value }) => featuresOf(value)))];
  const unknown = features.find((feature) => !known.includes(feature));
  if (unknown === undefined) return;
  const question = didYouMean(unknown, known);
  const hint =
    question === undefined
      ? "name the provider that has it, too, or leave --feature out"
      : `${question}?`;
  throw new UsageError(`unknown feature "${unknown}", ${expectedOneOf(unknown, known)}\n(${hint})`);
}

/** The file of a site with these providers behind those that it names. */
function withProviders(source: Source, items: readonly Item[]): string {
  const path = isMapping(source.value["providers"]) ? ["providers", "add"] : ["providers"];
  const edit = appendItems(source, path, items);
  if (edit) return applyEdits(source.text, [edit]);
  throw new UsageError(
    `no list of providers in "${source.file}", expected "${path.join(".")}" in a YAML file\n(add them by hand)`,
  );
}

/** A provider as a site names it: with those of the features that are its own. */
function itemOf({ id, value }: Entry<Provider>, features: readonly string[]): Item {
  const its = featuresOf(value).filter((feature) => features.includes(feature));
  return its.length > 0 ? { id, features: its } : id;
}

/** The features that a person may still want to name. */
function otherFeatures({ id, value }: Entry<Provider>, features: readonly string[]): string {
  const others = featuresOf(value).filter((feature) => !features.includes(feature));
  return others.length > 0 ? `${id} has further features: ${others.join(", ")}\n` : "";
}

/** Names providers in a site's file, and tells which features of theirs the site does not name. */
export function runAdd(
  ids: readonly string[],
  { project, site, feature: features }: AddOptions,
  context: Context,
): ExitStatus {
  const folder = findProject(project, context);
  const checked = readProject(folder, context);
  const { registry, diagnostics } = checked;
  if (diagnostics.length > 0) {
    printReport(diagnostics, context.out);
    return exitStatus.problems;
  }
  checkSites(checked, "add to");
  const { id, value, layers } = pickSite(registry.sites, site);
  const entries = [...new Set(ids)].map((one) => pickProvider(registry.providers, one));
  const parent = entries.find((entry) => entry.value.abstract);
  if (parent)
    throw new UsageError(`"${parent.id}" is only a parent of others, expected one that is not`);
  checkFeatures(features, entries);
  const named = new Set(value.providers.map((item) => (typeof item === "string" ? item : item.id)));
  const missing = entries.filter((entry) => !named.has(entry.id));
  const settled = entries.find((entry) => named.has(entry.id));
  if (settled && features.length > 0)
    throw new UsageError(
      `site "${id}" names "${settled.id}" already, expected a new provider with its features\n(write those of "${settled.id}" into the site's file: "features: [${features.join(", ")}]")`,
    );
  for (const { id: known } of entries.filter((entry) => named.has(entry.id)))
    context.err(`site "${id}" names "${known}" already\n`);
  if (missing.length === 0) return exitStatus.ok;
  const [source] = layers;
  const { file, text: before } = source;
  const items = missing.map((entry) => itemOf(entry, features));
  const text = withProviders(source, items);
  replaceSources(folder, [{ path: resolve(context.folder, file), before, text }], context.host);
  context.out(`${file}\n`);
  context.err(missing.map((entry) => otherFeatures(entry, features)).join(""));
  return exitStatus.ok;
}
