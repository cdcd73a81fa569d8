import type { Place } from "../diagnostic.ts";
import { memoize, memoizeByText } from "../memo.ts";
import type { KeyOrValue, Path } from "../source/yaml/locate.ts";
import { partyOf, registrableDomain, type Party } from "../vocabulary/party.ts";
import {
  categories,
  type Category,
  type Exemption,
  type Storage,
} from "../vocabulary/vocabulary.ts";
import type { Entry } from "./entry.ts";
import type { Registry } from "./registry.ts";
import type { Cookie, Provider } from "./schema/provider.ts";
import type { Site, SiteProvider } from "./schema/site.ts";

/** A cookie as a site uses it. */
export interface CookieUse {
  /** Its index in the provider's file. */
  readonly position: number;
  /** As the provider declares it, with what the site states instead. */
  readonly cookie: Cookie;
  /** What the site states instead. */
  readonly override?: Partial<Cookie>;
}

/** A provider of a site, with those of its cookies that the site picks. */
export interface ProviderUse {
  readonly provider: Entry<Provider>;
  /** Its index in the site's list. */
  readonly index: number;
  readonly cookies: readonly CookieUse[];
}

/** The providers of a site and their cookies, as the site uses them, in its order; unknown providers are left out. */
export const usesOf = (
  site: Pick<Site, "providers">,
  { providers }: Pick<Registry, "providers">,
): ProviderUse[] =>
  site.providers.flatMap((pick, index) => {
    const { id, only, override = {} } = typeof pick === "string" ? { id: pick } : pick;
    const provider = providers.get(id);
    if (!provider) return [];
    const picked = only && new Set(only);
    const cookies = provider.value.cookies.flatMap((cookie, position): CookieUse[] => {
      if (picked && !picked.has(cookie.name)) return [];
      const changed = Object.hasOwn(override, cookie.name) ? override[cookie.name] : undefined;
      if (!changed) return [{ position, cookie }];
      return [{ position, cookie: { ...cookie, ...changed }, override: changed }];
    });
    return [{ provider, index, cookies }];
  });

/** Finds the place of a key of a cookie, or of its name, in its provider's file. */
export const placeInProvider = (provider: Entry<Provider>, position: number) => {
  const declared = provider.value.cookies[position]!;
  return (path: Path, part?: KeyOrValue): Place => {
    const [key] = path;
    const isThere = key !== undefined && Object.hasOwn(declared, key);
    return provider.place(
      ["cookies", position, ...(isThere ? path : ["name"])],
      isThere ? part : "value",
    );
  };
};

/** As `placeInProvider`, for a cookie as a site uses it: what the site states instead stands in the site's file. */
export function placeOfUse(
  site: Entry<Site>,
  { provider, index }: ProviderUse,
  { cookie: { name }, position, override }: CookieUse,
) {
  const declared = placeInProvider(provider, position);
  return (path: Path, part?: KeyOrValue): Place =>
    override && path[0] !== undefined && Object.hasOwn(override, path[0])
      ? site.place(["providers", index, "override", name, ...path], part)
      : declared(path, part);
}

/** The category that a cookie states, else the most intrusive one of its purposes. */
export function categoryOf(cookie: Cookie, purposes: Registry["purposes"]): Category {
  if (cookie.category) return cookie.category;
  const ranks = (cookie.purposes ?? []).map((id) =>
    categories.indexOf(purposes[id]?.category ?? "unclassified"),
  );
  return categories[Math.max(...ranks)] ?? "unclassified";
}

/** The criterion under which a cookie asks no consent: its own, or its function's where it is necessary. */
export function exemptionOf(
  cookie: Cookie,
  { purposes, functions }: Pick<Registry, "purposes" | "functions">,
): Exemption | undefined {
  if (cookie.exemption) return cookie.exemption;
  if (categoryOf(cookie, purposes) !== "necessary") return undefined;
  return functions[cookie.function ?? ""]?.exemption;
}

/** Whether a cookie is set only with consent. */
export const asksConsent = (
  cookie: Cookie,
  registry: Pick<Registry, "purposes" | "functions">,
): boolean =>
  categoryOf(cookie, registry.purposes) !== "necessary" &&
  exemptionOf(cookie, registry) === undefined;

/** The cookies of a site, as it uses them. */
export const cookiesOf = (site: Site, registry: Registry): Cookie[] =>
  usesOf(site, registry).flatMap(({ cookies }) => cookies.map(({ cookie }) => cookie));

/** The first cookie of a site that is set only with consent. */
export const findConsentCookie = (site: Site, registry: Registry): Cookie | undefined =>
  cookiesOf(site, registry).find((cookie) => asksConsent(cookie, registry));

/** A cookie of a site as its page declares it. */
export interface DeclaredCookie {
  /** A literal, or a pattern. */
  readonly name: string;
  readonly storage: Storage;
  readonly party: Party;
  /** Set only with consent. */
  readonly asksConsent: boolean;
  readonly provider: Entry<Provider>;
  readonly cookie: Cookie;
  /** The registrable domains that are its provider's, where it is a third party's. */
  readonly domains: ReadonlySet<string>;
  /** The place of a key of the cookie, or of its name. */
  readonly place: (path: Path, part?: KeyOrValue) => Place;
}

/** Every cookie that a site declares, in its order. */
export const declaredCookies = (site: Entry<Site>, registry: Registry): DeclaredCookie[] =>
  usesOf(site.value, registry).flatMap((use) => {
    const { provider, cookies } = use;
    const ownDomains = (provider.value.domains ?? []).map(registrableDomain);
    return cookies.map((one): DeclaredCookie => {
      const { cookie } = one;
      const { name, storage = "cookie", domain } = cookie;
      return {
        name,
        storage,
        party: partyOf(domain, site.value.url),
        asksConsent: asksConsent(cookie, registry),
        provider,
        cookie,
        domains: new Set([
          ...(domain === undefined ? [] : [registrableDomain(domain)]),
          ...ownDomains,
        ]),
        place: placeOfUse(site, use, one),
      };
    });
  });

/** A cookie as one site uses it, with all that its provider and its purposes say of it. */
export interface UsedCookie extends Cookie {
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

function recipientsOf(provider: Provider, cookies: readonly Cookie[]) {
  const stated = [provider, ...cookies].flatMap(({ recipients }) =>
    recipients ? [recipients] : [],
  );
  return stated.length > 0 ? { recipients: [...new Set(stated.flat())] } : {};
}

interface Vocabulary {
  readonly providers: Registry["providers"];
  readonly purposes: Registry["purposes"];
}

type Unplaced = Omit<UsedCookie, "party">;

/** What a site with this address uses; a provider that does not exist is left out. */
export type Use = (picks: readonly SiteProvider[], siteUrl: string) => UsedProvider[];

/** Sites that use the same, be it a whole provider or one of its cookies, are given the same object. */
export function createUse({ providers, purposes }: Vocabulary): Use {
  const domainOf = memoizeByText(registrableDomain);

  const complete = (cookie: Cookie, provider: Provider): Unplaced => {
    const recipients = cookie.recipients ?? provider.recipients;
    return {
      ...cookie,
      category: categoryOf(cookie, purposes),
      storage: cookie.storage ?? "cookie",
      ...(recipients ? { recipients } : {}),
    };
  };
  const completeAll = memoize(
    (provider: Provider) =>
      new Map(provider.cookies.map((cookie) => [cookie, complete(cookie, provider)])),
  );
  const asFirst = memoize((cookie: Unplaced): UsedCookie => ({ ...cookie, party: "first" }));
  const asThird = memoize((cookie: Unplaced): UsedCookie => ({ ...cookie, party: "third" }));

  const changed = memoizeByText((key) => {
    const [id, position, changes] = JSON.parse(key) as [string, number, Partial<Cookie>];
    const { value } = providers.get(id)!;
    return complete({ ...value.cookies[position]!, ...changes }, value);
  });

  function pickCookies(pick: SiteProvider) {
    const [use] = usesOf({ providers: [pick] }, { providers });
    if (!use) return undefined;
    const { id, value: provider } = use.provider;
    const declared = completeAll(provider);
    const cookies = use.cookies.map(({ position, override }) => {
      return override
        ? changed(JSON.stringify([id, position, override]))
        : declared.get(provider.cookies[position]!)!;
    });
    return { id, provider, cookies, ...recipientsOf(provider, cookies) };
  }

  const pickedBy = memoizeByText((key) => {
    const picked = pickCookies(JSON.parse(key) as SiteProvider);
    if (!picked) return null;
    const domains = picked.cookies.map(({ domain }) => domain && domainOf(domain));
    const asParties = memoizeByText((parties): UsedProvider => ({
      ...picked,
      cookies: picked.cookies.map((cookie, index) =>
        parties[index] === "1" ? asFirst(cookie) : asThird(cookie),
      ),
    }));
    return (site: string) =>
      asParties(domains.map((domain) => (!domain || domain === site ? "1" : "3")).join(""));
  });

  return (picks, siteUrl) => {
    const site = domainOf(new URL(siteUrl).hostname);
    return picks.flatMap((pick) => pickedBy(JSON.stringify(pick))?.(site) ?? []);
  };
}
