import { markdownTables } from "../prose/markdown-tables.ts";
import { readRow, textOfCell } from "../source/csv.ts";
import { placeOf, type TextFile } from "../source/text-file.ts";
import { createDiagnostic, type Diagnostic } from "../diagnostic.ts";
import { htmlTables } from "./html-tables.ts";
import { type ForeignCell, type ForeignTable, maximumCellText } from "./table.ts";

/** What Markdown puts around a text or before a sign that it would take for its own. */
const unmark = (text: string): string =>
  text
    .replaceAll(/<br\s*\/?>/gi, "\n")
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/(`+)(.*?)\1/g, "$2")
    .replaceAll(/(?<![\w*])(\*\*|__(?=\S))(.+?)\1(?![\w*])/g, "$2")
    .replaceAll(/\\([^A-Za-z0-9\s])/g, "$1")
    .trim();

/** Where each line of a text begins. */
function startsOf(text: string): number[] {
  const starts = [0];
  for (const { index, 0: lineBreak } of text.matchAll(/\r\n|\r|\n/g))
    starts.push(index + lineBreak.length);
  return starts;
}

function readMarkdown(text: string): ForeignTable[] {
  const starts = startsOf(text);
  return markdownTables(text).map((rows) =>
    rows.map(({ line, cells }): ForeignCell[] => {
      let from = starts[line] ?? 0;
      return cells.map((written) => {
        const found = text.indexOf(written, from);
        const start = found < 0 ? from : found;
        from = start + written.length;
        return { text: unmark(written.slice(0, maximumCellText)), start, end: from };
      });
    }),
  );
}

function readCsv(source: TextFile): { tables: ForeignTable[]; diagnostics: Diagnostic[] } {
  const { text } = source;
  const rows: ForeignCell[][] = [];
  for (let at = 0; at < text.length;) {
    const { cells, next, fault } = readRow(text, at);
    if (fault) {
      const place = placeOf(source, fault.start, fault.end);
      return { tables: [], diagnostics: [createDiagnostic(place, fault.problem)] };
    }
    rows.push(
      cells.map((cell) => ({
        ...cell,
        text: textOfCell(text, cell).slice(0, maximumCellText).trim(),
      })),
    );
    at = next;
  }
  return { tables: [rows], diagnostics: [] };
}

const isMarkdown = (text: string): boolean => /^ {0,3}\|? *:?-+:? *\|/m.test(text);

/** The tables of a text in HTML, Markdown or CSV, whichever it looks like. */
export function readTables(source: TextFile): {
  tables: readonly ForeignTable[];
  diagnostics: readonly Diagnostic[];
} {
  if (/<(?:table|tr|td)[\s>]/i.test(source.text))
    return { tables: htmlTables(source.text), diagnostics: [] };
  if (isMarkdown(source.text)) return { tables: readMarkdown(source.text), diagnostics: [] };
  return readCsv(source);
}
