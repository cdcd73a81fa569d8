import { memoize, memoizeByText } from "../../memo.ts";
import type { DeclaredCookie, UsedProvider } from "../../registry/cookies.ts";
import type { Entry } from "../../registry/entry.ts";
import type { Provider } from "../../registry/schema/provider.ts";
import { categories, type Category, type Column } from "../../vocabulary/vocabulary.ts";
import { columnContents, type CookieRow } from "./columns.ts";

const joined = (columns: readonly Column[]): string => columns.join(" ");

/** What two cookies must agree in to share a row: the facts of a name count where no column shows it, too. */
const agreement = memoize((cookie: DeclaredCookie) =>
  memoizeByText((columns: readonly Column[]) => {
    const shown = [...new Set<Column>(["name", ...columns])];
    return JSON.stringify([cookie.category, shown.map((id) => columnContents[id].facts(cookie))]);
  }, joined),
);

/** The row of a cookie with others that agree with it; the same for every site that uses just these. */
const rowOf = memoize((provider: Entry<Provider>) =>
  memoize((cookie: DeclaredCookie) =>
    memoizeByText(
      (columns: readonly Column[], names: readonly string[], domain?: string): CookieRow => ({
        provider,
        columns,
        names,
        cookie,
        domain,
      }),
      (columns, names, domain) => JSON.stringify([columns, names, domain]),
    ),
  ),
);

/** Names that several cookies share, which only their domains tell apart. */
const sharedNames = (cookies: readonly DeclaredCookie[]): ReadonlySet<string> => {
  const seen = new Map<string, string | undefined>();
  return new Set(
    cookies.flatMap(({ name, cookie: { domain } }) => {
      if (seen.has(name)) return seen.get(name) === domain ? [] : [name];
      seen.set(name, domain);
      return [];
    }),
  );
};

type Rows = ReadonlyMap<Category, readonly CookieRow[]>;

function rowsIn(used: UsedProvider, columns: readonly Column[]): Rows {
  const { provider } = used;
  const cookies = used.cookies.length > 0 ? used.cookies : [nothing(used)];
  const shared = sharedNames(cookies);
  const domainOf = ({ name, cookie: { domain } }: DeclaredCookie) =>
    shared.has(name) ? domain : undefined;
  const agreeing = new Map<string, [DeclaredCookie, ...DeclaredCookie[]]>();
  for (const cookie of cookies) {
    const key = `${agreement(cookie)(columns)} ${domainOf(cookie) ?? ""}`;
    const others = agreeing.get(key);
    if (others) others.push(cookie);
    else agreeing.set(key, [cookie]);
  }
  const all = [...agreeing.values()].map((those) => {
    const names = those.flatMap(({ name }) => (name === "" ? [] : [name]));
    return rowOf(provider)(those[0])(columns, names, domainOf(those[0]));
  });
  return new Map(categories.map((id) => [id, all.filter(({ cookie }) => cookie.category === id)]));
}

/** Stands for what a provider would set that sets nothing, so that the page names it in its category. */
const nothing = memoize(
  ({
    provider: { value },
    category = "unclassified",
    recipients,
  }: UsedProvider): DeclaredCookie => ({
    name: "",
    storage: "cookie",
    party: "first",
    category,
    exemption: undefined,
    asksConsent: false,
    otherConsent: undefined,
    sparedBy: undefined,
    recipients,
    cookie: { name: "", ...(value.purposes ? { purposes: value.purposes } : {}) },
    position: -1,
  }),
);

/** The rows of a provider; the same provider and the same columns always give the same objects. */
const rowsOf = memoize((provider: UsedProvider) =>
  memoizeByText((columns: readonly Column[]) => rowsIn(provider, columns), joined),
);

/** The tables of a site, from the least to the most intrusive category, each with the rows of its providers in turn. */
export function groupRows(providers: readonly UsedProvider[], columns: readonly Column[]) {
  const all = providers.map((provider) => rowsOf(provider)(columns));
  return categories
    .map((category) => ({
      category,
      rows: all.flatMap((byCategory) => byCategory.get(category) ?? []),
    }))
    .filter(({ rows }) => rows.length > 0);
}
