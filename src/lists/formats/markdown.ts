import { markdownTables } from "../../prose/markdown-tables.ts";
import type { ListFormat } from "../format.ts";
import { rowsOfTable, type TableRows } from "../table/rows-of-table.ts";
import { faultOfUnread } from "../table/unread-table.ts";
import { maximumCellText, type ListText } from "../list-text.ts";

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

interface Heading extends ListText {
  readonly level: number;
}

const headingsIn = (text: string): Heading[] =>
  [...text.matchAll(/^(#{1,6})[ \t]+(.{1,200}?)[ \t]*#*$/gm)].map(
    ({ index, 0: all, 1: marks, 2: words }) => ({
      level: marks!.length,
      text: unmark(words!),
      start: index + all.indexOf(words!),
      end: index + all.length,
    }),
  );

/** Those of a place: the nearest first, then the one that it belongs to, and so on. */
function headingsAbove(headings: readonly Heading[], place: number): Heading[] {
  const above: Heading[] = [];
  for (const heading of headings.filter(({ start }) => start < place).toReversed())
    if (heading.level < (above.at(-1)?.level ?? 7)) above.push(heading);
  return above;
}

function readTables(text: string): readonly (readonly (readonly ListText[])[])[] {
  const starts = startsOf(text);
  return markdownTables(text).map((rows) =>
    rows.map(({ line, cells }): ListText[] => {
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

/** Tables of a document in Markdown. */
export const markdownDocument: ListFormat = {
  id: "markdown",
  title: "Markdown with tables",
  recognises: ({ text }) => /^ {0,3}\|? *:?-+:? *\|/m.test(text),
  read({ text }) {
    const headings = headingsIn(text);
    const read = readTables(text).map((table): TableRows => {
      const above = headingsAbove(headings, table[0]?.[0]?.start ?? 0);
      const unread = faultOfUnread(table);
      return rowsOfTable(table, above) ?? { rows: [], faults: unread ? [unread] : [] };
    });
    return {
      rows: read.flatMap(({ rows }) => rows),
      faults: read.flatMap(({ faults }) => faults),
    };
  },
};
