import { memoize, memoizeByText } from "../../memo.ts";
import type { Heading } from "../../prose/compile.ts";
import type { UsedProvider } from "../../registry/cookies.ts";
import type { Site } from "../../registry/schema/site.ts";
import type { LegalPlace } from "../../registry/site-law.ts";
import { markText } from "./borrowed-words.ts";
import { createCells, type CookieRow } from "./columns.ts";
import { describeGroup, type GroupFacts } from "./describe/describe-group.ts";
import { describeProvider } from "./describe/describe-provider.ts";
import { describeLaw, type LawWords } from "./describe/describe-law.ts";
import type { PlacesOfLaw } from "./describe/describe-rights.ts";
import type { PageLanguage } from "./language.ts";
import type {
  Cell,
  Contents,
  GroupHead,
  LanguageLinks,
  PolicyProvider,
  PolicyRow,
  LanguageLink,
} from "./policy.ts";

type ColumnTitles = NonNullable<NonNullable<Site["titles"]>["columns"]>;

/** Describes what pages have in common: the same object for the same facts, so that a template renders it once. */
export interface SharedParts {
  readonly head: (facts: GroupFacts) => GroupHead;
  /** Rows under columns that have these titles of a site; `continues`: the row above is of the same provider. */
  readonly rowUnder: (titles: ColumnTitles) => (row: CookieRow, continues: boolean) => PolicyRow;
  readonly provider: (places: readonly LegalPlace[]) => (used: UsedProvider) => PolicyProvider;
  readonly law: (places: PlacesOfLaw) => LawWords;
  readonly languages: (ways: readonly LanguageLink[]) => LanguageLinks;
  /** `headings` are those of the page's prose, in the language of the prose. */
  readonly contents: (headings: readonly Heading[]) => Contents;
}

/** Where a name is out of sight, since it stands above, the keyboard should not stop. */
const withoutLinks = ({ items, ...cell }: Cell): Cell => ({
  ...cell,
  items: items.map((item) => ({ ...item, href: null })),
});

/** Memoised per language. */
export const sharedPartsOf = memoize((language: PageLanguage): SharedParts => {
  const { terms, proseLanguage, orUsual } = language;
  // Described when it is rendered, which is once; kept are only the rows, since there are thousands.
  const cells = createCells(language);
  const createRows = (titles: ColumnTitles): ReturnType<SharedParts["rowUnder"]> => {
    const hasTitles = Object.keys(titles).length > 0;
    const title = (cell: Cell): Cell => ({
      ...cell,
      label: orUsual(titles[cell.column], cell.label),
    });
    const titled = (row: CookieRow) => (hasTitles ? cells(row).map(title) : cells(row));
    const begin = memoize((row: CookieRow): PolicyRow => ({
      continues: false,
      cells: titled(row),
    }));
    const goOn = memoize((row: CookieRow): PolicyRow => ({
      continues: true,
      cells: titled(row).map((cell) => (cell.column === "provider" ? withoutLinks(cell) : cell)),
    }));
    return (row, continues) => (continues ? goOn(row) : begin(row));
  };
  const mark = (title: string) => (proseLanguage === null ? title : markText(title, proseLanguage));
  const providersAt = (places: readonly LegalPlace[]) =>
    memoizeByText(
      (used: UsedProvider) => describeProvider(used, places, language),
      ({ provider, recipients, cookies }) =>
        JSON.stringify([provider.id, recipients, cookies.length === 0]),
    );
  return {
    head: memoize((facts: GroupFacts) => describeGroup(facts, language)),
    rowUnder: memoizeByText(createRows, JSON.stringify),
    provider: memoize((places: readonly LegalPlace[]) => memoize(providersAt(places))),
    law: memoize((places: PlacesOfLaw) => describeLaw(places, language)),
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
