import { categories, type Category, type Column } from "../registry/schema/vocabulary.ts";
import { remember, rememberByText } from "./remember.ts";
import type { UsedCookie, UsedProvider } from "./use.ts";

/** Cookies that share a line of a table with these columns, and how they agree. */
export interface CookieRow {
  readonly provider: UsedProvider;
  readonly columns: readonly Column[];
  /** Names in the order of the provider's file. */
  readonly names: readonly string[];
  /** The first of them: the others agree with it in everything that the table shows. */
  readonly cookie: UsedCookie;
}

/** What two cookies must agree in to share a row, beyond the columns that a table shows. */
function agreement(cookie: UsedCookie, columns: readonly Column[]): string {
  const shown = columns.map((column) => {
    switch (column) {
      case "provider":
      case "name":
        return undefined;
      case "function":
        return [cookie.function, cookie.locations];
      case "duration":
        return [cookie.duration, cookie.selfRenewing, cookie.dataRetention];
      default:
        return cookie[column];
    }
  });
  const { category, condition, exemption, storage } = cookie;
  return JSON.stringify([category, condition, exemption, storage, ...shown]);
}

type Rows = ReadonlyMap<Category, readonly CookieRow[]>;

function rowsIn(provider: UsedProvider, columns: readonly Column[]): Rows {
  const rows = new Map<string, CookieRow>();
  for (const cookie of provider.cookies) {
    const key = agreement(cookie, columns);
    const row = rows.get(key);
    if (row) rows.set(key, { ...row, names: [...row.names, cookie.name] });
    else rows.set(key, { provider, columns, names: [cookie.name], cookie });
  }
  const all = [...rows.values()];
  return new Map(categories.map((id) => [id, all.filter(({ cookie }) => cookie.category === id)]));
}

/** The rows of a provider; the same provider and the same columns always give the same objects. */
const rowsOf = remember((provider: UsedProvider) =>
  rememberByText((columns) => rowsIn(provider, columns.split(" ") as Column[])),
);

/** The tables of a site, from the least to the most intrusive category, each with the rows of its providers in turn. */
export function groupRows(providers: readonly UsedProvider[], columns: readonly Column[]) {
  const all = providers.map((provider) => rowsOf(provider)(columns.join(" ")));
  return categories
    .map((category) => ({ category, rows: all.flatMap((rows) => rows.get(category) ?? []) }))
    .filter(({ rows }) => rows.length > 0);
}
