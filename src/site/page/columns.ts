import { memoizeByText } from "../../memo.ts";
import type { DeclaredCookie } from "../../registry/cookies.ts";
import type { Entry } from "../../registry/entry.ts";
import type { Provider } from "../../registry/schema/provider.ts";
import type { Column } from "../../vocabulary/vocabulary.ts";
import { fillPattern } from "./format.ts";
import type { PageLanguage } from "./language.ts";
import type { Cell, CellItem } from "./policy.ts";

/** Cookies that share a line of a table with these columns, and how they agree. */
export interface CookieRow {
  readonly provider: Entry<Provider>;
  readonly columns: readonly Column[];
  /** Names in the order of the provider's file. */
  readonly names: readonly string[];
  /** The first of them: the others agree with it in everything that the table shows. */
  readonly cookie: DeclaredCookie;
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

const plain = (text: string): CellItem => ({ text, href: null, code: false });

const shownExemption = ({ category, exemption }: DeclaredCookie) =>
  category === "necessary" ? undefined : exemption;

function describeFunction(
  { cookie: { cookie } }: CookieRow,
  { terms, format }: PageLanguage,
): CellItem[] {
  if (cookie.function === undefined) return [];
  const name = terms.functions[cookie.function] ?? cookie.function;
  const { locations = [] } = cookie;
  if (locations.length === 0) return [plain(name)];
  const set = locations.toSorted((a, b) => (a < b ? -1 : 1)).join(" ");
  const names = locations.map((id) => terms.locations[id] ?? id);
  const where = terms.locationSets?.[set] ?? format.list(names);
  return [
    plain(fillPattern(terms.patterns.functionWithLocations, { function: name, locations: where })),
  ];
}

function notesOnName({ cookie, columns }: CookieRow, { terms }: PageLanguage): string[] {
  const { storage } = cookie;
  const { condition } = cookie.cookie;
  const exemption = shownExemption(cookie);
  return [
    ...(storage !== "cookie" && !columns.includes("storage") ? [terms.storage[storage]] : []),
    ...(condition === undefined ? [] : [terms.conditions[condition] ?? condition]),
    ...(exemption
      ? [fillPattern(terms.patterns.exempt, { exemption: terms.exemptions[exemption] })]
      : []),
  ];
}

function notesOnDuration(
  { cookie: { cookie } }: CookieRow,
  { terms, format }: PageLanguage,
): string[] {
  if (!cookie.dataRetention) return [];
  const duration = format.duration(cookie.dataRetention, false);
  return [fillPattern(terms.patterns.dataRetention, { duration })];
}

/** What stands in each column. */
export const columnContents: Readonly<Record<Column, ColumnContent>> = {
  provider: {
    facts: () => null,
    rowFacts: ({ provider }) => provider.id,
    items: ({ provider: { value } }, { addressIn }) => [
      { text: value.name, href: addressIn(value.privacyPolicy), code: false },
    ],
  },
  function: {
    facts: ({ cookie }) => [cookie.function, cookie.locations],
    items: describeFunction,
  },
  name: {
    facts: (cookie) => [cookie.storage, cookie.cookie.condition, shownExemption(cookie)],
    rowFacts: ({ names, columns }) => [names, columns.includes("storage")],
    items: ({ names }) => names.map((text) => ({ text, href: null, code: true })),
    notes: notesOnName,
  },
  purposes: {
    facts: ({ cookie }) => cookie.purposes,
    items: ({ cookie: { cookie } }, { terms }) =>
      (cookie.purposes ?? []).map((id) => plain(terms.purposes[id] ?? id)),
  },
  duration: {
    facts: ({ cookie }) => [cookie.duration, cookie.selfRenewing, cookie.dataRetention],
    items: ({ cookie: { cookie } }, { format }) =>
      cookie.duration
        ? [plain(format.duration(cookie.duration, cookie.selfRenewing === true))]
        : [],
    notes: notesOnDuration,
  },
  recipients: {
    facts: ({ recipients }) => recipients,
    items: ({ cookie }, { recipientNames }) => recipientNames(cookie.recipients).map(plain),
  },
  party: {
    facts: ({ party }) => party,
    items: ({ cookie }, { terms }) => [
      plain(cookie.party === "first" ? terms.labels.firstParty : terms.labels.thirdParty),
    ],
  },
  storage: {
    facts: ({ storage }) => storage,
    items: ({ cookie }, { terms }) => [plain(terms.storage[cookie.storage])],
  },
};

/** Describes the lines of tables in one language; cells that say the same are the same object. */
export function createCells(language: PageLanguage): (row: CookieRow) => readonly Cell[] {
  const cellOf = memoizeByText(
    (column: Column, row: CookieRow): Cell => {
      const { items, notes } = columnContents[column];
      return {
        column,
        label: language.terms.columns[column],
        items: items(row, language),
        notes: notes?.(row, language) ?? [],
      };
    },
    (column, row) => {
      const { facts, rowFacts } = columnContents[column];
      return JSON.stringify([column, facts(row.cookie), rowFacts?.(row)]);
    },
  );
  return (row) => row.columns.map((column) => cellOf(column, row));
}
