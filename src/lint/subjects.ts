import {
  cookiesOf,
  type ProviderCookie,
  type UsedProvider,
  usedProviders,
} from "../registry/cookies.ts";
import { memoize } from "../memo.ts";
import { placeInProvider, placeInUse, type PlaceOfCookie } from "../registry/place-cookies.ts";
import type { Entry } from "../registry/entry.ts";
import type { Registry } from "../registry/registry.ts";
import type { Provider } from "../registry/schema/provider.ts";
import type { Site } from "../registry/schema/site.ts";
import { partyOf } from "../vocabulary/party.ts";

/** A cookie as a group of sites uses it: as its provider declares it, or as one of them overrides it. */
export interface CookieSubject extends ProviderCookie {
  readonly provider: Entry<Provider>;
  /** Third party to at least one of the sites. */
  readonly isThirdParty: boolean;
  /** Empty where no site uses it. */
  readonly sites: readonly Entry<Site>[];
  /** The place of a key of the cookie, or of its name. */
  readonly place: PlaceOfCookie;
}

/** A provider as one site uses it. */
interface Use extends UsedProvider {
  readonly site: Entry<Site>;
}

/** Who uses each provider, by its present id. */
const usesByProvider = memoize((registry: Registry): Map<string, Use[]> => {
  const uses = new Map<string, Use[]>();
  for (const site of registry.sites.values())
    for (const used of usedProviders(site.value, registry)) {
      const known = uses.get(used.provider.id);
      if (known) known.push({ ...used, site });
      else uses.set(used.provider.id, [{ ...used, site }]);
    }
  return uses;
});

/**
 * Each cookie of a provider once for all sites that use it as it is declared, where that is `isOwn`, and once for each
 * that overrides it.
 */
function subjectsOf(
  registry: Registry,
  provider: Entry<Provider>,
  uses: readonly Use[],
  isOwn: boolean,
): CookieSubject[] {
  const declared = cookiesOf(provider, registry);
  const plain = declared.map((): Entry<Site>[] => []);
  const overridden = declared.map((): CookieSubject[] => []);
  for (const { site, ...used } of uses)
    for (const one of used.cookies) {
      const { party, ...cookie } = one;
      if (!one.override) plain[one.position]!.push(site);
      else
        overridden[one.position]!.push({
          ...cookie,
          provider,
          isThirdParty: party === "third",
          sites: [site],
          place: placeInUse(site, used, one),
        });
    }
  return declared.flatMap((one, position) => {
    const sites = plain[position]!;
    const { domain } = one.cookie;
    const asDeclared = (): CookieSubject => ({
      ...one,
      provider,
      isThirdParty: sites.some(({ value }) => partyOf(domain, value) === "third"),
      sites,
      place: placeInProvider(provider, position),
    });
    return [
      ...(isOwn && (sites.length > 0 || uses.length === 0) ? [asDeclared()] : []),
      ...overridden[position]!,
    ];
  });
}

/** Every cookie of the project's own providers, and those of others that its sites override, once for each way it is used. */
export function cookieSubjects(
  registry: Registry,
  isOwn: (provider: Entry<Provider>) => boolean,
): CookieSubject[] {
  const uses = usesByProvider(registry);
  return registry.providers
    .read()
    .flatMap((provider) =>
      subjectsOf(registry, provider, uses.get(provider.id) ?? [], isOwn(provider)),
    );
}

/** The sites that use a provider. */
export const sitesByProvider = memoize(
  (registry: Registry): ReadonlyMap<string, readonly Entry<Site>[]> =>
    new Map([...usesByProvider(registry)].map(([id, uses]) => [id, uses.map(({ site }) => site)])),
);
