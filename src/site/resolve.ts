import { categoryOf } from "../registry/category.ts";
import { type Party, partyOf } from "../registry/party.ts";
import type { Registry } from "../registry/registry.ts";
import type { Cookie, Provider } from "../registry/schema/provider.ts";
import type { Site } from "../registry/schema/site.ts";
import {
  categories,
  type Category,
  type Column,
  type Storage,
} from "../registry/schema/vocabulary.ts";
import { type ProviderUse, usesOf } from "../registry/used.ts";

/** A cookie as one site uses it, with all that its provider and its purposes say of it. */
interface UsedCookie extends Cookie {
  readonly category: Category;
  readonly storage: Storage;
  readonly party: Party;
  readonly recipients?: Cookie["recipients"];
}

export interface UsedProvider {
  readonly id: string;
  readonly provider: Provider;
  readonly cookies: readonly UsedCookie[];
  /** Whoever gets data of the provider or of one of these cookies; empty for nobody, absent where unknown. */
  readonly recipients?: readonly string[];
}

/** Cookies that share a line of a table, and how they agree. */
export interface CookieRow {
  readonly provider: UsedProvider;
  /** Names in the order of the provider's file. */
  readonly names: readonly string[];
  /** The first of them: the others agree with it in everything that the table shows. */
  readonly cookie: UsedCookie;
}

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

const defaultColumns: readonly Column[] = ["provider", "function", "name", "purposes", "duration"];

function useCookie(cookie: Cookie, provider: Provider, site: Site, registry: Registry): UsedCookie {
  const recipients = cookie.recipients ?? provider.recipients;
  return {
    ...cookie,
    category: categoryOf(cookie, registry.purposes),
    storage: cookie.storage ?? "cookie",
    party: partyOf(cookie.domain, site.url),
    ...(recipients ? { recipients } : {}),
  };
}

function useProvider(use: ProviderUse, site: Site, registry: Registry): UsedProvider {
  const { id, value: provider } = use.provider;
  const cookies = use.cookies.map(({ cookie }) => useCookie(cookie, provider, site, registry));
  return { id, provider, cookies, ...recipientsOf(provider, cookies) };
}

function recipientsOf(provider: Provider, cookies: readonly UsedCookie[]) {
  const stated = [provider, ...cookies].flatMap(({ recipients }) =>
    recipients ? [recipients] : [],
  );
  return stated.length > 0 ? { recipients: [...new Set(stated.flat())] } : {};
}

/** What two cookies must agree in to share a row, beyond the columns that a table shows. */
function agreement(cookie: UsedCookie, columns: readonly Column[]): string {
  const shown = columns.map((column) => {
    switch (column) {
      case "provider":
      case "name":
        return undefined;
      case "function":
        return [cookie.function, cookie.locations];
      case "duration":
        return [cookie.duration, cookie.selfRenewing, cookie.dataRetention];
      default:
        return cookie[column];
    }
  });
  return JSON.stringify([cookie.condition, cookie.exemption, cookie.storage, ...shown]);
}

function rowsOf(
  providers: readonly UsedProvider[],
  category: Category,
  columns: readonly Column[],
): CookieRow[] {
  return providers.flatMap((provider) => {
    const rows = new Map<string, CookieRow>();
    for (const cookie of provider.cookies) {
      if (cookie.category !== category) continue;
      const key = agreement(cookie, columns);
      const row = rows.get(key);
      if (row) rows.set(key, { ...row, names: [...row.names, cookie.name] });
      else rows.set(key, { provider, names: [cookie.name], cookie });
    }
    return [...rows.values()];
  });
}

const siteConditions = (site: Site): (string | false)[] => [
  site.controller !== undefined && "site.controller",
  site.controller !== undefined && "site.controller.name",
  site.controller?.email !== undefined && "site.controller.email",
  site.controller?.dpo !== undefined && "site.controller.dpo",
  site.controller?.address !== undefined && "site.controller.address",
  site.authority !== undefined && "site.authority",
  site.authority !== undefined && "site.authority.name",
  site.authority !== undefined && "site.authority.url",
  site.preferences !== undefined && "site.preferences",
  site.objection !== undefined && "site.objection",
  site.updated !== undefined && "site.updated",
];

function conditionsOf(site: Site, providers: readonly UsedProvider[]): Set<string> {
  const cookies = providers.flatMap((provider) => provider.cookies);
  const conditions = [
    ...cookies.map(({ category }) => category),
    cookies.some(({ party }) => party === "third") && "third-parties",
    providers.some(({ recipients }) => recipients && recipients.length > 0) && "recipients",
    providers.some(({ provider }) => provider.transfers && provider.transfers.length > 0) &&
      "transfers",
    ...siteConditions(site),
  ];
  return new Set(conditions.filter((condition) => condition !== false));
}

/** Gathers what the pages of a site show. */
export function resolveSite(id: string, site: Site, registry: Registry): ResolvedSite {
  const columns = site.columns ?? defaultColumns;
  const providers = usesOf(site, registry).map((use) => useProvider(use, site, registry));
  const groups = categories
    .map((category) => ({ category, rows: rowsOf(providers, category, columns) }))
    .filter(({ rows }) => rows.length > 0);
  return { id, site, columns, providers, groups, conditions: conditionsOf(site, providers) };
}
