import type { Place } from "../diagnostic.ts";
import {
  asksConsent,
  categoryOf,
  exemptionOf,
  placeInProvider,
  placeOfUse,
  type ProviderUse,
  usesOf,
} from "../registry/cookies.ts";
import type { Entry } from "../registry/entry.ts";
import { partyOf } from "../vocabulary/party.ts";
import type { Registry } from "../registry/registry.ts";
import type { Cookie, Provider } from "../registry/schema/provider.ts";
import type { Site } from "../registry/schema/site.ts";
import type { Category, Exemption } from "../vocabulary/vocabulary.ts";
import type { KeyOrValue, Path } from "../source/yaml/locate.ts";

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
  readonly place: (path: Path, part?: KeyOrValue) => Place;
}

/** A provider as one site uses it. */
interface Use extends ProviderUse {
  readonly site: Entry<Site>;
}

/** Who uses each provider, by its present id. */
function usesByProvider(registry: Registry): Map<string, Use[]> {
  const uses = new Map<string, Use[]>();
  for (const site of registry.sites.values())
    for (const use of usesOf(site.value, registry)) {
      const known = uses.get(use.provider.id);
      if (known) known.push({ ...use, site });
      else uses.set(use.provider.id, [{ ...use, site }]);
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
    isExempt: !asksConsent(cookie, registry),
    isThirdParty: sites.some(({ value }) => partyOf(cookie.domain, value.url) === "third"),
    sites,
    place,
  };
}

/** Each cookie of a provider once for all sites that use it as it is declared, and once for each that overrides it. */
function subjectsOf(
  registry: Registry,
  provider: Entry<Provider>,
  uses: readonly Use[],
): CookieSubject[] {
  const plain = provider.value.cookies.map((): Entry<Site>[] => []);
  const overridden = provider.value.cookies.map((): CookieSubject[] => []);
  for (const use of uses)
    for (const one of use.cookies) {
      const { site } = use;
      if (!one.override) plain[one.position]!.push(site);
      else {
        const place = placeOfUse(site, use, one);
        overridden[one.position]!.push(subjectOf(registry, provider, one.cookie, [site], place));
      }
    }
  return provider.value.cookies.flatMap((cookie, position) => {
    const sites = plain[position]!;
    const declared = () =>
      subjectOf(registry, provider, cookie, sites, placeInProvider(provider, position));
    return [
      ...(sites.length > 0 || uses.length === 0 ? [declared()] : []),
      ...overridden[position]!,
    ];
  });
}

/** Every cookie of the project's own providers and of those that its sites use, once for each way it is used. */
export function cookieSubjects(
  registry: Registry,
  isOwn: (provider: Entry<Provider>) => boolean,
): CookieSubject[] {
  const uses = usesByProvider(registry);
  return [...new Set(registry.providers.values())].flatMap((provider) => {
    const its = uses.get(provider.id) ?? [];
    return its.length === 0 && !isOwn(provider) ? [] : subjectsOf(registry, provider, its);
  });
}

/** The sites that use a provider. */
export const sitesByProvider = (registry: Registry): ReadonlyMap<string, readonly Entry<Site>[]> =>
  new Map([...usesByProvider(registry)].map(([id, uses]) => [id, uses.map(({ site }) => site)]));
