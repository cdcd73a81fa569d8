import { anchorPrefix, type Heading } from "../../../prose/compile.ts";
import type { SiteLaw } from "../../../registry/site-law.ts";
import { inLanguage } from "../../../vocabulary/by-language.ts";
import { type Duration, lengthInDays } from "../../../vocabulary/duration.ts";
import { keepsNothing } from "../../../vocabulary/vocabulary.ts";
import { type CookieRow, providerItem } from "../columns.ts";
import type { PageLanguage } from "../language.ts";
import { plainItem } from "../phrase.ts";
import type { PlacedSite } from "../place-preferences.ts";
import type { CellItem, GroupHead, Summary } from "../policy.ts";
import { transferAreaOf } from "./describe-provider.ts";

/** A category in figures, in no language. */
export interface SummaryFacts {
  readonly count: number;
  /** Ids and names, in the order of the site. */
  readonly providers: readonly { readonly id: string; readonly name: string }[];
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
    count: rows.reduce((sum, { names }) => sum + names.length, 0),
    providers: [...providers.values()],
    longest,
    hasUnstated: stated.length < kept.length,
  };
}

function describeCategory(
  { count, providers, longest, hasUnstated }: SummaryFacts,
  { id, name, consent }: GroupHead,
  { terms, format }: PageLanguage,
): Summary["categories"][number] {
  const { labels } = terms;
  return {
    name: { text: name, href: `#${id}`, code: false },
    consent,
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

/** The page in short; `heads` are those of its tables, `headings` those of its prose. */
export const describeSummary = (
  resolved: SummedSite,
  heads: readonly GroupHead[],
  headings: readonly Heading[],
  language: PageLanguage,
): Summary => {
  const { labels } = language.terms;
  return {
    ways: describeWays(resolved.site, language),
    caption: labels.summary,
    heads: [labels.category, labels.count, labels.providers, labels.longest],
    categories: resolved.groups.map(({ summary }, index) =>
      describeCategory(summary, heads[index]!, language),
    ),
    facts: describeKeyFacts(resolved, headings, language),
  };
};
