import { looksLikeNames } from "./columns.ts";
import type { ListRow } from "../list.ts";
import type { ListText } from "../list-text.ts";
import { exactRole, nameRoles, type Role } from "../words/heads.ts";

/** A cell of any table; what only pages have is absent elsewhere. */
export interface TableCell extends ListText {
  readonly role?: Role | undefined;
  readonly columns?: number;
  readonly inner?: number | undefined;
}

export type ListTable = readonly (readonly TableCell[])[];

/** A table that says of one thing a line each: its first cells are heads. */
export function turn(table: ListTable): ListRow | undefined {
  if (table.length < 2 || table.some((row) => row.length !== 2)) return undefined;
  if (exactRole(table[0]?.[1]?.text ?? "") !== undefined) return undefined;
  const roles = table.map(([head]) => exactRole(head?.text ?? ""));
  const find = (role: Role) => table[roles.indexOf(role)]?.[1];
  const names =
    find("cookie-name") ?? (find("name") ? (find("cookie") ?? find("name")) : undefined);
  const known = roles.filter((role) => role !== undefined).length;
  if (!names || known < 2 || known * 2 < table.length) return undefined;
  const service = find("name");
  const setters = table.flatMap(([, value], at) =>
    roles[at] === "provider" && value ? [value] : [],
  );
  const [first] = service && service !== names ? [service] : setters;
  const all = setters.map(({ text }) => text).join("\n");
  return {
    ...factsBy(find),
    names,
    provider: first && { ...first, text: first === service ? service.text : all },
    headings: [],
  };
}

/** A table of which the first column has the heads, with its rows and columns in each other's places. */
export function upright(table: ListTable): ListTable {
  const [first = []] = table;
  if (first.length < 3 || table.length < 2) return table;
  const roles = table.map(([head]) => exactRole(head?.text ?? ""));
  const known = roles.filter((role) => role !== undefined).length;
  const namesAt = roles.findIndex((role) => nameRoles.has(role));
  if (namesAt < 0 || known < 2 || known * 2 < table.length) return table;
  const names = table[namesAt]!.slice(1);
  const isNamed = names.every(({ text }) => looksLikeNames(text) && exactRole(text) === undefined);
  if (!isNamed || first.slice(1).some(({ text }) => exactRole(text) !== undefined)) return table;
  return first.map((_, column) => table.flatMap((row) => row[column] ?? []));
}

export const factsBy = (
  find: (role: Role) => ListText | undefined,
): Omit<ListRow, "names" | "headings"> => ({
  duration: find("duration"),
  purpose: find("purpose"),
  storage: find("storage"),
  type: find("type"),
  category: find("category"),
  provider: find("provider"),
  host: find("host"),
  party: find("party"),
  policy: find("policy"),
});
