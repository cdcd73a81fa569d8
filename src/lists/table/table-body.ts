import type { ListText } from "../list-text.ts";
import { exactRole, nameRoles, type Role } from "../words/heads.ts";
import { type Columns, findColumns, isOfCookies } from "./columns.ts";
import type { ListTable, TableCell } from "./turned-table.ts";

const headRows = 6;
/** As many as tell whether a column is of names. */
const fewRows = 50;

/** What the cells of a row say. */
export const cellTexts = (row: readonly ListText[]): string[] => row.map(({ text }) => text);

/** Whether a row is one cell over all columns. */
export const isOneCell = (row: readonly TableCell[]): boolean =>
  row.length > 1 && row.every((cell) => cell === row[0]);

/** A head, and the rows below it. */
export interface TableBody {
  readonly columns: Columns;
  /** None where marks say what the cells are. */
  readonly head: readonly TableCell[];
  readonly rows: ListTable;
  /** What stands over all columns above the head. */
  readonly title?: ListText | undefined;
}

/** Whether each cell is a head. */
const isOfHeads = (row: readonly TableCell[] | undefined): boolean =>
  row !== undefined &&
  row.length > 1 &&
  !isOneCell(row) &&
  row.every(({ text }) => exactRole(text) !== undefined);

/** The columns of a table and the rows below its head. */
export function findBody(table: ListTable): TableBody | undefined {
  for (const [at, row] of table.slice(0, headRows).entries()) {
    // A head of two rows says the most in the lower one.
    if (isOneCell(row) || isOfHeads(table[at + 1])) continue;
    const rows = table.slice(at + 1);
    const heads = cellTexts(row);
    const columns = row.length > 1 || table[0]?.length === 1 ? findColumns(heads, rows) : undefined;
    const title = table.slice(0, at).findLast(isOneCell)?.[0];
    if (columns && isOfCookies(columns, heads, rows)) return { columns, head: row, rows, title };
  }
  return undefined;
}

/** The same by what the markup says of the cells, whatever the language of the heads. */
export function findMarkedBody(table: ListTable): TableBody | undefined {
  const at = table.findIndex((row) => row.some(({ role }) => role === "cookie-name"));
  const marked = table[at];
  if (!marked) return undefined;
  const of: Partial<Record<Role, number>> = {};
  for (const [column, { role }] of marked.entries()) if (role) of[role] ??= column;
  const names = of["cookie-name"] ?? 0;
  return { columns: { names, of, durationUnit: undefined }, head: [], rows: table.slice(at) };
}

export const isFilled = ({ text }: ListText): boolean => text !== "";

/** Whether a row says what its columns hold, as a head does. */
function isHeadAgain(row: readonly TableCell[]): boolean {
  const roles = row.map(({ text }) => exactRole(text));
  const known = roles.filter((role) => role !== undefined).length;
  const isNamed = roles.some((role) => nameRoles.has(role));
  return isNamed && !isOneCell(row) && known >= 2 && known * 2 >= row.filter(isFilled).length;
}

/** A table in parts, each below a head of its own; a head that only comes again begins none. */
export function partsByHead(body: TableBody): TableBody[] {
  const parts: TableBody[] = [];
  let part: TableBody = body;
  let from = 0;
  for (const [at, row] of body.rows.entries()) {
    if (!isHeadAgain(row) || cellTexts(row).join("\n") === cellTexts(part.head).join("\n"))
      continue;
    const below = body.rows.slice(at + 1);
    const columns = findColumns(cellTexts(row), below.slice(0, fewRows));
    if (!columns) continue;
    parts.push({ ...part, rows: body.rows.slice(from, at) });
    part = { columns, head: row, rows: below };
    from = at + 1;
  }
  return [...parts, { ...part, rows: body.rows.slice(from) }];
}
