import type { LoaderRule } from "../../vocabulary/loader-rules.ts";
import { readRow, textOfCell } from "../../source/csv.ts";
import type { TextFile } from "../../source/text-file.ts";
import type { ListFormat } from "../format.ts";
import type { ListFault } from "../list.ts";
import { rowsOfTable } from "../table/rows-of-table.ts";
import { maximumCellText, type ListText } from "../list-text.ts";

const marks = [",", ";", "\t", "|"] as const;

/** The mark between cells: programs of some countries write another than a comma. */
function markOf(text: string): string {
  const [first = ""] = text.split(/\r\n|\r|\n/, 1);
  const counts = marks.map((mark) => first.split(mark).length);
  return marks[counts.indexOf(Math.max(...counts))]!;
}

/** A text with two marks in each other's places; it stays as long as it is. */
const swap = (text: string, mark: string): string =>
  mark === ","
    ? text
    : text.replaceAll(/[,;\t|]/g, (one) => (one === mark ? "," : one === "," ? mark : one));

const csvRules = ["invalid-csv", "file-too-large"] as const satisfies readonly LoaderRule[];

/** The cells of a table by RFC 4180, with commas, semicolons, tabs or bars between them, and the first fault. */
export function readCsvRows(source: TextFile): {
  rows: readonly (readonly ListText[])[];
  faults: readonly ListFault[];
} {
  const mark = markOf(source.text);
  const text = swap(source.text, mark);
  const rows: ListText[][] = [];
  for (let at = 0; at < text.length;) {
    const { cells, next, fault } = readRow(text, at);
    if (fault) {
      const { start, end, problem } = fault;
      const { message, hint } = problem;
      const rule = csvRules.find((one) => one === problem.rule) ?? "invalid-csv";
      const told = { at: { text: "", start, end }, rule, message };
      return { rows: [], faults: [hint === undefined ? told : { ...told, hint }] };
    }
    rows.push(
      cells.map((cell) => ({
        ...cell,
        text: swap(textOfCell(text, cell), mark).slice(0, maximumCellText).trim(),
      })),
    );
    at = next;
  }
  return { rows, faults: [] };
}

/** A table of which the first row says what each column holds. */
export const csv: ListFormat = {
  id: "csv",
  title: "CSV with heads",
  recognises: ({ text, json }) =>
    json === undefined && /[,;\t|\n]/.test(text) && !/^\s*[<{[]/.test(text),
  read(content) {
    const { rows, faults } = readCsvRows(content);
    const read = rowsOfTable(rows, []);
    return { rows: read?.rows ?? [], faults: [...faults, ...(read?.faults ?? [])] };
  },
};
