import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Entry } from "../registry/entry.ts";
import type { Providers } from "../registry/providers/load-providers.ts";
import type { Provider } from "../registry/schema/provider.ts";
import { didYouMean } from "../source/suggestions.ts";
import { UsageError, type Context } from "./context.ts";

/** The sites asked for, else all. */
export function pickSites(known: readonly string[], asked: readonly string[]): readonly string[] {
  const unknown = asked.find((id) => !known.includes(id));
  if (unknown === undefined) return asked.length > 0 ? asked : known;
  const hint = didYouMean(unknown, known);
  throw new UsageError(`unknown site "${unknown}"${hint === undefined ? "" : `\n(${hint}?)`}`);
}

/** A provider that a site can name. */
export function pickProvider(providers: Providers, id: string): Entry<Provider> {
  const entry = providers.get(id);
  if (entry) return entry;
  const hint = didYouMean(id, [...providers.ids]);
  throw new UsageError(`unknown provider "${id}"${hint === undefined ? "" : `\n(${hint}?)`}`);
}

/** The project's folder, absolute; a folder without sites is most often a slip. */
export function findProject(project: string, { folder }: Context): string {
  const path = resolve(folder, project);
  if (existsSync(join(path, "data", "sites"))) return path;
  throw new UsageError(
    `no project in "${path}": it has no data/sites\n(run "npx cookie-ledger init" to make one, or name another with --project)`,
  );
}

/** Why a project whose files are all right has nothing to do, and what it then cannot. */
export const noSite = (what: string): string =>
  `no site to ${what}: every file in data/sites is abstract, or there is none`;
