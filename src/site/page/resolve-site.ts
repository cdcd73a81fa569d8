import { memoize } from "../../memo.ts";
import { siteConditions } from "../../prose/placeholders.ts";
import type { BaseRegistry } from "../../registry/registry.ts";
import type { Site } from "../../registry/schema/site.ts";
import { type Category, type Column, defaultColumns } from "../../vocabulary/vocabulary.ts";
import { usedProviders, type UsedProvider } from "../../registry/cookies.ts";
import type { CookieRow } from "./columns.ts";
import { groupRows } from "./rows.ts";

/** A site in no language: what its pages show, in the order in which they show it. */
export interface ResolvedSite {
  readonly id: string;
  readonly site: Site;
  readonly columns: readonly Column[];
  readonly providers: readonly UsedProvider[];
  readonly groups: readonly { readonly category: Category; readonly rows: readonly CookieRow[] }[];
  /** Conditions of the prose that hold. */
  readonly conditions: ReadonlySet<string>;
}

const providerConditions = memoize(({ provider, cookies, recipients = [] }: UsedProvider) =>
  [
    ...cookies.map(({ category }) => category),
    cookies.some(({ party }) => party === "third") && "third-parties",
    recipients.length > 0 && "recipients",
    (provider.value.transfers ?? []).length > 0 && "transfers",
  ].filter((condition) => condition !== false),
);

const conditionsOf = (site: Site, providers: readonly UsedProvider[]): Set<string> =>
  new Set([...providers.flatMap(providerConditions), ...siteConditions(site)]);

/** Gathers what the pages of a site show. */
export function resolveSite(id: string, site: Site, registry: BaseRegistry): ResolvedSite {
  const columns = site.columns ?? defaultColumns;
  const providers = usedProviders(site, registry);
  const groups = groupRows(providers, columns);
  return { id, site, columns, providers, groups, conditions: conditionsOf(site, providers) };
}
