import type { Evidence, Observation, Phase } from "../observation/observation.ts";
import { maskPersonal } from "../observation/personal.ts";
import {
  type DeclaredCookie,
  placeInUse,
  type PlaceOfCookie,
  usedProviders,
} from "../registry/cookies.ts";
import type { Entry } from "../registry/entry.ts";
import type { Registry } from "../registry/registry.ts";
import type { Provider } from "../registry/schema/provider.ts";
import type { Site } from "../registry/schema/site.ts";
import { indexByName } from "../vocabulary/name-index.ts";
import { endsOf } from "../vocabulary/name-pattern.ts";
import { partyOf, type Party, registrableDomain } from "../vocabulary/party.ts";
import type { Storage } from "../vocabulary/vocabulary.ts";

/** Something that no provider of a site declares, in all its observations. */
export interface UndeclaredCookie {
  readonly name: string;
  readonly storage: Storage;
  readonly party: Party;
  /** Whom it belongs to, where it is a third party's: its host, or the registrable domain of several hosts. */
  readonly domain?: string;
  readonly observations: readonly [Observation, ...Observation[]];
}

/** Gathers observations of the same name and storage that the same owner keeps, in the order of the first. */
export function groupUndeclared(
  observations: readonly Observation[],
  siteUrl: string,
): UndeclaredCookie[] {
  const groups = new Map<string, [Observation, ...Observation[]]>();
  for (const observation of observations) {
    const { name, storage, host } = observation;
    const isThird = host !== undefined && partyOf(host, siteUrl) === "third";
    const key = JSON.stringify([name, storage, isThird ? registrableDomain(host) : ""]);
    const group = groups.get(key);
    if (group) group.push(observation);
    else groups.set(key, [observation]);
  }
  return [...groups.values()].map((group) => {
    const [{ name, storage, host }] = group;
    const party = partyOf(host, siteUrl);
    const common = { name, storage, party, observations: group };
    if (host === undefined || party === "first") return common;
    const isOfOneHost = group.every((one) => one.host === host);
    return { ...common, domain: isOfOneHost ? host : registrableDomain(host) };
  });
}

/** A declared cookie and what was seen of it. */
export interface ComparedCookie extends DeclaredCookie {
  readonly provider: Entry<Provider>;
  readonly place: PlaceOfCookie;
  /** Where it is declared: in its storage, of its party. */
  readonly sightings: readonly Observation[];
  /** Elsewhere, while it was not seen where it is declared. */
  readonly moved: readonly Observation[];
}

/** A site's declared cookies held against what was observed. */
export interface Comparison {
  readonly site: Entry<Site>;
  readonly cookies: readonly ComparedCookie[];
  readonly undeclared: readonly UndeclaredCookie[];
  /** The declared cookie that an observation was taken for; none for what is undeclared. */
  readonly cookieOf: ReadonlyMap<Observation, ComparedCookie>;
  /** The phases in which something was seen; `undefined` for what does not say in which. */
  readonly phases: ReadonlySet<Phase | undefined>;
  /** The storages in which something was seen. */
  readonly storages: ReadonlySet<Storage>;
  readonly incomplete: readonly string[];
}

interface Candidate extends ComparedCookie {
  readonly sightings: Observation[];
  readonly moved: Observation[];
  /** The registrable domains that are its provider's. */
  readonly domains: ReadonlySet<string>;
  readonly order: number;
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
        domains: new Set([...domains, ...(domain ? [domain] : [])].map(registrableDomain)),
        order,
      };
    });

/** How much of its name is fixed: all of a literal, which is more specific than any pattern. */
const fixedOf = (name: string): number =>
  endsOf(name) ? name.replaceAll("*", "").length : Infinity;

/**
 * Takes each observation for the declared cookie with the most specific name that stands for it: a literal, else the
 * pattern with the most fixed text, else the first of the site's order. A cookie of one third party is never taken for
 * that of another. What is seen in another storage or of another party is the declared one moved, unless that was seen
 * in its place, too: then it is another, undeclared one.
 */
export function compareEvidence(
  site: Entry<Site>,
  registry: Registry,
  evidence: Evidence,
): Comparison {
  const cookies = candidatesOf(site, registry);
  const find = indexByName(cookies.map((cookie) => ({ name: maskPersonal(cookie.name), cookie })));
  const siteUrl = site.value.url;
  const cookieOf = new Map<Observation, ComparedCookie>();
  const displaced: [Observation, Candidate][] = [];
  const unknown: Observation[] = [];

  const fits = ({ party }: Candidate, { host }: Observation) =>
    host === undefined || partyOf(host, siteUrl) === party;

  const isAnothers = ({ party, domains }: Candidate, { host }: Observation): boolean =>
    party === "third" &&
    host !== undefined &&
    partyOf(host, siteUrl) === "third" &&
    !domains.has(registrableDomain(host));

  const goesBefore = (a: Candidate, b: Candidate, observation: Observation): boolean => {
    const inPlace = (one: Candidate) => Number(one.storage === observation.storage);
    const byStorage = inPlace(a) - inPlace(b);
    if (byStorage !== 0) return byStorage > 0;
    const [fixedOfA, fixedOfB] = [fixedOf(a.name), fixedOf(b.name)];
    if (fixedOfA !== fixedOfB) return fixedOfA > fixedOfB;
    const byParty = Number(fits(a, observation)) - Number(fits(b, observation));
    return byParty === 0 ? a.order < b.order : byParty > 0;
  };

  function findBest(observation: Observation): Candidate | undefined {
    const candidates: Candidate[] = [];
    find(observation.name, ({ cookie: one }) => {
      if (one.storage !== "pixel" && !isAnothers(one, observation)) candidates.push(one);
    });
    return candidates.length < 2
      ? candidates[0]
      : candidates.reduce((a, b) => (goesBefore(b, a, observation) ? b : a));
  }

  for (const observation of evidence.observations) {
    const best = findBest(observation);
    if (!best) unknown.push(observation);
    else if (best.storage === observation.storage && fits(best, observation)) {
      best.sightings.push(observation);
      cookieOf.set(observation, best);
    } else displaced.push([observation, best]);
  }

  for (const [observation, best] of displaced)
    if (best.sightings.length > 0) unknown.push(observation);
    else {
      best.moved.push(observation);
      cookieOf.set(observation, best);
    }

  return {
    site,
    cookies,
    undeclared: groupUndeclared(unknown, siteUrl),
    cookieOf,
    phases: new Set(evidence.observations.map(({ phase }) => phase)),
    storages: new Set(evidence.observations.map(({ storage }) => storage)),
    incomplete: evidence.incomplete,
  };
}
