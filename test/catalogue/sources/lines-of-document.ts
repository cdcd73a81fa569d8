import { type DefaultTreeAdapterTypes, parse } from "parse5";

type Node = DefaultTreeAdapterTypes.Node;

/** A line of a document, and whether it is whole by itself: a row of a table, an entry of a list in JSON. */
export interface Line {
  readonly text: string;
  readonly isWhole: boolean;
}

const unread: ReadonlySet<string> = new Set(["script", "style", "template", "noscript", "svg"]);
const inline: ReadonlySet<string> = new Set(
  "a abbr b bdi bdo cite code em i kbd mark q s samp small span strong sub sup td th time tt u var wbr".split(
    " ",
  ),
);

/** The text of a page, block by block. */
function linesOfPage(html: string): Line[] {
  const lines: { text: string; isWhole: boolean }[] = [];
  let rows = 0;
  const begin = () => lines.push({ text: "", isWhole: rows > 0 });
  begin();
  const left: (Node | "end of block" | "end of row")[] = [parse(html)];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node === "end of row") rows -= 1;
    if (typeof node === "string") {
      if (rows === 0) begin();
      continue;
    }
    if (node.nodeName === "#text")
      lines.at(-1)!.text += (node as DefaultTreeAdapterTypes.TextNode).value;
    if ("tagName" in node) {
      if (unread.has(node.tagName)) continue;
      if (node.tagName === "td" || node.tagName === "th") lines.at(-1)!.text += " ";
      if (!inline.has(node.tagName)) {
        const isRow = node.tagName === "tr";
        if (isRow) rows += 1;
        left.push(isRow ? "end of row" : "end of block");
        // What stands in blocks within a row belongs to the row.
        if (rows === 0 || (isRow && rows === 1)) begin();
        else lines.at(-1)!.text += " ";
      }
    }
    if ("childNodes" in node)
      for (let at = node.childNodes.length - 1; at >= 0; at -= 1) left.push(node.childNodes[at]!);
  }
  return lines;
}

/** Each object of a JSON document that states something itself. */
function linesOfJson(value: unknown): Line[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value);
  const own = Object.entries(value).filter(([, one]) => typeof one !== "object");
  const flat = Array.isArray(value) ? [] : own;
  const lists = Object.entries(value).filter(
    ([, one]) => Array.isArray(one) && one.every((item) => typeof item !== "object"),
  );
  const text = JSON.stringify(Object.fromEntries([...flat, ...lists]));
  return [
    ...(flat.length > 0 ? [{ text, isWhole: true }] : []),
    ...inner.flatMap((one) => linesOfJson(one)),
  ];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The lines of a page, of a JSON document or of any other text, without those that are empty. */
export function linesOfDocument(text: string): Line[] {
  const json = /^\s*[[{]/.test(text) ? parseJson(text) : undefined;
  const lines =
    json === undefined
      ? /<(?:html|body|table|div|p|dl|ul|ol)[\s>]/i.test(text)
        ? linesOfPage(text)
        : text.split(/\r\n|\r|\n/).map((line) => ({ text: line, isWhole: false }))
      : linesOfJson(json);
  return lines
    .map((line) => ({ ...line, text: line.text.replaceAll(/\s+/g, " ").trim() }))
    .filter((line) => line.text !== "");
}
