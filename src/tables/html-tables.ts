import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { maximumCellText, type SpanningCell, spread, type ForeignTable } from "./table.ts";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

interface OpenTable {
  readonly rows: OpenCell[][];
  cell: OpenCell | undefined;
}

interface OpenCell {
  text: string;
  start: number;
  end: number;
  readonly columns: number;
  readonly rows: number;
}

const unread: ReadonlySet<string> = new Set(["script", "style", "template", "noscript"]);
const breaking: ReadonlySet<string> = new Set(["br", "p", "div", "li", "ul", "ol"]);

const isElement = (node: Node): node is Element => "tagName" in node;

const countOf = ({ attrs }: Element, name: string): number =>
  Math.trunc(Number(attrs.find((one) => one.name === name)?.value ?? 1)) || 1;

function beginCell(element: Element): OpenCell {
  const start = element.sourceCodeLocation?.startOffset ?? 0;
  return {
    text: "",
    start,
    end: element.sourceCodeLocation?.startTag?.endOffset ?? start,
    columns: countOf(element, "colspan"),
    rows: countOf(element, "rowspan"),
  };
}

function addText(cell: OpenCell, node: DefaultTreeAdapterTypes.TextNode): void {
  const text = node.value.replaceAll(/\s+/g, " ");
  const place = node.sourceCodeLocation;
  if (place && cell.text.trim() === "" && text.trim() !== "")
    [cell.start, cell.end] = [place.startOffset, place.endOffset];
  if (cell.text.length < maximumCellText) cell.text += text;
}

const finish = ({ text, ...cell }: OpenCell): SpanningCell => ({
  ...cell,
  text: text
    .slice(0, maximumCellText)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n"),
});

/** The tables of a page, the text of one within another not taken for that of the outer one. */
export function htmlTables(html: string): ForeignTable[] {
  const tables: OpenTable[] = [];
  const open: OpenTable[] = [];
  const left: (Node | "end of table")[] = [parse(html, { sourceCodeLocationInfo: true })];
  // Not by recursion: a page may be nested deeper than any stack.
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node === "end of table") {
      open.pop();
      continue;
    }
    const table = open.at(-1);
    if (node.nodeName === "#text" && table?.cell)
      addText(table.cell, node as DefaultTreeAdapterTypes.TextNode);
    if (isElement(node)) {
      const { tagName } = node;
      if (unread.has(tagName)) continue;
      if (tagName === "table") {
        const begun: OpenTable = { rows: [], cell: undefined };
        tables.push(begun);
        open.push(begun);
        left.push("end of table");
      } else if (tagName === "tr") table?.rows.push([]);
      else if (tagName === "td" || tagName === "th") {
        const cell = beginCell(node);
        table?.rows.at(-1)?.push(cell);
        if (table) table.cell = cell;
      } else if (breaking.has(tagName) && table?.cell) table.cell.text += "\n";
    }
    if ("childNodes" in node)
      for (let at = node.childNodes.length - 1; at >= 0; at -= 1) left.push(node.childNodes[at]!);
  }
  return tables.map(({ rows }) => spread(rows.map((row) => row.map(finish))));
}
