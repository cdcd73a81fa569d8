import { memoize, memoizeByText } from "../../memo.ts";
import { anchorPrefix } from "../../prose/compile.ts";
import type { DeclaredCookie } from "../../registry/cookies.ts";
import type { Entry } from "../../registry/entry.ts";
import type { Provider } from "../../registry/schema/provider.ts";
import { showAddress } from "../../vocabulary/host.ts";
import { type Column, keepsNothing } from "../../vocabulary/vocabulary.ts";
import { fillPattern } from "./format.ts";
import type { PageLanguage } from "./language.ts";
import { plainItem } from "./phrase.ts";
import type { Cell, CellItem } from "./policy.ts";

/** Cookies that share a line of a table with these columns, and how they agree. */
export interface CookieRow {
  readonly provider: Entry<Provider>;
  readonly columns: readonly Column[];
  /** Names in the order of the provider's file; none for a provider that sets nothing. */
  readonly names: readonly string[];
  /** The first of them: the others agree with it in everything that the table shows. */
  readonly cookie: DeclaredCookie;
  /** Where they belong, if the provider has cookies of such a name elsewhere, too. */
  readonly domain: string | undefined;
}

interface ColumnContent {
  /** Facts that the cell shows of a cookie: those of one row agree in them. */
  readonly facts: (cookie: DeclaredCookie) => unknown;
  /** Facts that it shows of the row beside those of the cookie. */
  readonly rowFacts?: (row: CookieRow) => unknown;
  readonly items: (row: CookieRow, language: PageLanguage) => readonly CellItem[];
  /** Small print under the items. */
  readonly notes?: (row: CookieRow, language: PageLanguage) => readonly string[];
}

/** A provider's name that leads to what the page says of it. */
export const providerItem = ({ id, name }: { readonly id: string; readonly name: string }) => ({
  text: name,
  href: `#${anchorPrefix}provider-${id}`,
  code: false,
});

/** Stands for what a cookie should say and does not; a provider that sets none owes nothing of cookies. */
const unstated = ({ name }: DeclaredCookie, { terms }: PageLanguage): CellItem[] =>
  name === "" ? [] : [plainItem(terms.labels.notStated)];

function describeFunction(row: CookieRow, language: PageLanguage): CellItem[] {
  const { cookie } = row.cookie;
  const { terms, format } = language;
  if (cookie.function === undefined) return unstated(row.cookie, language);
  const name = terms.functions[cookie.function] ?? cookie.function;
  const { locations = [] } = cookie;
  if (locations.length === 0) return [plainItem(name)];
  const set = locations.toSorted((a, b) => (a < b ? -1 : 1)).join(" ");
  const names = locations.map((id) => terms.locations[id] ?? id);
  const where = terms.locationSets?.[set] ?? format.list(names);
  const { functionWithLocations, functionInBracketsWithLocations } = terms.patterns;
  const pattern = /[)）]$/.test(name) ? functionInBracketsWithLocations : functionWithLocations;
  return [plainItem(fillPattern(pattern, { function: name, locations: where }))];
}

function notesOnName(
  { cookie, columns, domain }: CookieRow,
  { tag, terms }: PageLanguage,
): string[] {
  const { storage, sparedBy, otherConsent } = cookie;
  const { condition } = cookie.cookie;
  return [
    ...(domain === undefined ? [] : [showAddress(domain, tag)]),
    ...(storage !== "cookie" && !columns.includes("storage") ? [terms.storage[storage]] : []),
    ...(condition === undefined ? [] : [terms.conditions[condition] ?? condition]),
    ...(sparedBy
      ? [fillPattern(terms.patterns.exempt, { exemption: terms.exemptions[sparedBy] })]
      : []),
    ...(otherConsent ? [terms.consent.cookie[otherConsent]] : []),
  ];
}

/** What the registry says of a cookie in words of its own, below the first of these columns that the table has. */
function describeCookie({ cookie: { cookie } }: CookieRow, { tag }: PageLanguage): string[] {
  const text = cookie.description?.[tag];
  return text === undefined ? [] : [text];
}

/** What stands in each column. */
export const columnContents: Readonly<Record<Column, ColumnContent>> = {
  provider: {
    facts: () => null,
    rowFacts: ({ provider }) => provider.id,
    items: ({ provider: { id, value } }) => [providerItem({ id, name: value.name })],
  },
  function: {
    facts: ({ name, cookie }) => [name === "", cookie.function, cookie.locations],
    items: describeFunction,
  },
  name: {
    facts: ({ storage, cookie, sparedBy, otherConsent }) => [
      storage,
      cookie.condition,
      sparedBy,
      otherConsent,
      cookie.description,
    ],
    rowFacts: ({ names, columns, domain }) => [
      names,
      columns.includes("storage"),
      columns.includes("purposes"),
      domain,
    ],
    items: ({ names }, { terms }) =>
      names.length === 0
        ? [plainItem(terms.labels.setsNoCookies)]
        : names.map((text) => ({ text, href: null, code: true })),
    notes: (row, language) => [
      ...notesOnName(row, language),
      ...(row.columns.includes("purposes") ? [] : describeCookie(row, language)),
    ],
  },
  purposes: {
    facts: ({ name, cookie }) => [name === "", cookie.purposes, cookie.description],
    items({ cookie }, language) {
      const { purposes = [] } = cookie.cookie;
      if (purposes.length === 0) return unstated(cookie, language);
      return purposes.map((id) => plainItem(language.terms.purposes[id] ?? id));
    },
    notes: describeCookie,
  },
  duration: {
    facts: ({ name, storage, cookie }) => [
      name === "" || keepsNothing.has(storage),
      cookie.duration,
      cookie.selfRenewing,
      cookie.dataRetention,
    ],
    items({ cookie }, language) {
      const { duration, selfRenewing = false } = cookie.cookie;
      if (duration) return [plainItem(language.format.duration(duration, selfRenewing))];
      return keepsNothing.has(cookie.storage) ? [] : unstated(cookie, language);
    },
    notes: ({ cookie: { cookie } }, { retention }) =>
      cookie.dataRetention ? [retention(cookie.dataRetention)] : [],
  },
  recipients: {
    facts: ({ recipients }) => recipients,
    rowFacts: ({ provider }) => provider.value.operator,
    items: ({ provider, cookie: { recipients } }, { terms, recipientNames }) =>
      recipients || provider.value.operator === "site"
        ? recipientNames(recipients).map(plainItem)
        : [plainItem(terms.labels.notStated)],
  },
  party: {
    facts: ({ name, party }) => name !== "" && party,
    items: ({ cookie: { name, party } }, { terms: { labels } }) =>
      name === "" ? [] : [plainItem(party === "first" ? labels.firstParty : labels.thirdParty)],
  },
  storage: {
    facts: ({ name, storage }) => name !== "" && storage,
    items: ({ cookie: { name, storage } }, { terms }) =>
      name === "" ? [] : [plainItem(terms.storage[storage])],
  },
};

/** What each cell of a row says, in no language. */
const keysOf = memoize(
  (row: CookieRow): ReadonlyMap<Column, string> =>
    new Map(
      row.columns.map((column) => {
        const { facts, rowFacts } = columnContents[column];
        return [column, JSON.stringify([column, facts(row.cookie), rowFacts?.(row)])];
      }),
    ),
);

/** Describes the lines of tables in one language; cells that say the same are the same object. */
export function createCells(language: PageLanguage): (row: CookieRow) => readonly Cell[] {
  const cellOf = memoizeByText(
    (column: Column, row: CookieRow): Cell => {
      const { items, notes } = columnContents[column];
      return {
        column,
        label: language.terms.shortColumns[column],
        items: items(row, language),
        notes: notes?.(row, language) ?? [],
      };
    },
    (column, row) => keysOf(row).get(column)!,
  );
  return (row) => row.columns.map((column) => cellOf(column, row));
}
