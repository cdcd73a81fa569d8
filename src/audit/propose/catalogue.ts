import { memoize } from "../../memo.ts";
import { maskPersonal } from "../../observation/personal.ts";
import { cookiesOf, type ProviderCookie } from "../../registry/cookies.ts";
import type { Entry } from "../../registry/entry.ts";
import type { Registry } from "../../registry/registry.ts";
import type { Provider } from "../../registry/schema/provider.ts";
import { indexByName } from "../../vocabulary/name-index.ts";
import { fixedOf } from "../../vocabulary/name-pattern.ts";
import { type OwnHosts, partyOf, registrableDomain } from "../../vocabulary/party.ts";
import type { UndeclaredCookie } from "../compare.ts";
import { providersInOrder, providersOfHost } from "../providers-of-host.ts";

/** A cookie of a provider, whether or not a site uses it. */
export interface KnownCookie extends ProviderCookie {
  readonly provider: Entry<Provider>;
}

/** All providers, asked by what is seen. */
export interface Catalogue {
  /** Those of a host, as `providersOfHost` has them. */
  readonly ofHost: (host: string) => readonly Entry<Provider>[];
  /**
   * The cookies that something seen may be by its name, its storage and its party: what is most specific first, what a
   * service sets that has ended last of equals.
   */
  readonly named: (seen: UndeclaredCookie) => readonly KnownCookie[];
  /** As `named`, and what software sets on any host that runs it or delivers it. */
  readonly namedAnywhere: (seen: UndeclaredCookie) => readonly KnownCookie[];
}

/** A pattern with fewer fixed characters stands for too much to tell anything. */
const leastFixed = 3;

const cookiesByName = memoize((registry: Registry) =>
  indexByName(
    providersInOrder(registry)
      .flatMap((provider) =>
        cookiesOf(provider, registry).map((cookie): KnownCookie => ({ ...cookie, provider })),
      )
      .map((cookie) => ({ name: maskPersonal(cookie.name), cookie })),
  ),
);

export function createCatalogue(registry: Registry, site: OwnHosts): Catalogue {
  const find = cookiesByName(registry);

  const isOfOwner = ({ cookie: { domain: own } }: KnownCookie, seen: UndeclaredCookie): boolean =>
    partyOf(own, site) === seen.party &&
    (seen.party === "first" ||
      (own !== undefined &&
        seen.domain !== undefined &&
        registrableDomain(own) === registrableDomain(seen.domain)));

  function select(seen: UndeclaredCookie, fits: (known: KnownCookie) => boolean): KnownCookie[] {
    const found = new Set<KnownCookie>();
    find(seen.name, ({ cookie }) => {
      const { name, storage } = cookie;
      if (storage === seen.storage && fixedOf(name) >= leastFixed && fits(cookie))
        found.add(cookie);
    });
    return [...found].toSorted(compareKnown);
  }

  return {
    ofHost: providersOfHost(registry),
    named: (seen) => select(seen, (known) => isOfOwner(known, seen)),
    namedAnywhere: (seen) => select(seen, (known) => isOfOwner(known, seen) || runsAnywhere(known)),
  };
}

const runsAnywhere = ({ cookie, provider }: KnownCookie): boolean =>
  cookie.domain === undefined && provider.value.domains === undefined;

const hasEnded = ({ provider }: KnownCookie): number => Number(provider.value.until !== undefined);

function compareKnown(a: KnownCookie, b: KnownCookie): number {
  const [fixedOfA, fixedOfB] = [fixedOf(a.name), fixedOf(b.name)];
  return fixedOfA === fixedOfB ? hasEnded(a) - hasEnded(b) : fixedOfB - fixedOfA;
}
