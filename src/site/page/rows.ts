import { categories, type Category, type Column } from "../../vocabulary/vocabulary.ts";
import { memoize, memoizeByText } from "../../memo.ts";
import type { Provider } from "../../registry/schema/provider.ts";
import type { UsedCookie, UsedProvider } from "../../registry/cookies.ts";

/** Cookies that share a line of a table with these columns, and how they agree. */
export interface CookieRow {
  readonly provider: Provider;
  readonly columns: readonly Column[];
  /** Names in the order of the provider's file. */
  readonly names: readonly string[];
  /** The first of them: the others agree with it in everything that the table shows. */
  readonly cookie: UsedCookie;
}

/** What two cookies must agree in to share a row, beyond the columns that a table shows. */
const agreement = memoize((cookie: UsedCookie) =>
  memoizeByText((columns) => {
    const shown = (columns.split(" ") as Column[]).map((column) => {
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
  }),
);

type Rows = ReadonlyMap<Category, readonly CookieRow[]>;

/** The row of a cookie with others that agree with it; the same for every site that uses just these. */
const rowOf = memoize((provider: Provider) =>
  memoize((cookie: UsedCookie) =>
    memoizeByText((key): CookieRow => {
      const [columns, names] = JSON.parse(key) as [string, string[]];
      return { provider, columns: columns.split(" ") as Column[], names, cookie };
    }),
  ),
);

function rowsIn({ provider, cookies }: UsedProvider, columns: string): Rows {
  const agreeing = new Map<string, [UsedCookie, ...UsedCookie[]]>();
  for (const cookie of cookies) {
    const key = agreement(cookie)(columns);
    const others = agreeing.get(key);
    if (others) others.push(cookie);
    else agreeing.set(key, [cookie]);
  }
  const all = [...agreeing.values()].map((those) => {
    const names = those.map(({ name }) => name);
    return rowOf(provider)(those[0])(JSON.stringify([columns, names]));
  });
  return new Map(categories.map((id) => [id, all.filter(({ cookie }) => cookie.category === id)]));
}

/** The rows of a provider; the same provider and the same columns always give the same objects. */
const rowsOf = memoize((provider: UsedProvider) =>
  memoizeByText((columns) => rowsIn(provider, columns)),
);

/** The tables of a site, from the least to the most intrusive category, each with the rows of its providers in turn. */
export function groupRows(providers: readonly UsedProvider[], columns: readonly Column[]) {
  const all = providers.map((provider) => rowsOf(provider)(columns.join(" ")));
  return categories
    .map((category) => ({
      category,
      rows: all.flatMap((byCategory) => byCategory.get(category) ?? []),
    }))
    .filter(({ rows }) => rows.length > 0);
}
