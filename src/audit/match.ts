import type { Observation } from "../observation/observation.ts";
import { maskPersonal } from "../observation/personal.ts";
import { type DeclaredCookie, usedProviders } from "../registry/cookies.ts";
import { placeInUse, type PlaceOfCookie } from "../registry/place-cookies.ts";
import type { Entry } from "../registry/entry.ts";
import type { Registry } from "../registry/registry.ts";
import type { Provider } from "../registry/schema/provider.ts";
import type { Site } from "../registry/schema/site.ts";
import { indexByName } from "../vocabulary/name-index.ts";
import { fixedOf } from "../vocabulary/name-pattern.ts";
import { type OwnHosts, partyOf, registrableDomain } from "../vocabulary/party.ts";
import { compareLength } from "./compare-lifetimes.ts";
import { hostOfSetter } from "./providers-of-host.ts";

/** A declared cookie and what was seen of it. */
export interface ComparedCookie extends DeclaredCookie {
  readonly provider: Entry<Provider>;
  readonly place: PlaceOfCookie;
  /** Where it is declared: in its storage, of its party. */
  readonly sightings: readonly Observation[];
  /** Elsewhere, while it was not seen where it is declared. */
  readonly moved: readonly Observation[];
  /** The other providers whose cookie of that name one of its sightings may be as well. */
  readonly rivals: ReadonlySet<string>;
  /** The provider whose host set a sighting, where that is a known one and another than the declared. */
  readonly strangers: ReadonlyMap<Observation, Entry<Provider>>;
  /** Whether it was asked for, or may be what another provider's cookie was taken for. */
  readonly mayBeThere: boolean;
}

/** A declared cookie while it is being compared. */
export interface Candidate extends ComparedCookie {
  readonly sightings: Observation[];
  readonly moved: Observation[];
  readonly rivals: Set<string>;
  readonly strangers: Map<Observation, Entry<Provider>>;
  /** The registrable domains that are its provider's. */
  readonly domains: ReadonlySet<string>;
  readonly order: number;
  mayBeThere: boolean;
}

const candidatesOf = (site: Entry<Site>, registry: Registry): Candidate[] =>
  usedProviders(site.value, registry)
    .flatMap((used) => used.cookies.map((cookie) => ({ used, cookie })))
    .map(({ used, cookie }, order) => {
      const { domains = [] } = used.provider.value;
      const { domain } = cookie.cookie;
      return {
        ...cookie,
        provider: used.provider,
        place: placeInUse(site, used, cookie),
        sightings: [],
        moved: [],
        rivals: new Set(),
        strangers: new Map(),
        mayBeThere: false,
        domains: new Set([...domains, ...(domain ? [domain] : [])].map(registrableDomain)),
        order,
      };
    });

/** Whether something seen belongs to the party of which it is declared. */
export const fits = ({ party }: ComparedCookie, { host }: Observation, site: OwnHosts): boolean =>
  host === undefined || partyOf(host, site) === party;

const agrees = ({ cookie: { duration } }: Candidate, { lifetime }: Observation): boolean =>
  duration?.kind === "length" && lifetime.kind === "length"
    ? compareLength(duration, lifetime) === "equal"
    : duration?.kind === lifetime.kind;

/** Which of several that are declared alike something seen is; several where nothing tells. */
function settle(alike: readonly Candidate[], observation: Observation): readonly Candidate[] {
  if (alike.length < 2) return alike;
  const host = hostOfSetter(observation.setter);
  const domain = host && registrableDomain(host);
  const bySetter = alike.filter(({ domains }) => domain !== undefined && domains.has(domain));
  if (bySetter.length === 1) return bySetter;
  for (const one of alike) one.mayBeThere = true;
  const present = alike.filter(({ provider }) => provider.value.until === undefined);
  const likely = present.length > 0 ? present : alike;
  const byLength = likely.filter((one) => agrees(one, observation));
  return byLength.length > 0 ? byLength : likely;
}

/**
 * Matches what is seen with the cookies of a site: the one with the most specific name that stands for it, a literal, else
 * the pattern with the most fixed text. Of several providers that declare the same, it is that of the one whose host set
 * it, else of those that declare the length that was seen, else of any; of one that has ended only if of no other. A cookie of one third party is never taken for
 * that of another.
 */
export function createMatcher(site: Entry<Site>, registry: Registry) {
  const own = site.value;
  const cookies = candidatesOf(site, registry);
  const find = indexByName(cookies.map((cookie) => ({ name: maskPersonal(cookie.name), cookie })));

  const isAnothers = ({ party, domains }: Candidate, { host }: Observation): boolean =>
    party === "third" &&
    host !== undefined &&
    partyOf(host, own) === "third" &&
    !domains.has(registrableDomain(host));

  const compareFit = (a: Candidate, b: Candidate, observation: Observation): number => {
    const inPlace = (one: Candidate) => Number(one.storage === observation.storage);
    const byFixed = fixedOf(a.name) === fixedOf(b.name) ? 0 : fixedOf(b.name) - fixedOf(a.name);
    const byParty = Number(fits(b, observation, own)) - Number(fits(a, observation, own));
    return inPlace(b) - inPlace(a) || byFixed || byParty;
  };

  /** Those that fit best; several only where as many providers declare the same. */
  function match(observation: Observation): readonly Candidate[] {
    const found = new Set<Candidate>();
    find(observation.name, ({ cookie: one }) => {
      if (one.storage !== "pixel" && !isAnothers(one, observation)) found.add(one);
    });
    const [best, ...others] = [...found].toSorted(
      (a, b) => compareFit(a, b, observation) || a.order - b.order,
    );
    if (!best) return [];
    const isAlike = (one: Candidate) =>
      one.name === best.name &&
      one.provider !== best.provider &&
      compareFit(best, one, observation) === 0;
    return settle([best, ...others.filter(isAlike)], observation);
  }
  return { cookies, match };
}
