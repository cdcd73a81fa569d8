import { exactRole, nameRoles } from "../words/heads.ts";
import { attributeIn, type Element, isElement, type Node } from "./markup.ts";

/** What an element is in a table, whatever it is called. */
export type Part = "table" | "tr" | "td" | "th";

const partOfRole: Readonly<Record<string, Part>> = {
  table: "table",
  grid: "table",
  treegrid: "table",
  row: "tr",
  cell: "td",
  gridcell: "td",
  columnheader: "th",
  rowheader: "th",
};

const parts: ReadonlySet<string> = new Set(["table", "tr", "td", "th"] satisfies Part[]);

const elementsIn = ({ childNodes }: Element): Element[] => childNodes.filter(isElement);

const hasText = ({ childNodes }: Element): boolean =>
  childNodes.some((node) => "value" in node && node.value.trim() !== "");

const longestHead = 60;

const mostNodes = 20;

/** The text of an element that may be a head of a column; a part of it where it holds more than such a head does. */
function shortText(element: Element): string {
  let text = "";
  const left: Node[] = [element];
  for (let looked = 0; left.length > 0 && looked < mostNodes; looked += 1) {
    const node = left.shift()!;
    if (node.nodeName === "#text" && "value" in node) text += node.value;
    else if (isElement(node)) left.unshift(...node.childNodes.slice(0, mostNodes));
    if (text.length > longestHead) break;
  }
  return text.trim();
}

/** Whether the children of an element are heads of the columns of cookies. */
function isHeadRow(row: Element): boolean {
  const cells = elementsIn(row);
  if (cells.length < 2 || cells.length > 12 || hasText(row)) return false;
  const roles = cells.map((cell) => exactRole(shortText(cell)));
  return (
    roles.every((role) => role !== undefined) &&
    new Set(roles).size === roles.length &&
    roles.some((role) => nameRoles.has(role))
  );
}

/** An element without those around it that hold nothing else. */
function unwrap(element: Element): readonly Element[] {
  const inner = elementsIn(element);
  const isWrapper = inner.length > 0 && inner.every((one) => isHeadRow(one)) && !hasText(element);
  return isWrapper ? inner : [element];
}

const containers: ReadonlySet<string> = new Set(["div", "section", "ul", "ol", "dl"]);

/** The rows of an element that looks like a table by its heads alone; none of any other. */
function rowsOf(parent: Element): readonly Element[] {
  if (!containers.has(parent.tagName) || hasText(parent)) return [];
  const children = elementsIn(parent);
  const [head] = children.slice(0, 1).flatMap(unwrap);
  if (!head || !isHeadRow(head)) return [];
  const width = elementsIn(head).length;
  const isRow = (element: Element) => elementsIn(element).length === width && !hasText(element);
  const rows = children.slice(1).flatMap((one) => {
    const inner = elementsIn(one);
    return inner.length > 0 && inner.every(isRow) && !hasText(one) ? inner : [one];
  });
  return rows.length > 0 && rows.every(isRow) ? [head, ...rows] : [];
}

/**
 * Tells what elements are in a table: by their names, by their roles for assistive technology, or where elements of any
 * name stand in rows below heads of columns. Each element is asked for before those within it.
 */
export function createPartOf(): (element: Element) => Part | undefined {
  const known = new Map<Element, Part>();
  return (element) => {
    const { tagName } = element;
    if (parts.has(tagName)) return tagName as Part;
    const stated = attributeIn(element, "role");
    const byRole = stated === undefined ? undefined : partOfRole[stated];
    if (byRole) return byRole;
    const before = known.get(element);
    if (before) return before;
    const rows = rowsOf(element);
    for (const row of rows) {
      known.set(row, "tr");
      for (const cell of elementsIn(row)) known.set(cell, "td");
    }
    return rows.length > 0 ? "table" : undefined;
  };
}
