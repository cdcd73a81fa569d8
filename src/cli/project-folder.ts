import { existsSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Entry } from "../registry/entry.ts";
import type { Providers } from "../registry/providers/load-providers.ts";
import type { Registry } from "../registry/registry.ts";
import type { Provider } from "../registry/schema/provider.ts";
import type { Site } from "../registry/schema/site.ts";
import { didYouMean } from "../source/suggestions.ts";
import { UsageError, type Context } from "./context.ts";

/** The sites asked for, else all. */
export function pickSites(known: readonly string[], asked: readonly string[]): readonly string[] {
  const unknown = asked.find((id) => !known.includes(id));
  if (unknown === undefined) return asked.length > 0 ? asked : known;
  const hint = didYouMean(unknown, known);
  throw new UsageError(`unknown site "${unknown}"${hint === undefined ? "" : `\n(${hint}?)`}`);
}

/** The site asked for, else the only one that there is. */
export function pickSite(sites: Registry["sites"], asked: string | undefined): Entry<Site> {
  const known = [...sites.keys()];
  const [only = "", ...others] = asked === undefined ? known : pickSites(known, [asked]);
  if (others.length === 0 && only !== "") return sites.get(only)!;
  const ids = known.map((id) => `"${id}"`).join(", ");
  throw new UsageError(`no site, expected one after --site: ${ids}`);
}

/** A provider that a site can name. */
export function pickProvider(providers: Providers, id: string): Entry<Provider> {
  const entry = providers.get(id);
  if (entry) return entry;
  const meant = didYouMean(id, [...providers.ids]);
  const hint =
    meant === undefined ? `begin its file by "npx cookie-ledger provider new ${id}"` : `${meant}?`;
  throw new UsageError(`unknown provider "${id}"\n(${hint})`);
}

const isProject = (folder: string): boolean => existsSync(join(folder, "data", "sites"));

/** Whether files of sites stand in a folder, right or wrong. */
export function hasSites(folder: string): boolean {
  const sites = join(folder, "data", "sites");
  return existsSync(sites) && readdirSync(sites).some((name) => !name.startsWith("."));
}

/** The nearest project from a folder upwards; what lies at the root of the file system is none. */
function nearestProject(start: string): string | undefined {
  for (let folder = start; folder !== dirname(folder); folder = dirname(folder))
    if (isProject(folder)) return folder;
  return undefined;
}

/** The folder that is named, else the nearest project upwards, else the working folder; absolute. */
export const resolveProject = (project: string | undefined, { folder }: Context): string =>
  project === undefined ? (nearestProject(folder) ?? folder) : resolve(folder, project);

/** The folder of a project that is there, absolute; a folder without sites is most often a slip. */
export function findProject(project: string | undefined, context: Context): string {
  const path = resolveProject(project, context);
  if (isProject(path)) return path;
  throw new UsageError(
    `no project in "${path}": it has no data/sites\n(run "npx cookie-ledger init" to make one, or name another with --project)`,
  );
}

/** Why a project whose files are all right has nothing to do, and what it then cannot. */
export const noSite = (what: string): string =>
  `no site to ${what}: every file in data/sites is abstract, or there is none`;
