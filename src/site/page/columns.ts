import type { Column } from "../../vocabulary/vocabulary.ts";
import { fillPattern } from "./format.ts";
import type { Cell, CellItem } from "./policy.ts";
import type { CookieRow } from "./rows.ts";
import type { PageLanguage } from "./language.ts";

const plain = (text: string): CellItem => ({ text, href: null, code: false });

function functionOf({ cookie }: CookieRow, { terms, format }: PageLanguage): CellItem[] {
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

const itemsOf: Readonly<Record<Column, (row: CookieRow, writer: PageLanguage) => CellItem[]>> = {
  provider: ({ provider }, { addressIn }) => [
    { text: provider.name, href: addressIn(provider.privacyPolicy), code: false },
  ],
  function: functionOf,
  name: ({ names }) => names.map((text) => ({ text, href: null, code: true })),
  purposes: ({ cookie }, { terms }) =>
    (cookie.purposes ?? []).map((id) => plain(terms.purposes[id] ?? id)),
  duration: ({ cookie }, { format }) =>
    cookie.duration ? [plain(format.duration(cookie.duration, cookie.selfRenewing === true))] : [],
  recipients: ({ cookie }, { recipientNames }) => recipientNames(cookie.recipients).map(plain),
  party: ({ cookie }, { terms }) => [
    plain(cookie.party === "first" ? terms.labels.firstParty : terms.labels.thirdParty),
  ],
  storage: ({ cookie }, { terms }) => [plain(terms.storage[cookie.storage])],
};

function notesOnName({ cookie, columns }: CookieRow, { terms }: PageLanguage): string[] {
  const { storage, condition, exemption, category } = cookie;
  return [
    ...(storage !== "cookie" && !columns.includes("storage") ? [terms.storage[storage]] : []),
    ...(condition === undefined ? [] : [terms.conditions[condition] ?? condition]),
    ...(exemption && category !== "necessary"
      ? [fillPattern(terms.patterns.exempt, { exemption: terms.exemptions[exemption] })]
      : []),
  ];
}

function notesOnDuration({ cookie }: CookieRow, { terms, format }: PageLanguage): string[] {
  if (!cookie.dataRetention) return [];
  const duration = format.duration(cookie.dataRetention, false);
  return [fillPattern(terms.patterns.dataRetention, { duration })];
}

/** What tells a cell from the others of its column; a provider is one by itself. */
function keyOf(column: Exclude<Column, "provider">, { cookie, names, columns }: CookieRow): string {
  switch (column) {
    case "name": {
      const { condition, exemption, storage, category } = cookie;
      const isStorageShown = columns.includes("storage");
      return JSON.stringify([names, condition, exemption, storage, category, isStorageShown]);
    }
    case "function":
      return JSON.stringify([cookie.function, cookie.locations]);
    case "duration":
      return JSON.stringify([cookie.duration, cookie.selfRenewing, cookie.dataRetention]);
    default:
      return JSON.stringify(cookie[column]);
  }
}

function cellOf(column: Column, row: CookieRow, writer: PageLanguage): Cell {
  const notes =
    column === "name"
      ? notesOnName(row, writer)
      : column === "duration"
        ? notesOnDuration(row, writer)
        : [];
  return {
    column,
    label: writer.terms.columns[column],
    items: itemsOf[column](row, writer),
    notes,
  };
}

const maximumKnown = 8192;

/** Describes the lines of tables in one language; cells that say the same are the same object. */
export function createCells(writer: PageLanguage): (row: CookieRow) => readonly Cell[] {
  const known = new Map<string, Cell>();
  const byProvider = new WeakMap<object, Cell>();

  function findProvider(row: CookieRow): Cell {
    const cell = byProvider.get(row.provider) ?? cellOf("provider", row, writer);
    byProvider.set(row.provider, cell);
    return cell;
  }

  function find(column: Column, row: CookieRow): Cell {
    if (column === "provider") return findProvider(row);
    const key = `${column} ${keyOf(column, row)}`;
    const cell = known.get(key) ?? cellOf(column, row, writer);
    if (known.size >= maximumKnown) known.clear();
    known.set(key, cell);
    return cell;
  }

  return (row) => row.columns.map((column) => find(column, row));
}
