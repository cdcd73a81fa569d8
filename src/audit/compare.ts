import { domainMatches } from "../observation/cookie-owner.ts";
import {
  type Evidence,
  isRefused,
  type Observation,
  type Phase,
} from "../observation/observation.ts";
import { maskPersonal } from "../observation/personal.ts";
import type { SeenRequest } from "../observation/requests.ts";
import { declaredCookies, type DeclaredCookie } from "../registry/cookies.ts";
import type { Entry } from "../registry/entry.ts";
import type { Registry } from "../registry/registry.ts";
import type { Site } from "../registry/schema/site.ts";
import { indexByName } from "../vocabulary/name-index.ts";
import { endsOf } from "../vocabulary/name-pattern.ts";
import { judgeHosts, type JudgedHost, type Party } from "../vocabulary/party.ts";
import type { Storage } from "../vocabulary/vocabulary.ts";
import { compareLength } from "./compare-lifetimes.ts";

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
  judge: (host: string) => JudgedHost,
): UndeclaredCookie[] {
  const groups = new Map<string, [Observation, ...Observation[]]>();
  for (const observation of observations) {
    const { name, storage, host } = observation;
    const owner = host === undefined ? undefined : judge(host);
    const key = JSON.stringify([name, storage, owner?.party === "third" ? owner.domain : ""]);
    const group = groups.get(key);
    if (group) group.push(observation);
    else groups.set(key, [observation]);
  }
  return [...groups.values()].map((group) => {
    const [{ name, storage, host }] = group;
    const owner = host === undefined ? undefined : judge(host);
    const domain = group.every((one) => one.host === host) ? host : owner?.domain;
    const isThird = owner?.party === "third" && domain !== undefined;
    return {
      name,
      storage,
      party: owner?.party ?? "first",
      ...(isThird ? { domain } : {}),
      observations: group,
    };
  });
}

/** A declared cookie and what was seen of it. */
export interface ComparedCookie extends DeclaredCookie {
  /** Where it is declared: in its storage, of its party. */
  readonly sightings: readonly Observation[];
  /** Elsewhere, while it was not seen where it is declared. */
  readonly moved: readonly Observation[];
  /** The other providers whose cookie of that name one of its sightings may be as well. */
  readonly rivals: ReadonlySet<string>;
  /** Whether it was asked for, or may be what another provider's cookie was taken for. */
  readonly mayBeThere: boolean;
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

interface Candidate extends ComparedCookie {
  readonly sightings: Observation[];
  readonly moved: Observation[];
  readonly rivals: Set<string>;
  readonly order: number;
  mayBeThere: boolean;
}

/** How much of its name is fixed: all of a literal, which is more specific than any pattern. */
const fixedOf = (name: string): number =>
  endsOf(name) ? name.replaceAll("*", "").length : Infinity;

const settersHost = ({ setter }: Observation): string | undefined =>
  setter && URL.canParse(setter.url) ? new URL(setter.url).hostname : undefined;

const agrees = ({ cookie: { duration } }: Candidate, { lifetime }: Observation): boolean =>
  duration?.kind === "length" && lifetime.kind === "length"
    ? compareLength(duration, lifetime) === "equal"
    : duration?.kind === lifetime.kind;

const isAskedFor = ({ name, cookie: { domain } }: Candidate, { url }: SeenRequest): boolean => {
  const { hostname, pathname } = new URL(url);
  return (
    domain !== undefined &&
    domainMatches(hostname, domain) &&
    (!name.startsWith("/") || pathname.startsWith(name.replace(/\*.*$/s, "")))
  );
};

const pixelGap = "pixels are looked for in a HAR and in a live look alone";

/**
 * Takes each observation for the declared cookie with the most specific name that stands for it: a literal, else the
 * pattern with the most fixed text. Of several providers that declare the same, it is that of the one whose host set it,
 * else of those that declare the length that was seen, else of any. A cookie of one third party is never taken for that
 * of another. What is seen in another storage or of another party is the declared one moved, unless that was seen in its
 * place, too: then it is another, undeclared one.
 */
export function compareEvidence(
  site: Entry<Site>,
  registry: Registry,
  evidence: Evidence,
): Comparison {
  const { requests } = evidence;
  const cookies = declaredCookies(site, registry).map((cookie, order): Candidate => ({
    ...cookie,
    order,
    sightings: [],
    moved: [],
    rivals: new Set(),
    mayBeThere: false,
  }));
  const find = indexByName(cookies.map((cookie) => ({ name: maskPersonal(cookie.name), cookie })));
  const hostOf = judgeHosts(site.value.url);
  const ownersOf = new Map<Observation, [Candidate, ...Candidate[]]>();
  const displaced: [Observation, Candidate][] = [];
  const unknown: Observation[] = [];

  const fits = ({ party }: Candidate, { host }: Observation) =>
    host === undefined || hostOf(host).party === party;

  const isAnothers = ({ party, domains }: Candidate, { host }: Observation): boolean =>
    party === "third" &&
    host !== undefined &&
    hostOf(host).party === "third" &&
    !domains.has(hostOf(host).domain);

  const compareFit = (a: Candidate, b: Candidate, observation: Observation): number => {
    const inPlace = (one: Candidate) => Number(one.storage === observation.storage);
    const byFixed = fixedOf(a.name) === fixedOf(b.name) ? 0 : fixedOf(b.name) - fixedOf(a.name);
    return (
      inPlace(b) - inPlace(a) ||
      byFixed ||
      Number(fits(b, observation)) - Number(fits(a, observation))
    );
  };

  /** Those that fit best; several only where as many providers declare the same. */
  function findBest(observation: Observation): Candidate[] {
    const found = new Set<Candidate>();
    find(observation.name, ({ cookie: one }) => {
      if (one.storage !== "pixel" && !isAnothers(one, observation)) found.add(one);
    });
    const sorted = [...found].toSorted(
      (a, b) => compareFit(a, b, observation) || a.order - b.order,
    );
    const [best, ...others] = sorted;
    if (!best) return [];
    const isAlike = (one: Candidate) =>
      one.name === best.name &&
      one.provider !== best.provider &&
      compareFit(best, one, observation) === 0;
    return [best, ...others.filter(isAlike)];
  }

  /** Which of several that are declared alike an observation is; several where nothing tells. */
  function settle(best: readonly Candidate[], observation: Observation): readonly Candidate[] {
    if (best.length < 2) return best;
    const host = settersHost(observation);
    const bySetter = best.filter(
      ({ domains }) => host !== undefined && domains.has(hostOf(host).domain),
    );
    if (bySetter.length > 0) return bySetter;
    for (const one of best) one.mayBeThere = true;
    const byLength = best.filter((one) => agrees(one, observation));
    return byLength.length > 0 ? byLength : best;
  }

  for (const observation of evidence.observations) {
    const [best, ...others] = settle(findBest(observation), observation);
    if (!best) unknown.push(observation);
    else if (best.storage === observation.storage && fits(best, observation)) {
      best.sightings.push(observation);
      ownersOf.set(observation, [best, ...others]);
      for (const one of others) {
        one.mayBeThere = true;
        best.rivals.add(one.provider.id);
      }
    } else displaced.push([observation, best]);
  }

  for (const [observation, best] of displaced)
    if (best.sightings.length > 0) unknown.push(observation);
    else {
      if (!isRefused(observation)) best.moved.push(observation);
      ownersOf.set(observation, [best]);
    }

  const pixels = cookies.filter(({ storage }) => storage === "pixel");
  for (const pixel of pixels)
    pixel.mayBeThere = requests?.some((request) => isAskedFor(pixel, request)) ?? true;

  return {
    site,
    cookies,
    undeclared: groupUndeclared(unknown, hostOf),
    ownersOf,
    phases: new Set(evidence.observations.map(({ phase }) => phase)),
    storages: new Set(evidence.observations.map(({ storage }) => storage)),
    incomplete: [...evidence.incomplete, ...(pixels.length > 0 && !requests ? [pixelGap] : [])],
    requests,
    isBroken: evidence.diagnostics.some(({ severity }) => severity === "error"),
  };
}
