import type { UsedProvider } from "../../../registry/cookies.ts";
import type { Provider } from "../../../registry/schema/provider.ts";
import { atPlace, type LegalPlace } from "../../../registry/site-law.ts";
import { fillPattern } from "../format.ts";
import type { PageLanguage } from "../language.ts";
import { plainItem } from "../phrase.ts";
import type { CellItem, PolicyProvider } from "../policy.ts";

type Transfer = NonNullable<Provider["transfers"]>[number];

/** The transfers that leave the area of some law; all where none is known. */
export const transfersFrom = (
  { transfers = [] }: Provider,
  places: readonly LegalPlace[],
): readonly Transfer[] =>
  transfers.filter(
    ({ country }) =>
      places.length === 0 ||
      places.some(({ law }) => !(law.transfers?.inside ?? []).includes(country)),
  );

/** Whether a safeguard is one under some law: what protects data under another is not named. */
const isKnown = (safeguard: string, places: readonly LegalPlace[]): boolean =>
  places.length === 0 || places.some(({ law }) => law.safeguards?.[safeguard] !== undefined);

/** The transfers with their safeguards; a country stands alone only where no law knows any of its safeguards. */
function protectedTransfers(provider: Provider, places: readonly LegalPlace[]): Transfer[] {
  const stated = transfersFrom(provider, places).map(({ country, safeguard }): Transfer => {
    const isNamed = safeguard !== undefined && isKnown(safeguard, places);
    return isNamed ? { country, safeguard } : { country };
  });
  const isProtected = new Set(
    stated.flatMap(({ country, safeguard }) => (safeguard === undefined ? [] : [country])),
  );
  const shown = stated.filter(
    ({ country, safeguard }) => safeguard !== undefined || !isProtected.has(country),
  );
  return [...new Map(shown.map((one) => [JSON.stringify(one), one])).values()];
}

/** What several laws call abroad in the same way, else simply that. */
export function transferAreaOf(places: readonly LegalPlace[]) {
  const areas = new Set(places.map(({ law }) => law.transfers?.area ?? "abroad"));
  const [area = "abroad"] = areas;
  return areas.size === 1 ? area : "abroad";
}

/** A fact that may differ from place to place, with the places where it does. */
function atPlaces(
  valueAt: (line: readonly string[]) => string | undefined,
  places: readonly LegalPlace[],
  { names }: PageLanguage,
): CellItem[] {
  const byValue = new Map<string | undefined, LegalPlace[]>();
  for (const place of places) {
    const value = valueAt(place.line);
    byValue.set(value, [...(byValue.get(value) ?? []), place]);
  }
  if (byValue.size < 2) {
    const value = valueAt(places[0]?.line ?? []);
    return value === undefined ? [] : [plainItem(value)];
  }
  return [...byValue].flatMap(([value, where]) =>
    value === undefined ? [] : [plainItem(names.forPlaces(where, value))],
  );
}

/** The countries to which a provider sends data, each with what protects it there. */
export const describeTransfers = (
  provider: Provider,
  places: readonly LegalPlace[],
  { terms, format }: PageLanguage,
): string[] =>
  protectedTransfers(provider, places).map((transfer) => {
    const country = format.capitalize(format.country(transfer.country));
    const { safeguard } = transfer;
    return safeguard === undefined
      ? country
      : fillPattern(terms.patterns.transfer, {
          country,
          safeguard: terms.safeguards[safeguard] ?? safeguard,
        });
  });

/** What is known of a provider in one language; facts that nobody has stated are left out. */
export function describeProvider(
  { provider: { id, value: provider }, recipients, cookies }: UsedProvider,
  places: readonly LegalPlace[],
  language: PageLanguage,
): PolicyProvider {
  const { terms, format, addressIn } = language;
  const { labels, patterns } = terms;
  const isOwn = provider.operator === "site";
  const name = format.isolate(provider.name);
  const link = (pattern: string, addresses: Provider["privacyPolicy"]): CellItem[] => {
    const href = addressIn(addresses);
    if (href === null) return [];
    return [{ text: fillPattern(pattern, { provider: name }), href, code: false }];
  };
  const beginWith = (country: string) => format.capitalize(format.country(country));
  const entityAt = (line: readonly string[]) =>
    atPlace(provider.entities, line) ?? { name: provider.entity, country: provider.country };
  const countryAt = (line: readonly string[]) => {
    const { country } = entityAt(line);
    return country && beginWith(country);
  };
  const transfers = describeTransfers(provider, places, language);
  const subprocessors = link(patterns.subprocessorsOf, provider.subprocessors);
  const access = [
    {
      label: labels.legalEntity,
      items: atPlaces((line) => entityAt(line).name, places, language),
    },
    { label: labels.country, items: atPlaces(countryAt, places, language) },
    {
      label: labels.recipients,
      items: [
        ...language.recipientNames(recipients).map(plainItem),
        ...(recipients ? [] : [plainItem(labels.notStated), ...subprocessors]),
      ],
    },
    { label: terms.transferAreas[transferAreaOf(places)], items: transfers.map(plainItem) },
  ];
  const facts = [
    ...(isOwn ? [] : access),
    {
      label: labels.moreInformation,
      items: [
        ...link(patterns.privacyPolicyOf, provider.privacyPolicy),
        ...link(patterns.optOutOf, provider.optOut),
        ...(recipients ? subprocessors : []),
      ],
    },
  ];
  return {
    id,
    name: provider.name,
    statements: [
      ...(isOwn ? [labels.runBySite] : []),
      ...(provider.role ? [terms.roles[provider.role]] : []),
      ...(cookies.length === 0 ? [labels.setsNoCookies] : []),
    ],
    facts: facts.filter(({ items }) => items.length > 0),
  };
}
