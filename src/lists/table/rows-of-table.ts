import { type ListText, maximumCellText } from "../list-text.ts";
import { type Columns, looksLikeNames } from "./columns.ts";
import {
  findBody,
  findMarkedBody,
  isFilled,
  isOneCell,
  partsByHead,
  type TableBody,
  cellTexts,
} from "./table-body.ts";
import type { ListFault, ListRow } from "../list.ts";
import { onlyCategoryIn } from "../words/categories.ts";
import { factsBy, type ListTable, type TableCell, turn, upright } from "./turned-table.ts";
import type { Role } from "../words/heads.ts";

/** What a table says of cookies, and what of it cannot be read. */
export interface TableRows {
  readonly rows: readonly ListRow[];
  readonly faults: readonly ListFault[];
}

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
  if (isCategoryTitle(only.text)) return only;
  // What stands alone below another head than those of names is no heading.
  if (row[names] === only) return looksLikeNames(only.text) ? undefined : only;
  return only === first ? only : undefined;
}

/** Whether each row has one below it that is a single cell: what describes it, and no heading, since nothing follows the last. */
function isDescribedBelow(rows: ListTable): boolean {
  const kinds = rows.map(isOneCell);
  return kinds.length >= 2 && kinds.every((isOne, index) => isOne === (index % 2 === 1));
}

const lost = "what it says is in none of the written files";

/** Columns that say something under a head that is not known, or under none. */
function findUnread({ head, rows }: TableBody, used: readonly number[]): ListFault[] {
  const unknown = head.flatMap((at, column): ListFault[] => {
    const isSilent = at.text === "" || rows.every((row) => !row[column]?.text);
    if (isSilent || used.includes(column)) return [];
    const message = `column ${JSON.stringify(at.text)} is not read, expected a head that is known, and once`;
    return [{ at, rule: "unknown-column", message, hint: lost, severity: "warning" }];
  });
  const beyond = rows.flatMap((row) => row.slice(head.length)).find(isFilled);
  if (head.length === 0 || !beyond) return unknown;
  const message = `cell ${JSON.stringify(beyond.text)} behind the last head, expected a head above it`;
  return [
    ...unknown,
    { at: beyond, rule: "unknown-column", message, hint: lost, severity: "warning" },
  ];
}

const mergedHint = "give each cell a row and a column of its own";

/** What is told so far, by rows that stand below each other. */
interface Told {
  readonly rows: ListRow[];
  readonly faults: ListFault[];
  readonly outer: readonly ListText[];
  headings: readonly ListText[];
}

/** Reads the rows below one head. */
function readPart(body: TableBody, found: Told): void {
  const { columns, head, rows } = body;
  const { names: nameColumn, of, durationUnit } = columns;
  const { rows: told, faults, outer } = found;
  const used = [nameColumn, ...Object.values(of)];
  const heads = cellTexts(head).join("\n");
  const describes = isDescribedBelow(rows) && of.purpose === undefined;
  let last: readonly TableCell[] | undefined;

  function addRow(row: readonly TableCell[]): void {
    const heading = headingIn(row, columns);
    const described = told.at(-1);
    if (heading && describes && described && isOneCell(row)) {
      told[told.length - 1] = { ...described, purpose: heading };
      return;
    }
    if (heading) {
      if (heading.text !== "") found.headings = [heading, ...outer];
      return;
    }
    const names = row[nameColumn];
    if (!names || cellTexts(row).join("\n") === heads) return;
    const inner = row.find((cell) => cell.inner !== undefined);
    const isSpanned = used.some((column) => column !== nameColumn && row[column] === names);
    const isContinued = last?.[nameColumn] === names;
    const said = row.find(isFilled);
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
    } else if (names.text.length >= maximumCellText) {
      const message = `cell of names with more than ${maximumCellText} characters, expected fewer`;
      faults.push({ at: names, rule: "file-too-large", message });
    } else if (names.text !== "") {
      const find = (role: Role) => {
        const column = (of as Partial<Record<Role, number>>)[role];
        return column === undefined ? undefined : row[column];
      };
      const own = columns.title === undefined ? undefined : row[columns.title];
      const { headings } = found;
      told.push({ ...factsBy(find), names, title: own, headings, durationUnit });
    } else if (said) {
      const message = `row with ${JSON.stringify(said.text)} and no name, expected one`;
      faults.push({ at: said, rule: "unusable-name", message, hint: lost, severity: "warning" });
    }
    last = row;
  }

  for (const row of rows) addRow(row);
  faults.unshift(...findUnread(body, [...used, columns.title ?? nameColumn]));
}

/** Reads a table of cookies by its heads or its marks; `undefined` where it is none. */
export function rowsOfTable(table: ListTable, above: readonly ListText[]): TableRows | undefined {
  const turned = turn(table);
  if (turned) return { rows: [{ ...turned, headings: above }], faults: [] };
  const straight = upright(table);
  const body = findMarkedBody(straight) ?? findBody(straight);
  if (!body) return undefined;
  const outer = body.title ? [body.title, ...above] : above;
  const found: Told = { rows: [], faults: [], outer, headings: outer };
  for (const part of partsByHead(body)) readPart(part, found);
  return found;
}
