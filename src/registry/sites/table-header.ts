import { type Diagnostic, citePlace, createDiagnostic } from "../../diagnostic.ts";
import { didYouMean, expectedOneOf } from "../../source/suggestions.ts";
import { findSiteColumn, type SiteColumn, siteColumnNames } from "../schema/csv-columns.ts";
import { placeOf, type Problem, type TextFile } from "../../source/text-file.ts";
import type { Span } from "../../source/yaml/locate.ts";
import { readRow, type CsvRow, textOfCell } from "../../source/csv.ts";

/** The first row of a table: what each column says. */
export interface Header extends CsvRow {
  /** `undefined` for a column that is not known, or there already; one for each cell. */
  readonly columns: readonly (SiteColumn | undefined)[];
  /** Which of the columns has the ids, counted from 0. */
  readonly idColumn: number;
}

const maximumReported = 100;

function checkDelimiter(text: string, { cells, start, end }: CsvRow): Problem | undefined {
  const [, delimiter] = /^[^,]*?([;\t])/.exec(text.slice(start, end)) ?? [];
  if (cells.length > 1 || delimiter === undefined) return undefined;
  const written = delimiter === ";" ? '";"' : "tabs";
  return {
    rule: "invalid-csv",
    message: `cells divided by ${written}, expected ","`,
    hint: 'save the table with commas: in LibreOffice, "Edit filter settings" and "," as field delimiter',
  };
}

function unknownColumn(name: string): Problem {
  if (name === "") {
    const message = "column without a name, expected a key of a site";
    return { rule: "unknown-key", message, hint: "delete the column if it is empty" };
  }
  const inner = siteColumnNames.filter((one) => one.startsWith(`${name}.`));
  if (inner.length > 0) {
    const message = `column "${name}" for several keys, ${expectedOneOf(name, inner)}`;
    return { rule: "unknown-key", message, hint: "give each of its keys a column" };
  }
  const message = `unknown column "${name}", ${expectedOneOf(name, siteColumnNames)}`;
  return { rule: "unknown-key", message, hint: didYouMean(name, siteColumnNames) };
}

/** Reads the first row of a table; without a header no other row can be read. */
export function readHeader(table: TextFile): { header?: Header; diagnostics: Diagnostic[] } {
  const { text } = table;
  const row = readRow(text, 0);
  const at = ({ start, end }: Span, problem: Problem) =>
    createDiagnostic(placeOf(table, start, end), problem);
  if (row.fault) return { diagnostics: [at(row.fault, row.fault.problem)] };
  const delimiter = checkDelimiter(text, row);
  if (delimiter) return { diagnostics: [at({ start: 0, end: row.end }, delimiter)] };

  const diagnostics: Diagnostic[] = [];
  const first = new Map<string, Span>();
  const columns = row.cells.map((cell): SiteColumn | undefined => {
    if (diagnostics.length >= maximumReported) return undefined;
    const name = textOfCell(text, cell);
    const earlier = first.get(name);
    if (earlier) {
      const place = citePlace(placeOf(table, earlier.start, earlier.end));
      const message = `duplicate column "${name}", first defined at ${place}`;
      diagnostics.push(at(cell, { rule: "duplicate-key", message }));
      return undefined;
    }
    first.set(name, cell);
    const found = findSiteColumn(name);
    if (!found.column) diagnostics.push(at(cell, found.problem ?? unknownColumn(name)));
    return found.column;
  });
  const idColumn = columns.findIndex((column) => column?.path[0] === "id");
  if (idColumn >= 0) return { header: { ...row, columns, idColumn }, diagnostics };
  const message = 'no column "id", expected one with the id of each site';
  return { diagnostics: [...diagnostics, at(row.cells[0]!, { rule: "missing-key", message })] };
}
