import MarkdownIt from "markdown-it";

/** The rows of a table in Markdown, each with its line, counted from 0, and what its cells say as they are written. */
export type MarkdownTable = readonly { readonly line: number; readonly cells: readonly string[] }[];

const reader = new MarkdownIt({ html: false }).enable("table");
// A name is no emphasis: what stands in a cell is not taken apart.
reader.core.ruler.disable("inline");

/** The tables of a Markdown text. */
export function markdownTables(text: string): MarkdownTable[] {
  const tables: { line: number; cells: string[] }[][] = [];
  for (const { type, map, content } of reader.parse(text, {})) {
    if (type === "table_open") tables.push([]);
    else if (type === "tr_open") tables.at(-1)?.push({ line: map?.[0] ?? 0, cells: [] });
    else if (type === "inline") tables.at(-1)?.at(-1)?.cells.push(content);
    else if (type === "table_close") tables.push([]);
  }
  return tables.filter((rows) => rows.length > 0);
}
