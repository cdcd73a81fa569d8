import type { ListText } from "./list-text.ts";
import { type Columns, findColumns, isOfCookies, looksLikeNames } from "./columns.ts";
import type { ListFault, ListRow } from "./list.ts";
import { onlyCategoryIn } from "./words/categories.ts";
import { factsBy, type ListTable, type TableCell, turn, upright } from "./turned-table.ts";
import { exactRole, type Role } from "./words/heads.ts";

/** What a table says of cookies, and what of it cannot be read. */
export interface TableRows {
  readonly rows: readonly ListRow[];
  readonly faults: readonly ListFault[];
}

const headRows = 6;

const textsOf = (row: readonly ListText[]): string[] => row.map(({ text }) => text);

/** Whether a row is one cell over all columns. */
const isOneCell = (row: readonly TableCell[]): boolean =>
  row.length > 1 && row.every((cell) => cell === row[0]);

interface Body {
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
function findBody(table: ListTable): Body | undefined {
  for (const [at, row] of table.slice(0, headRows).entries()) {
    // A head of two rows says the most in the lower one.
    if (isOneCell(row) || isOfHeads(table[at + 1])) continue;
    const rows = table.slice(at + 1);
    const heads = textsOf(row);
    const columns = row.length > 1 || table[0]?.length === 1 ? findColumns(heads, rows) : undefined;
    const title = table.slice(0, at).findLast(isOneCell)?.[0];
    if (columns && isOfCookies(columns, heads, rows)) return { columns, head: row, rows, title };
  }
  return undefined;
}

/** The same by what the markup says of the cells, whatever the language of the heads. */
function findMarkedBody(table: ListTable): Body | undefined {
  const at = table.findIndex((row) => row.some(({ role }) => role === "cookie-name"));
  const marked = table[at];
  if (!marked) return undefined;
  const of: Partial<Record<Role, number>> = {};
  for (const [column, { role }] of marked.entries()) if (role) of[role] ??= column;
  const names = of["cookie-name"] ?? 0;
  return { columns: { names, of, durationUnit: undefined }, head: [], rows: table.slice(at) };
}

const isFilled = ({ text }: ListText): boolean => text !== "";

/** Whether a text is the name of a category, and not of a cookie such as `analytics_id`. */
const isCategoryTitle = (text: string): boolean =>
  !/[_\d*=]/.test(text.replace(/\(\d+\)$/, "")) && onlyCategoryIn(text) !== undefined;

/** What a row says over all columns that is a heading of those below. */
function headingIn(row: readonly TableCell[], { names }: Columns): ListText | undefined {
  const [first] = row;
  if (!first) return undefined;
  if (isOneCell(row)) return first;
  const filled = row.filter(isFilled);
  const [only] = filled;
  if (filled.length !== 1 || !only) return undefined;
  const isNamed = row[names] === only && looksLikeNames(only.text);
  return isNamed && !isCategoryTitle(only.text) ? undefined : only;
}

/** Whether each row has one below it that is a single cell: what describes it, and no heading, since nothing follows the last. */
function isDescribedBelow(rows: ListTable): boolean {
  const kinds = rows.map(isOneCell);
  return kinds.length >= 2 && kinds.every((isOne, index) => isOne === (index % 2 === 1));
}

/** Columns that say something under a head that is not known. */
const findUnread = ({ head, rows }: Body, used: readonly number[]): ListFault[] =>
  head.flatMap((at, column) => {
    const isSilent = at.text === "" || rows.every((row) => !row[column]?.text);
    if (isSilent || used.includes(column)) return [];
    const message = `column ${JSON.stringify(at.text)} is not read, expected a head that is known, and once`;
    const hint = "what it says is in none of the written files";
    return [{ at, rule: "unknown-column", message, hint, severity: "warning" }];
  });

const mergedHint = "give each cell a row and a column of its own";

/** Reads a table of cookies by its heads or its marks; `undefined` where it is none. */
export function rowsOfTable(table: ListTable, above: readonly ListText[]): TableRows | undefined {
  const turned = turn(table);
  if (turned) return { rows: [{ ...turned, headings: above }], faults: [] };
  const straight = upright(table);
  const body = findMarkedBody(straight) ?? findBody(straight);
  if (!body) return undefined;
  const { columns, head, rows, title } = body;
  const { names: nameColumn, of, durationUnit } = columns;
  const told: ListRow[] = [];
  const faults: ListFault[] = [];
  const used = [nameColumn, ...Object.values(of)];
  const heads = textsOf(head).join("\n");
  const outer = title ? [title, ...above] : above;
  const describes = isDescribedBelow(rows) && of.purpose === undefined;
  let headings: readonly ListText[] = outer;
  let last: readonly TableCell[] | undefined;

  function addRow(row: readonly TableCell[]): void {
    const heading = headingIn(row, columns);
    const described = told.at(-1);
    if (heading && describes && described && isOneCell(row)) {
      told[told.length - 1] = { ...described, purpose: heading };
      return;
    }
    if (heading) {
      if (heading.text !== "") headings = [heading, ...outer];
      return;
    }
    const names = row[nameColumn];
    if (!names || textsOf(row).join("\n") === heads) return;
    const inner = row.find((cell) => cell.inner !== undefined);
    const isSpanned = used.some((column) => column !== nameColumn && row[column] === names);
    const isContinued = last?.[nameColumn] === names;
    if (inner) {
      const at = { ...inner, start: inner.inner!, end: inner.inner! + "<table".length };
      const message = "table within a cell of a table of cookies, expected text alone";
      faults.push({ at, rule: "nested-table", message });
    } else if (isSpanned) {
      const message = `cell ${JSON.stringify(names.text)} over several columns, expected a name alone`;
      faults.push({ at: names, rule: "merged-cells", message, hint: mergedHint });
    } else if (isContinued && names.text !== "") {
      const differs = used.some((column) => row[column]?.text !== last?.[column]?.text);
      const message = `cell ${JSON.stringify(names.text)} over several rows that differ, expected one row for each name`;
      if (differs) faults.push({ at: names, rule: "merged-cells", message, hint: mergedHint });
    } else if (names.text !== "") {
      const find = (role: Role) => {
        const column = (of as Partial<Record<Role, number>>)[role];
        return column === undefined ? undefined : row[column];
      };
      const own = columns.title === undefined ? undefined : row[columns.title];
      told.push({ ...factsBy(find), names, title: own, headings, durationUnit });
    }
    last = row;
  }

  for (const row of rows) addRow(row);
  const unread = findUnread(body, [...used, columns.title ?? nameColumn]);
  return { rows: told, faults: [...unread, ...faults] };
}
