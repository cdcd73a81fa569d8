import { isMap, isScalar, type Pair, type YAMLMap } from "yaml";
import { type Diagnostic, type Edit, createDiagnostic } from "../../diagnostic.ts";
import { type Source } from "../yaml-file.ts";
import { isMapping, type Mapping } from "../mapping.ts";
import { lineEnd, lineStart } from "./lines.ts";
import { rewrite, type TextTree, writeBlock, writeBraces, writeFlow } from "./write.ts";
const startOf = (node: unknown): number => (node as { range: [number, number] }).range[0];

/** Where what a node says ends, without the line breaks that close a block. */
function endOf({ key, value }: Pair, text: string): number {
  const last = isMap(value) && !value.flow ? value.items.at(-1) : undefined;
  if (last) return endOf(last, text);
  const end = ((value ?? key) as { range: [number, number] }).range[1];
  return text.slice(0, end).trimEnd().length;
}

const insert = (at: number, text: string): Edit => ({ start: at, end: at, text });

function insertPair(
  map: YAMLMap,
  before: Pair | undefined,
  [key, value]: [string, string | TextTree],
  text: string,
): Edit {
  const first = startOf(map.items[0]!.key);
  if (map.flow) {
    const pair = writeFlow(key, value);
    return before ? insert(endOf(before, text), `, ${pair}`) : insert(first, `${pair}, `);
  }
  const indent = " ".repeat(first - lineStart(text, first));
  const block = writeBlock({ [key]: value }, indent);
  if (!before) return insert(first, `${block.slice(indent.length)}\n${indent}`);
  const gap = indent === "" && typeof value !== "string" ? "\n\n" : "\n";
  return insert(lineEnd(text, endOf(before, text)), `${gap}${block}`);
}

function putPair(
  pair: Pair,
  value: string | TextTree,
  below: unknown,
  text: string,
  isInBraces: boolean,
): Edit[] {
  const node = pair.value;
  const keys = isMapping(below) ? below : {};
  if (isMap(node) && node.items.length > 0) return putInto(node, value as TextTree, keys, text);
  const [start, end] = [startOf(node), endOf(pair, text)];
  if (isScalar(node))
    return [
      { start, end, text: rewrite(node, text.slice(start, end), value as string, isInBraces) },
    ];
  return [{ start, end, text: writeBraces(value as TextTree) }];
}

function putInto(map: YAMLMap, wanted: TextTree, order: Mapping, text: string): Edit[] {
  let before: Pair | undefined;
  return Object.keys(order).flatMap((key) => {
    const value = Object.hasOwn(wanted, key) ? wanted[key] : undefined;
    const pair = map.items.find((item) => isScalar(item.key) && item.key.value === key);
    const earlier = before;
    before = pair ?? before;
    if (value === undefined) return [];
    return pair
      ? putPair(pair, value, order[key], text, map.flow === true)
      : [insertPair(map, earlier, [key, value], text)];
  });
}

/** What is missing at one place comes there together. */
function joinInsertions(edits: readonly Edit[]): Edit[] {
  const joined: Edit[] = [];
  for (const edit of edits) {
    const at = joined.findIndex(({ start, end }) => start === edit.start && end === edit.start);
    if (at < 0) joined.push(edit);
    else joined[at] = { ...edit, text: joined[at]!.text + edit.text };
  }
  return joined;
}

/**
 * The edits that put texts into a YAML file: a text that is there is written anew in its manner, a missing one comes
 * after the key that precedes it in `order`, which holds every wanted key. `checkKinds` must have found nothing.
 */
export function putTexts({ text, document }: Source, wanted: TextTree, order: Mapping): Edit[] {
  const root = document?.().contents;
  const edits =
    isMap(root) && root.items.length > 0
      ? joinInsertions(putInto(root, wanted, order, text))
      : [insert(text.length, `${writeBlock(wanted, "")}\n`)];
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  return edits.map((edit) => ({ ...edit, text: edit.text.replaceAll("\n", lineBreak) }));
}

/** Where something else stands than a text, or than keys and values, in the way of what is wanted. */
export function checkKinds(
  source: Source,
  wanted: TextTree,
  data: Mapping = source.value,
  path: readonly string[] = [],
): Diagnostic[] {
  return Object.entries(wanted).flatMap(([key, value]) => {
    const [there, at] = [data[key], [...path, key]];
    if (!Object.hasOwn(data, key)) return [];
    if (typeof value !== "string" && isMapping(there)) return checkKinds(source, value, there, at);
    if (typeof value === "string" && typeof there === "string") return [];
    const kind = typeof value === "string" ? "a text" : "keys and values";
    const message = `"${at.join(".")}" is of another kind, expected ${kind}`;
    return [createDiagnostic(source.place(at, "key"), { rule: "wrong-type", message })];
  });
}
