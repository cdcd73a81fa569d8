import { type DefaultTreeAdapterTypes, parse } from "parse5";
import type { ListText } from "../list-text.ts";
import { exactRole, type Role } from "../words/heads.ts";
import { type Grid, type PageCell, spread } from "./grid.ts";
import {
  blocks,
  classesOf,
  attributeIn,
  type Element,
  fieldOf,
  headingLevel,
  isElement,
  isFootnote,
  type Node,
  titleOf,
  unread,
} from "./markup.ts";
import { addText, finish, type OpenText } from "./open-text.ts";
import { type Head, noteHead, urlOf } from "./page-head.ts";

/** What follows in a page upon each other: a heading, a table, or a line of text. */
type PageItem =
  | { readonly kind: "heading"; readonly level: number; readonly told: ListText }
  | {
      readonly kind: "table";
      readonly grid: Grid;
      readonly start: number;
      readonly caption: ListText | undefined;
      /** The classes and the id of the table. */
      readonly marks: readonly string[];
      /** A cell over another. */
      readonly torn: PageCell | undefined;
      /** How many rows it has, of which only the first may be in the grid. */
      readonly rows: number;
    }
  | {
      readonly kind: "line";
      readonly told: ListText;
      readonly isListItem: boolean;
      /** What its maker's markup says that it holds. */
      readonly role: Role | undefined;
    };

export type PageTable = Extract<PageItem, { kind: "table" }>;

/** A page as far as lists of cookies are told by it. */
export interface Page {
  readonly items: readonly PageItem[];
  readonly language: string | undefined;
  /** The address that the page says to have. */
  readonly url: string | undefined;
  readonly siteName: string | undefined;
}

interface OpenCell extends OpenText {
  readonly role: Role | undefined;
  readonly isHead: boolean;
  readonly columns: number;
  readonly rows: number;
  inner: number | undefined;
}

interface OpenTable {
  readonly rows: OpenCell[][];
  readonly start: number;
  readonly marks: readonly string[];
  caption: OpenText | undefined;
  cell: OpenCell | undefined;
}

const countOf = (element: Element, name: string): number =>
  Math.trunc(Number(attributeIn(element, name) ?? 1)) || 1;

const startOf = ({ sourceCodeLocation: place }: Element): number => place?.startOffset ?? 0;

function beginCell(element: Element): OpenCell {
  const start = startOf(element);
  return {
    text: "",
    start,
    end: element.sourceCodeLocation?.startTag?.endOffset ?? start,
    columns: countOf(element, "colspan"),
    rows: countOf(element, "rowspan"),
    role: fieldOf(element),
    isHead: element.tagName === "th",
    inner: undefined,
  };
}

type Step = Node | { readonly close: () => void };

/** Reads a page: its headings, tables and lines in their order. The text of a table within a cell is not taken for that of the cell. */
export function readPolicyPage(html: string): Page {
  const items: (PageItem | OpenTable)[] = [];
  const open: OpenTable[] = [];
  const head: Head = {};
  let line:
    (OpenText & { role: Role | undefined; isListItem: boolean; isBold: boolean }) | undefined;
  let bold = 0;
  let listItems = 0;
  const fields: Role[] = [];

  function endLine(): void {
    if (!line) return;
    const told = finish(line);
    if (told.text !== "") {
      const place = { text: told.text.replaceAll("\n", " "), start: told.start, end: told.end };
      const mayBeTitle = told.isBold && told.role === undefined && told.text.length <= 100;
      if (mayBeTitle && !/[:：]$/.test(told.text) && exactRole(told.text) === undefined)
        items.push({ kind: "heading", level: 8, told: place });
      else items.push({ kind: "line", told: place, isListItem: told.isListItem, role: told.role });
    }
    line = undefined;
  }

  function addLineText(node: DefaultTreeAdapterTypes.TextNode): void {
    line ??= {
      text: "",
      start: 0,
      end: 0,
      role: fields.at(-1),
      isListItem: listItems > 0,
      isBold: true,
    };
    if (node.value.trim() !== "" && bold === 0) line.isBold = false;
    addText(line, node);
  }

  const left: Step[] = [parse(html, { sourceCodeLocationInfo: true })];
  const later = (close: () => void) => left.push({ close });
  let heading: { level: number; told: OpenText } | undefined;

  function beginTable(element: Element): void {
    const outer = open.at(-1);
    const id = attributeIn(element, "id");
    const begun: OpenTable = {
      rows: [],
      start: startOf(element),
      marks: [...classesOf(element), ...(id === undefined ? [] : [id])],
      caption: undefined,
      cell: undefined,
    };
    if (outer?.cell) outer.cell.inner ??= begun.start;
    items.push(begun);
    open.push(begun);
    later(() => open.pop());
  }

  function beginHeading(element: Element, level: number): void {
    const begun = { level, told: { text: "", start: startOf(element), end: startOf(element) } };
    heading = begun;
    later(() => {
      heading = undefined;
      const { text, start, end } = finish(begun.told);
      const told = { text: titleOf(element, text.replaceAll("\n", " ")), start, end };
      if (text !== "") items.push({ kind: "heading", level, told });
    });
  }

  function enter(element: Element): void {
    const { tagName } = element;
    const table = open.at(-1);
    noteHead(head, element);
    if (tagName === "table") return beginTable(element);
    const level = heading ? undefined : headingLevel(element);
    if (table) {
      if (level !== undefined && level <= 6 && table.cell) beginHeading(element, level);
      if (tagName === "tr") table.rows.push([]);
      else if (tagName === "td" || tagName === "th") {
        table.cell = beginCell(element);
        table.rows.at(-1)?.push(table.cell);
      } else if (tagName === "caption") {
        const caption = { text: "", start: startOf(element), end: startOf(element) };
        table.caption = caption;
      } else if (blocks.has(tagName) && table.cell) table.cell.text += "\n";
      return;
    }
    if (level !== undefined) {
      endLine();
      return beginHeading(element, level);
    }
    const field = fieldOf(element);
    if (field !== undefined) {
      fields.push(field);
      later(() => {
        endLine();
        fields.pop();
      });
    }
    if (tagName === "strong" || tagName === "b") {
      bold += 1;
      later(() => (bold -= 1));
    }
    if (tagName === "li") {
      listItems += 1;
      later(() => (listItems -= 1));
    }
    if (blocks.has(tagName)) {
      if (heading) heading.told.text += " ";
      else endLine();
      later(() => endLine());
    }
  }

  // Not by recursion: a page may be nested deeper than any stack.
  for (let step = left.pop(); step !== undefined; step = left.pop()) {
    if ("close" in step) {
      step.close();
      continue;
    }
    const table = open.at(-1);
    if (step.nodeName === "#text") {
      const node = step as DefaultTreeAdapterTypes.TextNode;
      if (heading) addText(heading.told, node);
      if (table?.cell) addText(table.cell, node);
      else if (table?.caption) addText(table.caption, node);
      else if (!table && !heading) addLineText(node);
    }
    if (isElement(step)) {
      if (unread.has(step.tagName) || isFootnote(step)) continue;
      enter(step);
    }
    if ("childNodes" in step)
      for (let at = step.childNodes.length - 1; at >= 0; at -= 1) left.push(step.childNodes[at]!);
  }
  endLine();

  return {
    items: items.map((item) => ("kind" in item ? item : closeTable(item))),
    language: head.language,
    url: urlOf(head, html),
    siteName: head.name?.trim() === "" ? undefined : head.name?.trim(),
  };
}

function closeTable({ rows, start, marks, caption }: OpenTable): PageItem {
  const { grid, torn } = spread(rows.map((row) => row.map(finish)));
  return {
    kind: "table",
    grid,
    start,
    caption: caption && finish(caption),
    marks,
    torn,
    rows: rows.length,
  };
}
