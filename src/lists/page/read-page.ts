import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { exactRole, type Role } from "../words/heads.ts";
import { spread } from "./grid.ts";
import {
  blocks,
  classesOf,
  attributeIn,
  type Element,
  fieldOf,
  headingLevel,
  isElement,
  isAside,
  type Node,
  titleOf,
  unread,
} from "./markup.ts";
import { addText, finish, type OpenText } from "./open-text.ts";
import { type Head, noteHead, urlOf } from "./page-head.ts";
import { isTitle, type Page, type PageItem, parts, type Within } from "./page-items.ts";
import { createPartOf } from "./structure.ts";

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

function beginCell(element: Element, isHead: boolean): OpenCell {
  const start = startOf(element);
  return {
    text: "",
    start,
    end: element.sourceCodeLocation?.startTag?.endOffset ?? start,
    columns: countOf(element, "colspan"),
    rows: countOf(element, "rowspan"),
    role: fieldOf(element),
    isHead,
    inner: undefined,
  };
}

type Step = Node | { readonly close: () => void };

/** Reads a page: its headings, tables and lines in their order. The text of a table within a cell is not taken for that of the cell. */
export function readPolicyPage(html: string): Page {
  const items: (PageItem | OpenTable)[] = [];
  const open: OpenTable[] = [];
  const head: Head = {};
  const partOf = createPartOf();
  let line:
    | (OpenText & { role: Role | undefined; within: Within; isBold: boolean; lead?: string })
    | undefined;
  let bold = 0;
  let leads = 0;
  const within: Within[] = [];
  const fields: Role[] = [];

  function endLine(): void {
    if (!line) return;
    const told = finish(line);
    if (told.text !== "") {
      const place = { text: told.text.replaceAll("\n", " "), start: told.start, end: told.end };
      const mayBeTitle = told.isBold && told.role === undefined && told.text.length <= 100;
      if (mayBeTitle && isTitle(told.text) && exactRole(told.text) === undefined)
        items.push({ kind: "heading", level: 8, told: place });
      else
        items.push({
          kind: "line",
          told: place,
          within: told.within,
          role: told.role,
          lead: told.lead,
        });
    }
    line = undefined;
  }

  function addLineText(node: DefaultTreeAdapterTypes.TextNode): void {
    line ??= {
      text: "",
      start: 0,
      end: 0,
      role: fields.at(-1),
      within: within.at(-1),
      isBold: true,
    };
    if (node.value.trim() !== "" && bold === 0) line.isBold = false;
    if (line.text.trim() === "" && leads > 0 && node.value.trim() !== "")
      line.lead = node.value.trim();
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
    const part = partOf(element);
    const table = open.at(-1);
    noteHead(head, element);
    if (part === "table") {
      endLine();
      return beginTable(element);
    }
    const level = heading ? undefined : headingLevel(element);
    if (table) {
      if (level !== undefined && level <= 6 && table.cell) beginHeading(element, level);
      if (part === "tr") table.rows.push([]);
      else if (part !== undefined) {
        table.cell = beginCell(element, part === "th");
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
    if (/^(?:strong|b|code|em|kbd)$/.test(tagName)) {
      leads += 1;
      later(() => (leads -= 1));
    }
    if (tagName === "strong" || tagName === "b") {
      bold += 1;
      later(() => (bold -= 1));
    }
    if (Object.hasOwn(parts, tagName)) {
      within.push(parts[tagName]);
      later(() => within.pop());
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
      if (unread.has(step.tagName) || isAside(step)) continue;
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
