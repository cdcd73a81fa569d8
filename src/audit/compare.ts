import { domainMatches } from "../observation/cookie-owner.ts";
import {
  type Evidence,
  isRefused,
  type Observation,
  type Phase,
} from "../observation/observation.ts";
import type { SeenRequest } from "../observation/requests.ts";
import type { Entry } from "../registry/entry.ts";
import type { Registry } from "../registry/registry.ts";
import type { Provider } from "../registry/schema/provider.ts";
import type { Site } from "../registry/schema/site.ts";
import { matches } from "../vocabulary/name-pattern.ts";
import { type OwnHosts, partyOf, type Party, registrableDomain } from "../vocabulary/party.ts";
import type { Storage } from "../vocabulary/vocabulary.ts";
import { type ComparedCookie, createMatcher, fits, type Candidate } from "./match.ts";
import { hostOfSetter, providersOfHost } from "./providers-of-host.ts";

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
  site: OwnHosts,
): UndeclaredCookie[] {
  const groups = new Map<string, [Observation, ...Observation[]]>();
  for (const observation of observations) {
    const { name, storage, host } = observation;
    const isThird = host !== undefined && partyOf(host, site) === "third";
    const key = JSON.stringify([name, storage, isThird ? registrableDomain(host) : ""]);
    const group = groups.get(key);
    if (group) group.push(observation);
    else groups.set(key, [observation]);
  }
  return [...groups.values()].map((group) => {
    const [{ name, storage, host }] = group;
    const party = partyOf(host, site);
    const common = { name, storage, party, observations: group };
    if (host === undefined || party === "first") return common;
    const isOfOneHost = group.every((one) => one.host === host);
    return { ...common, domain: isOfOneHost ? host : registrableDomain(host) };
  });
}

/** A site's declared cookies held against what was observed. */
export interface Comparison {
  readonly site: Entry<Site>;
  readonly cookies: readonly ComparedCookie[];
  readonly undeclared: readonly UndeclaredCookie[];
  /** The declared cookies that an observation may be, the first of them judged by it; none for what is undeclared. */
  readonly ownersOf: ReadonlyMap<Observation, readonly [ComparedCookie, ...ComparedCookie[]]>;
  /** The phases in which something was seen; `undefined` for what does not say in which. */
  readonly phases: ReadonlySet<Phase | undefined>;
  /** The storages in which something was seen. */
  readonly storages: ReadonlySet<Storage>;
  readonly incomplete: readonly string[];
  /** As the evidence has them. */
  readonly requests: readonly SeenRequest[] | undefined;
  /** Whether some evidence could not be read. */
  readonly isBroken: boolean;
}

const isAskedFor = ({ name, cookie: { domain } }: Candidate, { url }: SeenRequest): boolean => {
  const { hostname, pathname } = new URL(url);
  return (
    domain !== undefined &&
    domainMatches(hostname, domain) &&
    (!name.startsWith("/") || pathname.startsWith(name.replace(/\*.*$/s, "")))
  );
};

/**
 * The known provider, other than the declared one and not of its house, whose host set something; of several of a host the
 * one that declares it.
 */
function findStranger(
  { provider: { value } }: Candidate,
  { name, setter }: Observation,
  providersOf: (host: string) => readonly Entry<Provider>[],
): Entry<Provider> | undefined {
  const host = hostOfSetter(setter);
  const known = host === undefined ? [] : providersOf(host);
  const isOurs = (one: Entry<Provider>) =>
    one.value === value || (value.entity !== undefined && one.value.entity === value.entity);
  if (known.some(isOurs)) return undefined;
  return (
    known.find((one) => one.value.cookies.some((each) => matches(each.name, name))) ?? known[0]
  );
}

const pixelGap = "pixels are looked for in a HAR and in a live look alone";

/** Looks for the pixels among what was asked for; a clause says so where nothing tells of that. */
function findPixels(cookies: readonly Candidate[], { requests }: Evidence): string[] {
  const pixels = cookies.filter(({ storage }) => storage === "pixel");
  for (const pixel of pixels)
    pixel.mayBeThere = requests?.some((request) => isAskedFor(pixel, request)) ?? true;
  return pixels.length > 0 && !requests ? [pixelGap] : [];
}

/**
 * Takes each observation for a declared cookie, if one stands for it. What is seen in another storage or of another
 * party is the declared one moved, unless that was seen in its place, too: then it is another, undeclared one.
 */
export function compareEvidence(
  site: Entry<Site>,
  registry: Registry,
  evidence: Evidence,
): Comparison {
  const { observations, requests, diagnostics } = evidence;
  const providersOf = providersOfHost(registry);
  const { cookies, match } = createMatcher(site, registry);
  const ownersOf = new Map<Observation, [Candidate, ...Candidate[]]>();
  const displaced: [Observation, Candidate][] = [];
  const unknown: Observation[] = [];

  for (const observation of observations) {
    const [best, ...others] = match(observation);
    if (!best) unknown.push(observation);
    else if (best.storage === observation.storage && fits(best, observation, site.value)) {
      best.sightings.push(observation);
      ownersOf.set(observation, [best, ...others]);
      for (const one of others) best.rivals.add(one.provider.id);
      const stranger = findStranger(best, observation, providersOf);
      if (stranger) best.strangers.set(observation, stranger);
    } else displaced.push([observation, best]);
  }

  for (const [observation, best] of displaced)
    if (best.sightings.length > 0) unknown.push(observation);
    else {
      if (!isRefused(observation)) best.moved.push(observation);
      ownersOf.set(observation, [best]);
    }

  return {
    site,
    cookies,
    undeclared: groupUndeclared(unknown, site.value),
    ownersOf,
    phases: new Set(observations.map(({ phase }) => phase)),
    storages: new Set(observations.map(({ storage }) => storage)),
    incomplete: [...evidence.incomplete, ...findPixels(cookies, evidence)],
    requests,
    isBroken: diagnostics.some(({ severity }) => severity === "error"),
  };
}
