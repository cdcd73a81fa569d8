import { anchorPrefix } from "../../../prose/compile.ts";
import { type Duration, lengthInDays } from "../../../vocabulary/duration.ts";
import { type Category, keepsNothing } from "../../../vocabulary/vocabulary.ts";
import { type CookieRow, providerItem } from "../columns.ts";
import type { PageLanguage } from "../language.ts";
import { plainItem } from "../phrase.ts";
import type { PlacedSite } from "../place-preferences.ts";
import type { CellItem, Summary } from "../policy.ts";

/** A category in figures, in no language. */
export interface SummaryFacts {
  readonly category: Category;
  readonly count: number;
  /** Ids and names, in the order of the site. */
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  /** The longest that is stated. */
  readonly longest: { readonly duration: Duration; readonly isRenewed: boolean } | undefined;
  /** Of something that is kept, no length is stated. */
  readonly hasUnstated: boolean;
}

/** What the rows of a table come to. */
export function sumUp(category: Category, rows: readonly CookieRow[]): SummaryFacts {
  const providers = new Map(
    rows.map(({ provider: { id, value } }) => [id, { id, name: value.name }]),
  );
  const kept = rows.flatMap(({ names, cookie: { storage, cookie } }) =>
    names.length === 0 || keepsNothing.has(storage) ? [] : [cookie],
  );
  const stated = kept.flatMap(({ duration, selfRenewing }) =>
    duration && duration.kind !== "not-stated"
      ? [{ duration, isRenewed: selfRenewing === true }]
      : [],
  );
  const [longest] = stated.toSorted(
    (a, b) => lengthInDays(b.duration) - lengthInDays(a.duration) || 0,
  );
  return {
    category,
    count: rows.reduce((sum, { names }) => sum + names.length, 0),
    providers: [...providers.values()],
    longest,
    hasUnstated: stated.length < kept.length,
  };
}

function describeCategory(
  { category, count, providers, longest, hasUnstated }: SummaryFacts,
  { terms, format }: PageLanguage,
): Summary["categories"][number] {
  const { labels } = terms;
  return {
    name: {
      text: terms.categories[category].name,
      href: `#${anchorPrefix}${category}`,
      code: false,
    },
    facts: [
      { label: labels.count, items: [plainItem(format.number(count))] },
      { label: labels.providers, items: providers.map(providerItem) },
      {
        label: labels.longest,
        items: [
          ...(longest ? [plainItem(format.duration(longest.duration, longest.isRenewed))] : []),
          ...(hasUnstated ? [plainItem(labels.notStated)] : []),
        ],
      },
    ],
  };
}

/** Where a visitor can choose, as links to stand before all else. */
function describeWays(site: PlacedSite, { terms, addressIn }: PageLanguage): CellItem[] {
  const { settings, object } = terms.labels;
  const { preferences, objection, opener } = site;
  const ways = [
    { text: settings, href: addressIn(preferences), ...(opener ? { opener } : {}) },
    { text: object, href: addressIn(objection) },
  ];
  return ways.flatMap((way) => (way.href === null ? [] : [{ ...way, code: false }]));
}

/** The page in short: where to choose, and each category in figures. */
export const describeSummary = (
  site: PlacedSite,
  facts: readonly SummaryFacts[],
  language: PageLanguage,
): Summary => {
  const { labels } = language.terms;
  return {
    ways: describeWays(site, language),
    caption: labels.summary,
    heads: [labels.category, labels.count, labels.providers, labels.longest],
    categories: facts.map((one) => describeCategory(one, language)),
  };
};
