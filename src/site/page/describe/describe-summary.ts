import { memoize, memoizeByText } from "../../../memo.ts";
import { anchorPrefix, type Heading } from "../../../prose/compile.ts";
import type { SiteLaw } from "../../../registry/site-law.ts";
import { inLanguage } from "../../../vocabulary/by-language.ts";
import { type Duration, lengthInDays, writeDuration } from "../../../vocabulary/duration.ts";
import { keepsNothing } from "../../../vocabulary/vocabulary.ts";
import { type CookieRow, providerItem } from "../columns.ts";
import type { PageLanguage } from "../language.ts";
import { plainItem } from "../phrase.ts";
import type { PlacedSite } from "../place-preferences.ts";
import type { CellItem, GroupHead, Summary } from "../policy.ts";
import { transferAreaOf } from "./describe-provider.ts";

interface NamedProvider {
  readonly id: string;
  readonly name: string;
}

/** A category in figures, in no language. */
export interface SummaryFacts {
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

/** A site as far as its page is summed up. */
interface SummedSite {
  readonly site: PlacedSite;
  readonly law: SiteLaw;
  readonly groups: readonly { readonly summary: SummaryFacts }[];
  /** Countries that data goes to, by their codes. */
  readonly destinations: readonly string[];
}

/** What the rows of a table come to. */
export function sumUp(rows: readonly CookieRow[]): SummaryFacts {
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
  const { labels } = terms;
  return {
    heads: [labels.category, labels.count, labels.providers, labels.longest],
    name: memoize(({ id, name }: GroupHead): CellItem => ({
      text: name,
      href: `#${id}`,
      code: false,
    })),
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

const controllerId = `${anchorPrefix}controller`;

/** What readers ask for most. */
function describeKeyFacts(
  { site: { controller, updated }, law: { places }, destinations }: SummedSite,
  headings: readonly Heading[],
  { tag, terms, format }: PageLanguage,
): Summary["facts"] {
  const { labels, transferAreas } = terms;
  const hasSection = headings.some(({ id }) => id === controllerId);
  const countries = destinations.map((code) => format.capitalize(format.country(code)));
  return [
    ...(controller
      ? [
          {
            label: labels.controller,
            items: [
              {
                text: inLanguage(controller.name, tag),
                href: hasSection ? `#${controllerId}` : null,
                code: false,
              },
            ],
          },
        ]
      : []),
    ...(countries.length > 0
      ? [
          {
            label: transferAreas[transferAreaOf(places)],
            items: [plainItem(format.list(countries))],
          },
        ]
      : []),
    ...(updated === undefined
      ? []
      : [{ label: labels.lastUpdated, items: [plainItem(format.date(updated))] }]),
  ];
}

/** The page in short; `groups` are the heads of its tables, `headings` those of its prose. */
export const describeSummary = (
  resolved: SummedSite,
  groups: readonly GroupHead[],
  headings: readonly Heading[],
  language: PageLanguage,
): Summary => {
  const { heads, name, count, providers, longest } = cellsOf(language);
  return {
    ways: describeWays(resolved.site, language),
    caption: language.terms.labels.summary,
    heads,
    categories: resolved.groups.map(({ summary }, index) => {
      const head = groups[index]!;
      return {
        name: name(head),
        consent: head.consent,
        facts: [count(summary.count), providers(summary), longest(summary)],
      };
    }),
    facts: describeKeyFacts(resolved, headings, language),
  };
};
