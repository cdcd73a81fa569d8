import { type Diagnostic, type Place, createDiagnostic } from "../../diagnostic.ts";
import { id as idSchema } from "../schema/scalars.ts";
import type { Source } from "../../source/yaml-file.ts";
import { isEmptyCell, readRow, type CsvRow, textOfCell } from "../../source/csv.ts";
import { type Header, readHeader } from "./table-header.ts";
import { readSiteRow } from "./table-row.ts";
import { placeOf, type Problem, type TextFile } from "../../source/text-file.ts";
import { validate } from "../schema/validate.ts";
import type { Span } from "../../source/yaml/locate.ts";

/** A table of 25,000 customers has some 10 MB. */
export const maximumTableBytes = 64 * 1024 * 1024;

/** A row of a table: one site, of which nothing but the id has been read yet. */
export interface SiteRow extends Span {
  readonly id: string;
  /** Whether each cell stands below its column. */
  readonly isWhole: boolean;
}

/** A table of sites, one a row. */
export interface SiteTable {
  /** The first row as it is written: with the text of a row, all that the row says. */
  readonly header: string;
  /** Those whose id could be read, in the order of the file. */
  readonly rows: readonly SiteRow[];
  readonly diagnostics: readonly Diagnostic[];
  /** The row as it is written, without its line break. */
  readonly textOf: (row: SiteRow) => string;
  /** Where the id of a row stands. */
  readonly placeOf: (row: SiteRow) => Place;
  /** Without a source where the row is not whole. */
  readonly read: (row: SiteRow) => { source?: Source; diagnostics: Diagnostic[] };
}

const maximumReported = 100;

const count = (cells: number): string => (cells === 1 ? "1 cell" : `${cells} cells`);

const withoutId: Problem = {
  rule: "missing-key",
  message: 'row without an id, expected one in column "id"',
};

/** Reads rows as far as their ids; after so many faults that it must be another kind of file, no further. */
function readRows(table: TextFile, header: Header) {
  const { text } = table;
  const diagnostics: Diagnostic[] = [];
  const fault = ({ start, end }: Span, problem: Problem) =>
    diagnostics.push(createDiagnostic(placeOf(table, start, end), problem));

  function checkLength({ cells }: CsvRow): boolean {
    const expected = header.cells.length;
    if (cells.length === expected) return true;
    const message = `row of ${count(cells.length)}, expected ${expected} as in the first row`;
    const hint = "a text with a comma stands in quotes";
    fault(cells[expected] ?? cells.at(-1)!, { rule: "ragged-row", message, hint });
    return false;
  }

  function readId(cell: Span): string | undefined {
    const id = textOfCell(text, cell);
    const problems =
      id === "" ? [withoutId] : validate(idSchema, id).misfits.map(({ problem }) => problem);
    for (const problem of problems) fault(cell, problem);
    return problems.length > 0 ? undefined : id;
  }

  function siteOf(row: CsvRow): SiteRow | undefined {
    if (row.fault) fault(row.fault, row.fault.problem);
    if (row.fault || row.cells.every((cell) => isEmptyCell(text, cell))) return undefined;
    const isWhole = checkLength(row);
    const cell = row.cells[header.idColumn];
    const id = cell && readId(cell);
    return id === undefined ? undefined : { id, isWhole, start: row.start, end: row.end };
  }

  const rows: SiteRow[] = [];
  for (let at = header.next; at < text.length && diagnostics.length < maximumReported;) {
    const row = readRow(text, at);
    const site = siteOf(row);
    if (site) rows.push(site);
    at = row.next;
  }
  return { rows, diagnostics };
}

/** Reads a table of sites as far as the ids; a row is read when it is wanted, and is not kept. */
export function readSiteTable(table: TextFile): SiteTable {
  const { text } = table;
  const { header, diagnostics } = readHeader(table);
  const { rows, ...inRows } = header ? readRows(table, header) : { rows: [], diagnostics: [] };
  return {
    header: header ? text.slice(header.start, header.end) : "",
    rows,
    diagnostics: [...diagnostics, ...inRows.diagnostics],
    textOf: ({ start, end }) => text.slice(start, end),
    placeOf(row) {
      const { start, end } = readRow(text, row.start).cells[header!.idColumn]!;
      return placeOf(table, start, end);
    },
    read: ({ start, isWhole }) =>
      isWhole ? readSiteRow(table, header!, readRow(text, start)) : { diagnostics: [] },
  };
}
