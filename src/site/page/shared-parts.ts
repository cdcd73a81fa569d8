import { memoize, memoizeByText } from "../../memo.ts";
import { anchorPrefix, type Heading } from "../../prose/compile.ts";
import type { UsedProvider } from "../../registry/cookies.ts";
import type { Category, Column } from "../../vocabulary/vocabulary.ts";
import { markText } from "./borrowed-words.ts";
import { createCells } from "./columns.ts";
import { fillPattern } from "./format.ts";
import type { PageLanguage } from "./language.ts";
import type {
  Contents,
  GroupHead,
  CellItem,
  LanguageLinks,
  PolicyProvider,
  PolicyRow,
  LanguageLink,
} from "./policy.ts";
import type { CookieRow } from "./columns.ts";

/** What is known of a provider in one language; facts that nobody has stated are left out. */
function describeProvider(
  { provider: { id, value: provider }, recipients }: UsedProvider,
  writer: PageLanguage,
): PolicyProvider {
  const { terms, format, addressIn } = writer;
  const { labels, patterns } = terms;
  const text = (value: string): CellItem => ({ text: value, href: null, code: false });
  const link = (pattern: string, href: string | null): CellItem[] =>
    href === null
      ? []
      : [{ text: fillPattern(pattern, { provider: provider.name }), href, code: false }];
  const transfers = (provider.transfers ?? []).map(({ country, safeguard }) =>
    safeguard === undefined
      ? text(format.country(country))
      : text(
          fillPattern(patterns.transfer, {
            country: format.country(country),
            safeguard: terms.safeguards[safeguard] ?? safeguard,
          }),
        ),
  );
  const facts = [
    { label: labels.legalEntity, items: provider.entity ? [text(provider.entity)] : [] },
    {
      label: labels.country,
      items: provider.country ? [text(format.country(provider.country))] : [],
    },
    { label: labels.recipients, items: writer.recipientNames(recipients).map(text) },
    { label: labels.transfers, items: transfers },
    {
      label: labels.moreInformation,
      items: [
        ...link(patterns.privacyPolicyOf, addressIn(provider.privacyPolicy)),
        ...link(patterns.optOutOf, addressIn(provider.optOut)),
      ],
    },
  ];
  return { id, name: provider.name, facts: facts.filter(({ items }) => items.length > 0) };
}

/** Describes what pages have in common: the same object for the same facts, so that a template renders it once. */
export interface SharedParts {
  readonly head: (category: Category, columns: readonly Column[]) => GroupHead;
  readonly row: (row: CookieRow) => PolicyRow;
  readonly provider: (provider: UsedProvider) => PolicyProvider;
  readonly languages: (ways: readonly LanguageLink[]) => LanguageLinks;
  /** `headings` are those of the page's prose, in the language of the prose. */
  readonly contents: (headings: readonly Heading[]) => Contents;
}

/** What a writer has said, and says again. */
export const sharedPartsOf = memoize((writer: PageLanguage): SharedParts => {
  const { terms, proseLanguage } = writer;
  const head = memoizeByText(
    (category: Category, columns: readonly Column[]): GroupHead => {
      const { name, description } = terms.categories[category];
      return {
        id: `${anchorPrefix}${category}`,
        name,
        description,
        caption: fillPattern(terms.patterns.tableCaption, { category: name }),
        columns: columns.map((id) => ({ id, label: terms.columns[id] })),
      };
    },
    (category, columns) => `${category} ${columns.join(" ")}`,
  );
  // Described when it is rendered, which is once; kept are only the rows, since there are thousands.
  const cells = createCells(writer);
  const row = memoize((one: CookieRow): PolicyRow => ({ cells: cells(one) }));
  const mark = (title: string) => (proseLanguage === null ? title : markText(title, proseLanguage));
  return {
    head,
    row,
    provider: memoizeByText(
      (used: UsedProvider) => describeProvider(used, writer),
      ({ provider, recipients }) => JSON.stringify([provider.id, recipients ?? null]),
    ),
    languages: memoize((ways: readonly LanguageLink[]) => ({
      label: terms.labels.languages,
      ways,
    })),
    contents: memoize((headings: readonly Heading[]) => ({
      label: terms.labels.contents,
      headings: headings.map(({ id, title }) => ({ id, title: mark(title) })),
    })),
  };
});
