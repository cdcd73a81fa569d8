import { categoryOf, exemptionOf } from "../registry/category.ts";
import type { Entry } from "../registry/entry.ts";
import { partyOf } from "../registry/party.ts";
import type { Registry } from "../registry/registry.ts";
import type { Cookie, Provider } from "../registry/schema/provider.ts";
import type { Pick, Site } from "../registry/schema/site.ts";
import type { Category, Exemption } from "../registry/schema/vocabulary.ts";
import type { Place } from "../registry/text.ts";
import type { Part, Path } from "../registry/yaml/locate.ts";

/** A cookie as a group of sites uses it: as its provider declares it, or as one of them overrides it. */
export interface CookieSubject {
  readonly provider: Entry<Provider>;
  readonly cookie: Cookie;
  readonly category: Category;
  readonly exemption: Exemption | undefined;
  /** Set without consent. */
  readonly isExempt: boolean;
  /** Third party to at least one of the sites. */
  readonly isThirdParty: boolean;
  /** Empty where no site uses it. */
  readonly sites: readonly Entry<Site>[];
  /** The place of a key of the cookie, or of its name. */
  readonly place: (path: Path, part?: Part) => Place;
}

interface Use {
  readonly site: Entry<Site>;
  /** The index of the provider in the site's list. */
  readonly index: number;
  readonly pick: Exclude<Pick, string>;
}

/** Who uses each provider, by its present id. */
function usesByProvider({ sites, providers }: Registry): Map<string, Use[]> {
  const uses = new Map<string, Use[]>();
  for (const site of sites.values())
    for (const [index, item] of site.value.providers.entries()) {
      const pick = typeof item === "string" ? { id: item } : item;
      const id = providers.get(pick.id)?.id ?? pick.id;
      const known = uses.get(id);
      if (known) known.push({ site, index, pick });
      else uses.set(id, [{ site, index, pick }]);
    }
  return uses;
}

function subjectOf(
  registry: Registry,
  provider: Entry<Provider>,
  cookie: Cookie,
  sites: readonly Entry<Site>[],
  place: CookieSubject["place"],
): CookieSubject {
  const category = categoryOf(cookie, registry.purposes);
  const exemption = exemptionOf(cookie, registry);
  return {
    provider,
    cookie,
    category,
    exemption,
    isExempt: category === "necessary" || exemption !== undefined,
    isThirdParty: sites.some(({ value }) => partyOf(cookie.domain, value.url) === "third"),
    sites,
    place,
  };
}

function subjectsOfCookie(
  registry: Registry,
  provider: Entry<Provider>,
  index: number,
  uses: readonly Use[],
): CookieSubject[] {
  const cookie = provider.value.cookies[index]!;
  const declared = (path: Path, part?: Part) => {
    const [key] = path;
    const there = key !== undefined && Object.hasOwn(cookie, key);
    return provider.place(["cookies", index, ...(there ? path : ["name"])], there ? part : "value");
  };
  const chosen = uses.filter(({ pick }) => !pick.only || pick.only.includes(cookie.name));
  const plain = chosen.filter(({ pick }) => !pick.override?.[cookie.name]);
  const overridden = chosen.flatMap(({ site, index: at, pick }) => {
    const override = pick.override?.[cookie.name];
    if (!override) return [];
    const place = (path: Path, part?: Part) =>
      path[0] !== undefined && Object.hasOwn(override, path[0])
        ? site.place(["providers", at, "override", cookie.name, ...path], part)
        : declared(path, part);
    return [subjectOf(registry, provider, { ...cookie, ...override }, [site], place)];
  });
  const sites = plain.map(({ site }) => site);
  const isUnused = chosen.length === 0 && uses.length === 0;
  return plain.length > 0 || isUnused
    ? [subjectOf(registry, provider, cookie, sites, declared), ...overridden]
    : overridden;
}

/** Every cookie of the project's own providers and of those that its sites use, once for each way it is used. */
export function cookieSubjects(
  registry: Registry,
  isOwn: (provider: Entry<Provider>) => boolean,
): CookieSubject[] {
  const uses = usesByProvider(registry);
  return [...new Set(registry.providers.values())].flatMap((provider) => {
    const its = uses.get(provider.id) ?? [];
    if (its.length === 0 && !isOwn(provider)) return [];
    return provider.value.cookies.flatMap((_, index) =>
      subjectsOfCookie(registry, provider, index, its),
    );
  });
}

/** The sites that use a provider. */
export const sitesByProvider = (registry: Registry): ReadonlyMap<string, readonly Entry<Site>[]> =>
  new Map([...usesByProvider(registry)].map(([id, uses]) => [id, uses.map(({ site }) => site)]));
