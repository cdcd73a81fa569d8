import { existsSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import type { Diagnostic, Place } from "../../../diagnostic.ts";
import { usedProviders } from "../../../registry/cookies.ts";
import type { Entry } from "../../../registry/entry.ts";
import type { Registry } from "../../../registry/registry.ts";
import { wordsOf } from "../../../registry/registry.ts";
import type { Site } from "../../../registry/schema/site.ts";
import type { SiteSource } from "../../../registry/sites/site-list.ts";
import type { Context } from "../../context.ts";
import { UsageError } from "../../context.ts";
import { pickSites } from "../../project-folder.ts";

type IsAsked = (diagnostic: Diagnostic) => boolean;

/** Whether a diagnostic stands in one of these files, or in a file of one of these folders; all where none is named. */
export function inPaths(paths: readonly string[], { folder }: Context): IsAsked {
  const asked = paths.map((path) => resolve(folder, path));
  const missing = paths.find((_, index) => !existsSync(asked[index]!));
  if (missing !== undefined) throw new UsageError(`no file or folder "${missing}"`);
  const isBelow = (file: string) =>
    asked.some((path) => !relative(path, file).split(sep).includes(".."));
  return ({ location }) => asked.length === 0 || isBelow(resolve(folder, location.file));
}

/** What a site is made from that others may use as well: its parents, providers and words. */
function sharedFiles({ value, layers }: Entry<Site>, registry: Registry): string[] {
  const providers = usedProviders(value, registry).map(({ provider }) => provider);
  const words = value.languages.flatMap((tag) => wordsOf(registry, tag, value) ?? []);
  const sources = [
    layers,
    ...providers.map((one) => one.layers),
    ...words.map((one) => one.terms.layers),
  ];
  // A row shares its file with other sites.
  const files = sources.flat().filter(({ document }) => document !== undefined);
  return [...files, ...words.map(({ prose }) => prose)].map(({ file }) => file);
}

/** The lines of a site in a table, or all of its own file. */
function isIn({ location: { file, line } }: Diagnostic, { location }: Place): boolean {
  if (file !== location.file) return false;
  const isRow = file.endsWith(".csv");
  return !isRow || (line >= location.line && line <= location.end.line);
}

/** Whether a diagnostic concerns one of these sites: says so, or stands in what they are made from; all where none is named. */
export function ofSites(
  siteIds: readonly string[],
  registry: Registry,
  claims: ReadonlyMap<string, SiteSource>,
): IsAsked {
  if (siteIds.length === 0) return () => true;
  const asked = pickSites([...claims.keys()], siteIds);
  const places = asked.map((id) => claims.get(id)!.place());
  const entries = asked.flatMap((id) => registry.sites.get(id) ?? []);
  const shared = new Set(entries.flatMap((entry) => sharedFiles(entry, registry)));
  const introductions = asked.map((id) => `/sites/${id}.md`);
  return (diagnostic) => {
    const { sites, location } = diagnostic;
    if (sites) return sites.some((id) => asked.includes(id));
    return (
      shared.has(location.file) ||
      introductions.some((name) => location.file.endsWith(name)) ||
      places.some((place) => isIn(diagnostic, place))
    );
  };
}
