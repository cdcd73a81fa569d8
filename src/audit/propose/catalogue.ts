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
interface KnownCookie extends ProviderCookie {
  readonly provider: Entry<Provider>;
}

/** All providers, asked by what is seen. */
export interface Catalogue {
  /** Those of a host, as `providersOfHost` has them. */
  readonly ofHost: (host: string) => readonly Entry<Provider>[];
  /** The cookies that something seen may be by its name, its storage and its party: what is most specific first. */
  readonly named: (seen: UndeclaredCookie) => readonly KnownCookie[];
}

/** A pattern with fewer fixed characters stands for too much to tell anything. */
const leastFixed = 3;

export function createCatalogue(registry: Registry, site: OwnHosts): Catalogue {
  const cookies = providersInOrder(registry).flatMap((provider) =>
    cookiesOf(provider, registry).map((cookie): KnownCookie => ({ ...cookie, provider })),
  );
  const find = indexByName(cookies.map((cookie) => ({ name: maskPersonal(cookie.name), cookie })));

  return {
    ofHost: providersOfHost(registry),
    named({ name, storage, party, domain }) {
      const found = new Set<KnownCookie>();
      find(name, ({ cookie }) => {
        const { domain: own } = cookie.cookie;
        const isThere = cookie.storage === storage && partyOf(own, site) === party;
        const isSameOwner =
          party === "first" ||
          (own !== undefined &&
            domain !== undefined &&
            registrableDomain(own) === registrableDomain(domain));
        if (isThere && isSameOwner && fixedOf(cookie.name) >= leastFixed) found.add(cookie);
      });
      return [...found].toSorted((a, b) => compareFixed(a.name, b.name));
    },
  };
}

function compareFixed(a: string, b: string): number {
  const [fixedOfA, fixedOfB] = [fixedOf(a), fixedOf(b)];
  return fixedOfA === fixedOfB ? 0 : fixedOfB - fixedOfA;
}
