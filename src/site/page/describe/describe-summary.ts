import { memoize, memoizeByText } from "../../../memo.ts";
import { anchorPrefix } from "../../../prose/compile.ts";
import { type Duration, lengthInDays, writeDuration } from "../../../vocabulary/duration.ts";
import { type Category, keepsNothing } from "../../../vocabulary/vocabulary.ts";
import { type CookieRow, providerItem } from "../columns.ts";
import type { PageLanguage } from "../language.ts";
import { plainItem } from "../phrase.ts";
import type { PlacedSite } from "../place-preferences.ts";
import type { CellItem, Summary } from "../policy.ts";

interface NamedProvider {
  readonly id: string;
  readonly name: string;
}

/** A category in figures, in no language. */
export interface SummaryFacts {
  readonly category: Category;
  readonly count: number;
  /** In the order of the site. */
  readonly providers: readonly NamedProvider[];
  /** Tells these providers from others. */
  readonly providersKey: string;
  /** The longest that is stated. */
  readonly longest: { readonly duration: Duration; readonly isRenewed: boolean } | undefined;
  /** Of something that is kept, no length is stated. */
  readonly hasUnstated: boolean;
}

/** What the rows of a table come to. */
export function sumUp(category: Category, rows: readonly CookieRow[]): SummaryFacts {
  const providers = new Map<string, NamedProvider>();
  let [count, days, hasUnstated] = [0, Number.NEGATIVE_INFINITY, false];
  let longest: SummaryFacts["longest"];
  for (const { provider, names, cookie: declared } of rows) {
    providers.set(provider.id, { id: provider.id, name: provider.value.name });
    count += names.length;
    if (names.length === 0 || keepsNothing.has(declared.storage)) continue;
    const { duration, selfRenewing } = declared.cookie;
    if (!duration || duration.kind === "not-stated") {
      hasUnstated = true;
      continue;
    }
    const length = lengthInDays(duration);
    if (longest && length <= days) continue;
    days = length;
    longest = { duration, isRenewed: selfRenewing === true };
  }
  return {
    category,
    count,
    providers: [...providers.values()],
    providersKey: [...providers.keys()].join(" "),
    longest,
    hasUnstated,
  };
}

type Cell = Summary["categories"][number]["facts"][number];

/** The cells of the table; those that say the same are the same object. */
const cellsOf = memoize(({ terms, format }: PageLanguage) => {
  const { labels, categories } = terms;
  return {
    heads: [labels.category, labels.count, labels.providers, labels.longest],
    name: memoizeByText((category): CellItem => {
      const text = categories[category as Category].name;
      return { text, href: `#${anchorPrefix}${category}`, code: false };
    }),
    count: memoizeByText(
      (count: number): Cell => ({ label: labels.count, items: [plainItem(format.number(count))] }),
      String,
    ),
    providers: memoizeByText(
      ({ providers }: SummaryFacts): Cell => ({
        label: labels.providers,
        items: providers.map(providerItem),
      }),
      ({ providersKey }) => providersKey,
    ),
    longest: memoizeByText(
      ({ longest, hasUnstated }: SummaryFacts): Cell => ({
        label: labels.longest,
        items: [
          ...(longest ? [plainItem(format.duration(longest.duration, longest.isRenewed))] : []),
          ...(hasUnstated ? [plainItem(labels.notStated)] : []),
        ],
      }),
      ({ longest, hasUnstated }) =>
        `${longest ? writeDuration(longest.duration) : ""} ${longest?.isRenewed} ${hasUnstated}`,
    ),
  };
});

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
  const { heads, name, count, providers, longest } = cellsOf(language);
  return {
    ways: describeWays(site, language),
    caption: language.terms.labels.summary,
    heads,
    categories: facts.map((one) => ({
      name: name(one.category),
      facts: [count(one.count), providers(one), longest(one)],
    })),
  };
};
