import { createHash } from "node:crypto";
import { memoize } from "../../../memo.ts";
import type { DeclaredCookie, UsedProvider } from "../../../registry/cookies.ts";
import type { BaseRegistry } from "../../../registry/registry.ts";
import type { Cookie, Provider } from "../../../registry/schema/provider.ts";
import type { Site } from "../../../registry/schema/site.ts";
import { type ByLanguage, inLanguage } from "../../../vocabulary/by-language.ts";
import {
  type Duration,
  lengthInDays,
  type Unit,
  writeDuration,
} from "../../../vocabulary/duration.ts";
import type { CookieFact, CookieFacts, DurationFacts } from "../../../exporters/cookie-facts.ts";
import type { PageLanguage } from "../language.ts";
import { plainCopy } from "../plain-policy.ts";
import type { SiteLaw } from "../../../registry/site-law.ts";
import type { ResolvedSite } from "../resolve-site.ts";

const isoUnits: Readonly<Record<Unit, readonly [before: string, after: string]>> = {
  second: ["PT", "S"],
  minute: ["PT", "M"],
  hour: ["PT", "H"],
  day: ["P", "D"],
  week: ["P", "W"],
  month: ["P", "M"],
  year: ["P", "Y"],
};

const secondsADay = 86_400;

function describeLength({ count, unit }: { readonly count: number; readonly unit: Unit }) {
  const [before, after] = isoUnits[unit];
  const days = lengthInDays({ kind: "length", bounds: [], count, unit });
  return { iso: `${before}${count}${after}`, seconds: Math.round(days * secondsADay) };
}

function describeDuration(duration: Duration): DurationFacts {
  const isLength = duration.kind === "length";
  return {
    text: writeDuration(duration),
    kind: duration.kind,
    bounds: isLength ? duration.bounds : [],
    ...(isLength ? describeLength(duration) : { iso: null, seconds: null }),
    minimum: isLength && duration.minimum ? describeLength(duration.minimum) : null,
    orSession: isLength && duration.orSession === true,
  };
}

/** As a regular expression; `*` stands for any run of characters. */
const regexOf = (name: string): string =>
  `^${name
    .split("*")
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`))
    .join(".*")}$`;

const addressesOf = (addresses: ByLanguage | undefined): Readonly<Record<string, string>> =>
  typeof addresses === "string" ? { default: addresses } : (addresses ?? {});

/** The addresses of the documents that state something. */
export const sourcesOf = ({ sources = [] }: Pick<Cookie, "sources">): string[] => [
  ...new Set(sources.map((source) => (typeof source === "string" ? source : source.url))),
];

const describeProvider = ({ provider: { id, value }, recipients }: UsedProvider) => ({
  id,
  name: value.name,
  kind: value.kind ?? null,
  entity: value.entity ?? null,
  country: value.country ?? null,
  domains: value.domains ?? [],
  runBySite: value.operator === "site",
  recipients: recipients ?? null,
  transfers: (value.transfers ?? []).map(({ country, safeguard }) => ({
    country,
    safeguard: safeguard ?? null,
  })),
  privacyPolicy: addressesOf(value.privacyPolicy),
  optOut: addressesOf(value.optOut),
  sources: sourcesOf(value),
});

const retentionOf = (kept: Provider["dataRetention"]): CookieFact["dataRetention"] =>
  kept === undefined ? null : kept.kind === "until" ? kept : describeDuration(kept);

function describeCookie(
  provider: string,
  { name, storage, party, category, asksConsent, exemption, recipients, cookie }: DeclaredCookie,
  { consentTo }: SiteLaw,
  { purposes: known }: BaseRegistry,
): CookieFact {
  const { purposes = [], duration, consent } = cookie;
  const isRefused = consent
    ? consent === "opt-out"
    : exemption === undefined && consentTo(category).some(({ model }) => model === "opt-out");
  return {
    provider,
    name,
    regex: regexOf(name),
    storage,
    party,
    httpOnly: cookie.httpOnly === true,
    domain: cookie.domain ?? null,
    category,
    consent: asksConsent ? "required" : "not-required",
    refusable: !asksConsent && isRefused,
    exemption: exemption ?? null,
    function: cookie.function ?? null,
    purposes,
    description: cookie.description ?? null,
    tcf: [...new Set(purposes.flatMap((id) => known[id]?.tcf ?? []))],
    google: [...new Set(purposes.flatMap((id) => known[id]?.google ?? []))],
    locations: cookie.locations ?? [],
    condition: cookie.condition ?? null,
    duration: duration ? describeDuration(duration) : null,
    renewed: cookie.selfRenewing === true,
    dataRetention: retentionOf(cookie.dataRetention),
    recipients: recipients ?? null,
    sources: sourcesOf(cookie),
  };
}

/** The words of some ids, in their order. */
const pick = <Word>(words: Readonly<Record<string, Word>>, ids: readonly (string | null)[]) =>
  Object.fromEntries(
    [...new Set(ids)].flatMap((id) =>
      id !== null && words[id] !== undefined ? [[id, words[id]]] : [],
    ),
  );

function describeWords(
  { terms, format, orUsual }: PageLanguage,
  titles: Site["titles"],
  categories: CookieFacts["categories"],
  used: readonly DeclaredCookie[],
): CookieFacts["words"][string] {
  const all = used.map(({ cookie }) => cookie);
  const durations = (isRenewed: boolean) =>
    Object.fromEntries(
      all.flatMap(({ duration, selfRenewing = false }) =>
        duration && selfRenewing === isRenewed
          ? [[writeDuration(duration), format.duration(duration, isRenewed)]]
          : [],
      ),
    );
  return {
    title: terms.title,
    categories: Object.fromEntries(
      categories.map(({ id }) => {
        const { name, description } = terms.categories[id];
        return [id, { name: orUsual(titles?.categories?.[id], name), description }];
      }),
    ),
    functions: pick(
      terms.functions,
      all.map((one) => one.function ?? null),
    ),
    purposes: pick(
      terms.purposes,
      all.flatMap(({ purposes = [] }) => purposes),
    ),
    locations: pick(
      terms.locations,
      all.flatMap(({ locations = [] }) => locations),
    ),
    conditions: pick(
      terms.conditions,
      all.map(({ condition }) => condition ?? null),
    ),
    exemptions: pick(
      terms.exemptions,
      used.map(({ exemption }) => exemption ?? null),
    ),
    storages: pick(
      terms.storage,
      used.map(({ storage }) => storage),
    ),
    columns: terms.columns,
    banner: terms.banner,
    durations: durations(false),
    renewedDurations: durations(true),
  };
}

/** What the site is said to store, without words and dates. */
const describeStored = (
  { id, site, law, providers, groups }: ResolvedSite,
  registry: BaseRegistry,
) => ({
  site: { id, name: inLanguage(site.name, site.languages[0]!), url: site.url },
  controller: site.controller ? inLanguage(site.controller.name, site.languages[0]!) : null,
  jurisdictions: law.places.map((place) => place.id),
  categories: groups.map(({ facts: { category, consent } }) => ({
    id: category,
    consent: consent.map(({ place, model, isDeclared }) => ({
      model,
      jurisdiction: place?.id ?? null,
      declared: isDeclared,
    })),
  })),
  providers: providers.map(describeProvider),
  cookies: providers.flatMap(({ provider, cookies }) =>
    cookies.map((cookie) => describeCookie(provider.id, cookie, law, registry)),
  ),
});

/** The facts of a site, and their hash. */
const storedOf = memoize((registry: BaseRegistry) =>
  memoize((resolved: ResolvedSite) => {
    const stored = describeStored(resolved, registry);
    const hash = createHash("sha256").update(JSON.stringify(stored)).digest("hex");
    return { stored, revision: hash.slice(0, 12) };
  }),
);

/** A hash of what a site is said to store. */
export const revisionOf = (resolved: ResolvedSite, registry: BaseRegistry): string =>
  storedOf(registry)(resolved).revision;

/** What a site stores, with its words in these languages, its default first. */
export function describeFacts(
  resolved: ResolvedSite,
  languages: readonly PageLanguage[],
  registry: BaseRegistry,
): CookieFacts {
  const { stored, revision } = storedOf(registry)(resolved);
  const { site, controller, jurisdictions, categories, providers, cookies } = stored;
  const used = resolved.providers.flatMap((one) => one.cookies);
  return plainCopy({
    version: 1,
    revision,
    site: { ...site, updated: resolved.site.updated ?? null },
    controller,
    jurisdictions,
    languages: languages.map(({ tag }) => tag),
    categories,
    providers,
    cookies,
    words: Object.fromEntries(
      languages.map((language) => [
        language.tag,
        describeWords(language, resolved.site.titles, categories, used),
      ]),
    ),
  });
}
