import { isMap, isSeq, type Node, type YAMLSeq } from "yaml";
import type { Edit } from "../../diagnostic.ts";
import type { Source } from "../yaml-file.ts";
import { lineEnd, lineStart } from "./lines.ts";
import type { Path } from "./locate.ts";

/** A text, or keys with their texts and lists of texts. */
export type Item = string | Readonly<Record<string, string | readonly string[]>>;

const writeValue = (value: string | readonly string[]): string =>
  typeof value === "string" ? value : `[${value.join(", ")}]`;

const pairsOf = (item: Exclude<Item, string>): string[] =>
  Object.entries(item).map(([key, value]) => `${key}: ${writeValue(value)}`);

const writeFlow = (item: Item): string =>
  typeof item === "string" ? item : `{ ${pairsOf(item).join(", ")} }`;

/** An item of a list in block style, without a line break at the end. */
export const writeItem = (item: Item, indent: string): string =>
  `${indent}- ${typeof item === "string" ? item : pairsOf(item).join(`\n${indent}  `)}`;

const rangeOf = (node: Node): readonly [number, number] => [node.range![0], node.range![1]];

/** Where a node's last character stands; a block ends before the line breaks and comments that follow. */
function endOf(node: Node, text: string): number {
  const last = isMap(node) ? (node.items.at(-1)?.value ?? node.items.at(-1)?.key) : undefined;
  const inner = isSeq(node) ? node.items.at(-1) : last;
  if (inner && !(node as YAMLSeq).flow) return endOf(inner as Node, text);
  const [, end] = rangeOf(node);
  return text.slice(0, end).trimEnd().length;
}

function appendTo(list: YAMLSeq, items: readonly Item[], text: string): Edit {
  const last = list.items.at(-1) as Node | undefined;
  if (list.flow) {
    const written = items.map(writeFlow).join(", ");
    const at = last ? endOf(last, text) : rangeOf(list)[0] + 1;
    return { start: at, end: at, text: last ? `, ${written}` : written };
  }
  const [start] = rangeOf(list);
  const indent = " ".repeat(start - lineStart(text, start));
  const at = lineEnd(text, endOf(last!, text));
  return {
    start: at,
    end: at,
    text: items.map((item) => `\n${writeItem(item, indent)}`).join(""),
  };
}

/**
 * The edit that adds items, which are written in block style and indented by two, to a list of a YAML file; `undefined`
 * where no list in block style, or an empty one, stands at the path.
 */
export function appendBlock(
  { text, document }: Source,
  path: Path,
  items: string,
): Edit | undefined {
  const list = document?.().getIn(path, true);
  if (!isSeq(list) || (list.flow === true && list.items.length > 0)) return undefined;
  const [start, end] = rangeOf(list);
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  const outer = " ".repeat((path.length - 1) * 2 + 2);
  const indent = list.flow === true ? outer : " ".repeat(start - lineStart(text, start));
  const lines = items
    .trimEnd()
    .split("\n")
    .map((line) => `${lineBreak}${indent}${line.slice(2)}`)
    .join("");
  if (list.flow === true) return { start, end, text: lines };
  const at = lineEnd(text, endOf(list.items.at(-1) as Node, text));
  return { start: at, end: at, text: lines };
}

/**
 * The edit that adds plain items to a list of a YAML file in its manner; `undefined` where no list stands at the path,
 * or no document.
 */
export function appendItems(
  { text, document }: Source,
  path: Path,
  items: readonly Item[],
): Edit | undefined {
  const list = document?.().getIn(path, true);
  if (!isSeq(list)) return undefined;
  const edit = appendTo(list, items, text);
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  return { ...edit, text: edit.text.replaceAll("\n", lineBreak) };
}
