import type { DeclaredCookie, UsedProvider } from "../../../registry/cookies.ts";
import type { PageLanguage } from "../language.ts";
import { plainCopy } from "../plain-policy.ts";
import type { ResolvedSite } from "../resolve-site.ts";
import { sourcesOf } from "./describe-facts.ts";
import { describeTransfers } from "./describe-provider.ts";

/** A table with one row a cookie; several values in a cell stand in lines. */
export interface Sheet {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const lines = (values: readonly string[] = []): string => values.join("\n");

/** What each column says; a column of words stands beside the one of its ids where programs need those. */
function cellsOf(
  { id: site, law, site: { retention: byCategory } }: ResolvedSite,
  { provider: { id, value: provider } }: UsedProvider,
  declared: DeclaredCookie,
  language: PageLanguage,
) {
  const { terms, format, addressIn, retention, recipientNames } = language;
  const { name, storage, party, category, asksConsent, exemption, recipients, cookie } = declared;
  const { labels } = terms;
  const kept =
    cookie.dataRetention ?? (category === "unclassified" ? undefined : byCategory?.[category]);
  const isUnstated = recipients === undefined && provider.operator !== "site";
  const words = (known: Readonly<Record<string, string>>, ids: readonly string[] = []) =>
    lines(ids.map((one) => known[one] ?? one));
  const word = (known: Readonly<Record<string, string>>, one: string | undefined) =>
    words(known, one === undefined ? [] : [one]);
  return {
    site,
    provider: id,
    provider_name: provider.name,
    entity: provider.entity ?? "",
    country: provider.country ? format.capitalize(format.country(provider.country)) : "",
    name,
    storage: terms.storage[storage],
    party: party === "first" ? labels.firstParty : labels.thirdParty,
    domain: cookie.domain ?? "",
    category: terms.categories[category].name,
    consent: asksConsent ? "required" : "not-required",
    exemption: word(terms.exemptions, exemption),
    function: cookie.function ?? "",
    function_text: word(terms.functions, cookie.function),
    purposes: lines(cookie.purposes),
    purposes_text: words(terms.purposes, cookie.purposes),
    duration: cookie.duration ? format.duration(cookie.duration, cookie.selfRenewing === true) : "",
    data_retention: kept ? retention(kept) : "",
    recipients: isUnstated ? labels.notStated : lines(recipientNames(recipients)),
    transfers: lines(describeTransfers(provider, law.places, language)),
    condition: word(terms.conditions, cookie.condition),
    locations: words(terms.locations, cookie.locations),
    privacy_policy: addressIn(provider.privacyPolicy) ?? "",
    sources: lines([...new Set([...sourcesOf(cookie), ...sourcesOf(provider)])]),
    reviewed: provider.reviewed ?? "",
  };
}

/** Without rows where a site stores nothing; the heads are there all the same. */
const columns = [
  "site",
  "provider",
  "provider_name",
  "entity",
  "country",
  "name",
  "storage",
  "party",
  "domain",
  "category",
  "consent",
  "exemption",
  "function",
  "function_text",
  "purposes",
  "purposes_text",
  "duration",
  "data_retention",
  "recipients",
  "transfers",
  "condition",
  "locations",
  "privacy_policy",
  "sources",
  "reviewed",
] as const;

/** Every cookie of a site, with all that is known of it. */
export const describeSheet = (resolved: ResolvedSite, language: PageLanguage): Sheet =>
  plainCopy({
    columns,
    rows: resolved.providers.flatMap((used) =>
      used.cookies.map((declared) => {
        const cells = cellsOf(resolved, used, declared, language);
        return columns.map((column) => cells[column]);
      }),
    ),
  });
