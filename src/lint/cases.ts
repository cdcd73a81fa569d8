import type { Place } from "../diagnostic.ts";
import { memoize } from "../memo.ts";
import type { Entry } from "../registry/entry.ts";
import { lineageOf } from "../registry/languages/sections.ts";
import type { Registry } from "../registry/registry.ts";
import type { Provider } from "../registry/schema/provider.ts";
import type { Site } from "../registry/schema/site.ts";
import { lawOf, type LegalPlace } from "../registry/site-law.ts";
import type { CasesFor } from "../rules/run.ts";
import type { KeyOrValue, Path } from "../source/yaml/locate.ts";
import { defaultJurisdictions } from "../vocabulary/vocabulary.ts";
import { partyOf } from "../vocabulary/party.ts";
import type { LawNeed, LintSubjects } from "./rule.ts";
import { cookieSubjects, sitesByProvider } from "./subjects.ts";

type CaseOf<Need extends keyof LintSubjects> = CasesFor<Pick<LintSubjects, Need>>[Need];

/** Something to judge by this project's own rules. */
export type Case = CasesFor<LintSubjects>[keyof LintSubjects];

/** Something to judge by the laws of the places of its sites. */
type SitedCase = CaseOf<LawNeed> & { readonly users: readonly Entry<Site>[] };

/** Something to judge by the law of one place; for what no site uses, of the place of sites that name none. */
export interface LawCase {
  readonly one: CaseOf<LawNeed>;
  readonly place: LegalPlace;
  readonly sites: readonly Entry<Site>[];
}

/** Whether all providers that a site lists are there to be judged with it. */
const hasAllProviders = ({ value }: Entry<Site>, { providers }: Registry): boolean =>
  value.providers.every(
    (pick) => providers.get(typeof pick === "string" ? pick : pick.id) !== undefined,
  );

/** How many sites and providers of a project no rule judges, since they or what they name cannot be read or is not valid. */
export function countUnjudged(registry: Registry): { sites: number; providers: number } {
  const { sites, providers } = registry.unread;
  const incomplete = [...registry.sites.values()].filter(
    (site) => !hasAllProviders(site, registry),
  );
  return { sites: sites.length + incomplete.length, providers: providers.length };
}

const idsOf = (sites: readonly Entry<Site>[]) => sites.map(({ id }) => id);

function sitedCasesOf(registry: Registry): SitedCase[] {
  // Of what stands in the package alone nothing is told.
  const isOwn = memoize(({ layers }: Entry<Provider>) =>
    layers.some(({ file }) => registry.project.owns(file)),
  );
  const users = sitesByProvider(registry);
  const sites = [...registry.sites.values()];
  return [
    ...cookieSubjects(registry, isOwn).map((subject): SitedCase => ({
      need: "cookie",
      subject,
      place: subject.place,
      sites: idsOf(subject.sites),
      users: subject.sites,
    })),
    ...registry.providers
      .read()
      .filter(isOwn)
      .map((subject): SitedCase => {
        const its = users.get(subject.id) ?? [];
        return { need: "provider", subject, place: subject.place, sites: idsOf(its), users: its };
      }),
    // What a site lacks is not known while one of its providers cannot be read.
    ...sites
      .filter((site) => hasAllProviders(site, registry))
      .map((subject): SitedCase => ({
        need: "site",
        subject,
        place: subject.place,
        users: [subject],
      })),
    ...[...registry.languages.values()].map((subject): SitedCase => {
      const its = sites.filter(({ value }) => value.languages.includes(subject.tag));
      const { place } = subject.terms;
      return { need: "language", subject, place, sites: idsOf(its), users: its };
    }),
  ];
}

/** Finds a place of the whole registry by a path that begins with a kind and an id. */
function placeInRegistry(registry: Registry) {
  return ([kind, id, ...path]: Path, part?: KeyOrValue): Place => {
    const map = kind === "providers" ? registry.providers : registry.sites;
    return map.get(String(id))!.place(path, part);
  };
}

/** A subject as the sites of one place use it. */
function narrow(one: CaseOf<LawNeed>, { id }: LegalPlace, sites: readonly Entry<Site>[]) {
  if (one.need === "cookie") {
    const { domain } = one.subject.cookie;
    const isThirdParty = sites.some(({ value }) => partyOf(domain, value) === "third");
    return { ...one, sites: idsOf(sites), subject: { ...one.subject, sites, isThirdParty } };
  }
  if (one.need === "site") {
    const { subject } = one;
    return { ...one, subject: { ...subject, value: { ...subject.value, jurisdictions: [id] } } };
  }
  if (one.need === "language") {
    const ids = new Set(idsOf(sites));
    const { subject } = one;
    const intros = new Map([...subject.intros].filter(([site]) => ids.has(site)));
    const above = new Set(sites.flatMap(lineageOf));
    const ofSites = new Map([...subject.sections.ofSites].filter(([site]) => above.has(site)));
    const sections = { ...subject.sections, ofSites };
    return { ...one, sites: [...ids], subject: { ...subject, intros, sections } };
  }
  return { ...one, sites: idsOf(sites) };
}

function groupByPlace(
  users: readonly Entry<Site>[],
  registry: Registry,
  jurisdictions: readonly string[],
) {
  const groups = new Map<string, { place: LegalPlace; sites: Entry<Site>[] }>();
  if (users.length === 0)
    for (const place of lawOf({ jurisdictions: [...jurisdictions] }, registry).places)
      groups.set(place.id, { place, sites: [] });
  for (const site of users)
    for (const place of lawOf(site.value, registry).places) {
      const known = groups.get(place.id);
      if (known) known.sites.push(site);
      else groups.set(place.id, { place, sites: [site] });
    }
  return [...groups.values()];
}

/**
 * Everything there is to judge, for the rules of this project and for those of each place. What no site uses is judged
 * in `jurisdictions`, or where a site is that names none; but an entry of the catalogue is not yet anybody's, wherever
 * that is.
 */
export function casesOf(
  registry: Registry,
  options: { readonly jurisdictions?: readonly string[] },
): {
  cases: readonly Case[];
  lawCases: () => Generator<LawCase>;
} {
  const { holdsCatalogue } = registry.project;
  const jurisdictions = options.jurisdictions ?? (holdsCatalogue ? [] : defaultJurisdictions);
  const sited = sitedCasesOf(registry);
  return {
    cases: [
      ...sited,
      ...registry.files.map((subject): Case => ({
        need: "file",
        subject,
        place: subject.source.place,
      })),
      { need: "registry", subject: registry, place: placeInRegistry(registry) },
    ],
    *lawCases() {
      for (const { users, ...one } of sited)
        for (const { place, sites } of groupByPlace(users, registry, jurisdictions))
          yield { one: narrow(one, place, sites), place, sites };
    },
  };
}
