import type { Diagnostic } from "../diagnostic.ts";
import { id as idSchema } from "./schema/scalars.ts";
import type { Source } from "./source.ts";
import { readRow, type Row, textOfCell } from "./table/csv.ts";
import { readHeader } from "./table/header.ts";
import { readSiteRow } from "./table/row.ts";
import { type Place, placeOf, type Problem, report, type TextFile } from "./text.ts";
import { validate } from "./validate.ts";
import type { Span } from "./yaml/locate.ts";

/** A table of 25,000 customers has some 10 MB. */
export const maximumTableBytes = 64 * 1024 * 1024;

/** A row of a table: one site. Nothing but its id has been read yet. */
export interface SiteRow {
  readonly id: string;
  /** Of the id. */
  readonly place: () => Place;
  /** The row as it is written, without its line break: with the table's header, all that it says. */
  readonly text: () => string;
  /** Without a source where its cells do not stand below their columns. */
  readonly read: () => { source?: Source; diagnostics: Diagnostic[] };
}

/** A table of sites, one a row. */
export interface SiteTable {
  /** The first row as it is written. */
  readonly header: string;
  /** Those whose id could be read, in the order of the file. */
  readonly rows: readonly SiteRow[];
  readonly diagnostics: readonly Diagnostic[];
}

const maximumReported = 100;

const isEmpty = (text: string, { cells }: Row): boolean =>
  cells.every((cell) => textOfCell(text, cell) === "");

const count = (cells: number): string => (cells === 1 ? "1 cell" : `${cells} cells`);

/** Reads a table of sites as far as its ids: rows are read one by one when they are wanted. */
export function readSiteTable(table: TextFile): SiteTable {
  const { text } = table;
  const { header, diagnostics } = readHeader(table);
  if (!header) return { header: "", rows: [], diagnostics };
  const { idColumn } = header;
  const fault = ({ start, end }: Span, problem: Problem) =>
    diagnostics.push(report(placeOf(table, start, end), problem));

  function readId(cell: Span | undefined): string | undefined {
    if (!cell) return undefined;
    const id = textOfCell(text, cell);
    const misfits =
      id === ""
        ? [
            {
              problem: {
                rule: "missing-key",
                message: 'row without an id, expected one in "id"',
              } as const,
            },
          ]
        : validate(idSchema, id).misfits;
    for (const { problem } of misfits) fault(cell, problem);
    return misfits.length > 0 ? undefined : id;
  }

  function checkLength({ cells }: Row): boolean {
    const expected = header!.cells.length;
    if (cells.length === expected) return true;
    const message = `row of ${count(cells.length)}, expected ${expected} as in the first row`;
    const hint = "a text with a comma stands in quotes";
    fault(cells[expected] ?? cells.at(-1)!, { rule: "ragged-row", message, hint });
    return false;
  }

  function siteRow(row: Row): SiteRow | undefined {
    if (row.fault) fault(row.fault, row.fault.problem);
    if (row.fault || isEmpty(text, row)) return undefined;
    const isWhole = checkLength(row);
    const id = readId(row.cells[idColumn]);
    const { start, end } = row;
    const again = () => readRow(text, start);
    return id === undefined
      ? undefined
      : {
          id,
          place() {
            const cell = again().cells[idColumn]!;
            return placeOf(table, cell.start, cell.end);
          },
          text: () => text.slice(start, end),
          read: () => (isWhole ? readSiteRow(table, header!, again()) : { diagnostics: [] }),
        };
  }

  const rows: SiteRow[] = [];
  for (let at = header.next; at < text.length && diagnostics.length < maximumReported;) {
    const row = readRow(text, at);
    const site = siteRow(row);
    if (site) rows.push(site);
    at = row.next;
  }
  return { header: text.slice(header.start, header.end), rows, diagnostics };
}
