import { memoize, memoizeByText } from "../../memo.ts";
import { siteConditions } from "../../prose/placeholders.ts";
import { usedProviders, type UsedProvider } from "../../registry/cookies.ts";
import type { Entry } from "../../registry/entry.ts";
import { lineageOf } from "../../registry/languages/sections.ts";
import type { BaseRegistry } from "../../registry/registry.ts";
import type { Site } from "../../registry/schema/site.ts";
import { type PlacedSite, placePreferences, type Setting } from "./place-preferences.ts";
import { consentToAll, lawOf, type SiteLaw } from "../../registry/site-law.ts";
import { type Category, type Column, defaultColumns } from "../../vocabulary/vocabulary.ts";
import type { CookieRow } from "./columns.ts";
import { type GroupFacts, keyOfGroup } from "./describe/describe-group.ts";
import { sumUp, type SummaryFacts } from "./describe/describe-summary.ts";
import { transfersFrom } from "./describe/describe-provider.ts";
import { groupRows } from "./rows.ts";

/** A table of a site. */
interface ResolvedGroup {
  readonly facts: GroupFacts;
  readonly summary: SummaryFacts;
  readonly rows: readonly CookieRow[];
}

/** A site in no language: what its pages show, in the order in which they show it. */
export interface ResolvedSite {
  readonly id: string;
  /** The site, and those that it extends, the nearest first. */
  readonly lineage: readonly string[];
  readonly site: PlacedSite;
  readonly law: SiteLaw;
  readonly providers: readonly UsedProvider[];
  readonly groups: readonly ResolvedGroup[];
  /** Countries that data goes to, by their codes. */
  readonly destinations: readonly string[];
  /** Conditions of the prose that hold. */
  readonly conditions: ReadonlySet<string>;
}

const providerConditions = memoize(
  ({ provider: { value }, cookies, category, recipients = [] }: UsedProvider) =>
    [
      category ?? false,
      ...cookies.flatMap(({ category: own, party, name, cookie }) => [
        own,
        party === "third" && "third-party-cookies",
        name.includes("*") && "varying-names",
        cookie.dataRetention !== undefined && "data-retention",
        cookie.consent !== undefined && `consent.${cookie.consent}`,
        cookie.selfRenewing === true && "renewed",
        cookie.duration?.kind === "length" &&
          cookie.duration.bounds.includes("after-last-activity") &&
          "last-activity",
      ]),
      (value.operator !== "site" || recipients.length > 0) && "third-parties",
      recipients.length > 0 && "recipients",
    ].filter((condition) => typeof condition === "string"),
);

const conditionsOf = ({
  site,
  law: { places },
  providers,
  groups,
  destinations,
}: Omit<ResolvedSite, "conditions">): Set<string> =>
  new Set([
    ...providers.flatMap(providerConditions),
    ...siteConditions(site),
    ...places.flatMap(({ law: { laws, rights = {} } }) => [
      ...laws.map(({ id }) => `law.${id}`),
      ...(rights["withdrawal"] || rights["withdrawal-for-the-future"] ? ["withdrawal"] : []),
    ]),
    ...groups.flatMap(({ facts: { consent, retention } }) => [
      ...consent.map(({ model }) => `consent.${model}`),
      ...(retention ? ["data-retention"] : []),
    ]),
    ...(destinations.length > 0 ? ["transfers"] : []),
  ]);

/** What a site says of a category by name, or of all that are not necessary. */
function truthOf(stated: Site["sold"], category: Category): boolean | undefined {
  if (category === "unclassified") return undefined;
  if (typeof stated !== "boolean") return stated?.[category];
  return category === "necessary" ? undefined : stated;
}

/** Where to refuse what is set until somebody does; laws that ask for a link of its own have it. */
function refusalsOf(
  { objection, preferences, optOut, opener }: PlacedSite,
  consent: GroupFacts["consent"],
): GroupFacts["refusals"] {
  const found = new Map<string, GroupFacts["refusals"][number]>();
  for (const { place, model, isDeclared } of consent) {
    const own = place?.law.duties?.["opt-out-link"] ? optOut : undefined;
    const address = own ?? objection ?? preferences;
    if (model !== "opt-out" || !isDeclared || address === undefined) continue;
    const key = JSON.stringify(address);
    const places = [...(found.get(key)?.places ?? []), ...(place ? [place] : [])];
    found.set(key, { address, places, ...(address === preferences ? { opener } : {}) });
  }
  return [...found.values()];
}

function factsOf(
  site: PlacedSite,
  law: SiteLaw,
  columns: readonly Column[],
  category: Category,
  rows: readonly CookieRow[],
): GroupFacts {
  const cookies = rows.flatMap(({ names, cookie }) => (names.length > 0 ? [cookie] : []));
  const consent =
    cookies.length > 0
      ? consentToAll(
          law,
          category,
          cookies.map(({ cookie }) => cookie),
        )
      : [];
  const of = category === "unclassified" ? undefined : category;
  const isSaidOfEach =
    columns.includes("duration") &&
    cookies.length > 0 &&
    cookies.every(({ cookie }) => cookie.dataRetention !== undefined);
  return {
    category,
    columns,
    consent,
    hasExceptions:
      consent.some(({ model }) => model === "opt-in") &&
      cookies.some(({ sparedBy }) => sparedBy !== undefined),
    hasStricter: cookies.some(({ otherConsent }) => otherConsent === "opt-in"),
    hasVaryingNames: rows.some(({ names }) => names.some((name) => name.includes("*"))),
    titles: site.titles,
    refusals: refusalsOf(site, consent),
    sold: truthOf(site.sold, category),
    shared: truthOf(site.shared, category),
    legalBasis: of && site.legalBasis?.[of],
    retention: of && !isSaidOfEach ? site.retention?.[of] : undefined,
  };
}

/** The same object for the same facts, which laws belong to. */
const knownUnder = memoize(() => memoizeByText((facts: GroupFacts) => facts, keyOfGroup));

/** Gathers what the pages of a site show. */
export function resolveSite(
  entry: Entry<Site>,
  registry: BaseRegistry,
  setting: Setting = "alone",
): ResolvedSite {
  const { id, value } = entry;
  const site = placePreferences(value, setting);
  const columns = site.columns ?? defaultColumns;
  const law = lawOf(site, registry);
  const providers = usedProviders(site, registry);
  const known = knownUnder(registry.jurisdictions);
  const groups = groupRows(providers, columns).map(({ category, rows }) => ({
    facts: known(factsOf(site, law, columns, category, rows)),
    summary: sumUp(rows),
    rows,
  }));
  const destinations = new Set(
    providers.flatMap(({ provider }) =>
      provider.value.operator === "site"
        ? []
        : transfersFrom(provider.value, law.places).map(({ country }) => country),
    ),
  );
  const resolved = {
    id,
    lineage: lineageOf(entry),
    site,
    law,
    providers,
    groups,
    destinations: [...destinations],
  };
  return { ...resolved, conditions: conditionsOf(resolved) };
}
