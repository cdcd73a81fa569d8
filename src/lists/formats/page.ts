import type { ListFormat } from "../format.ts";
import type { ListFault, ListRow } from "../list.ts";
import { maximumRows, type PageCell } from "../page/grid.ts";
import { cookiebotCategoryIn } from "../page/markup.ts";
import type { PageTable } from "../page/page-items.ts";
import { readPolicyPage } from "../page/read-page.ts";
import { type PageLine, rowsOfLines } from "../page/rows-of-lines.ts";
import { isPlainName } from "../names.ts";
import { rowsOfTable, type TableRows } from "../table/rows-of-table.ts";
import { faultOfUnread } from "../table/unread-table.ts";
import type { ListText } from "../list-text.ts";
import { exactRole, type Role } from "../words/heads.ts";

const cookiebotColumns: readonly Role[] = [
  "cookie-name",
  "provider",
  "purpose",
  "duration",
  "storage",
];

const withRole = (cell: PageCell, role: Role | undefined): PageCell =>
  cell.isHead || role === undefined ? cell : { ...cell, role };

/** A table with the roles that its maker gives to its columns, whatever their heads say. */
function markTable(table: PageTable): PageTable {
  const isOfCookiebot = table.marks.some(
    (mark) => mark === "CookieDeclarationTable" || cookiebotCategoryIn(mark) !== undefined,
  );
  if (!isOfCookiebot) return table;
  const grid = table.grid.map((row) =>
    row.map((cell, column) => withRole(cell, cookiebotColumns[column])),
  );
  return { ...table, grid };
}

/** What stands above a table: its caption, the category that its mark tells, the headings. */
function aboveTable(
  { caption, marks, start }: PageTable,
  headings: readonly ListText[],
): ListText[] {
  const category = marks.map(cookiebotCategoryIn).find(Boolean);
  return [
    ...(category === undefined ? [] : [{ text: category, start, end: start + "<table".length }]),
    ...(caption ? [caption] : []),
    ...headings,
  ];
}

function readTable(table: PageTable, headings: readonly ListText[]): TableRows | undefined {
  const read = rowsOfTable(markTable(table).grid, aboveTable(table, headings));
  if (!read) {
    const unread = faultOfUnread(table.grid);
    return unread && { rows: [], faults: [unread] };
  }
  const faults = [...read.faults];
  if (table.torn) {
    const message = "cell over another, expected each in a place of its own";
    faults.push({ at: table.torn, rule: "merged-cells", message });
  }
  if (table.rows > maximumRows) {
    const at = { text: "", start: table.start, end: table.start + "<table".length };
    const message = `table of ${table.rows} rows, expected at most ${maximumRows}`;
    faults.push({ at, rule: "file-too-large", message });
  }
  return { rows: read.rows, faults };
}

const markup = /<(?:!doctype html|html|head|body|table|tr|td|dl|ul|li|div|section|p|h[1-6])[\s>]/i;

/** A page with tables or other lists of cookies. */
export const page: ListFormat = {
  id: "html",
  title: "HTML of a policy page",
  recognises: ({ text, json }) => json === undefined && markup.test(text.slice(0, 200_000)),
  read({ text }) {
    const { items, language, url, siteName } = readPolicyPage(text);
    const rows: ListRow[] = [];
    const faults: ListFault[] = [];
    let stack: { readonly level: number; readonly told: ListText }[] = [];
    let lines: PageLine[] = [];
    const above = () => stack.map(({ told }) => told).toReversed();
    const endLines = () => {
      rows.push(...rowsOfLines(lines));
      lines = [];
    };
    for (const item of items) {
      if (item.kind === "table") {
        endLines();
        const read = readTable(item, above());
        rows.push(...(read?.rows ?? []));
        faults.push(...(read?.faults ?? []));
      } else if (item.kind === "heading") {
        const line: PageLine = {
          ...item,
          within: undefined,
          role: undefined,
          lead: undefined,
          headings: above(),
        };
        // What is only bold may be a name above its labels as well.
        if (item.level > 4 && exactRole(item.told.text) !== undefined) {
          lines.push(line);
          continue;
        }
        if (item.level > 7) lines.push(line);
        stack = stack.filter(({ level }) => level < item.level);
        // A name above what is said of it
        if (item.level < 8 && isPlainName(item.told.text))
          lines.push({ ...line, within: "term", headings: above() });
        else stack = [...stack, item];
      } else lines.push({ ...item, headings: above() });
    }
    endLines();
    return { rows, faults, language, url, siteName };
  },
};
