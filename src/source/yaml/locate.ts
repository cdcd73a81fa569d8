import { isMap, isScalar, isSeq, type Document, type Node, type YAMLMap } from "yaml";
import { memoize } from "../../memo.ts";

/** Where a value lives inside a file: `["cookies", 0, "duration"]`. */
export type Path = readonly (string | number)[];

/** `key` asks for the word before the colon, `value` for what stands behind it. */
export type KeyOrValue = "key" | "value";

export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Step {
  readonly key: Node | undefined;
  readonly value: Node | undefined;
}

/** The pairs of a mapping by key, the first of each. */
const pairsOf = memoize(
  ({ items }: YAMLMap) =>
    new Map(
      items.toReversed().flatMap((pair) => (isScalar(pair.key) ? [[pair.key.value, pair]] : [])),
    ),
);

function stepInto(node: Node | undefined, segment: string | number): Step | undefined {
  if (isMap(node)) {
    const pair = pairsOf(node).get(segment);
    return pair && { key: pair.key as Node, value: (pair.value ?? undefined) as Node | undefined };
  }
  if (isSeq(node) && typeof segment === "number" && segment < node.items.length)
    return { key: undefined, value: node.items[segment] as Node };
  return undefined;
}

const spanOf = (node: Node): Span => ({ start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 });

function firstKey(node: Node | undefined): Node | undefined {
  const first = isMap(node) ? (node.items[0]?.key as Node | undefined) : undefined;
  return first ?? (isSeq(node) ? firstKey(node.items[0] as Node | undefined) : undefined);
}

/** The span of a value or its key; of the nearest parent when the path leads nowhere. A collection is shown by its key. */
export function locate(document: Document, path: Path, part: KeyOrValue): Span {
  let found: Step = { key: undefined, value: document.contents as Node | undefined };
  let asked = part;
  for (const segment of path) {
    const step = stepInto(found.value, segment);
    if (!step) {
      asked = "key";
      break;
    }
    found = { key: step.key ?? firstKey(step.value), value: step.value };
  }
  const { key, value } = found;
  const printable = isScalar(value) && spanOf(value).end > spanOf(value).start;
  if (printable && (asked === "value" || !key)) return spanOf(value);
  const node = key ?? firstKey(value) ?? value;
  return node ? spanOf(node) : { start: 0, end: 0 };
}

/** A text of a document as it is written there, on its own or between quotes; not one that is set off as a block. */
export interface WrittenScalar extends Span {
  readonly path: Path;
  readonly part: KeyOrValue;
  readonly quotes: "none" | "single" | "double";
  /** Without the quotes, and with escapes resolved; of a number, its digits as they are written. */
  readonly text: string;
  /** As it stands in the file, with quotes and escapes. */
  readonly written: string;
}

const quotesOf = { PLAIN: "none", QUOTE_SINGLE: "single", QUOTE_DOUBLE: "double" } as const;

type Unwritten = Omit<WrittenScalar, "written">;

function collect(node: unknown, path: Path, part: KeyOrValue, found: Unwritten[]): void {
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      const inner = [...path, isScalar(key) ? String(key.value) : ""];
      collect(key, inner, "key", found);
      collect(value, inner, "value", found);
    }
  } else if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) collect(item, [...path, index], part, found);
  } else if (isScalar(node) && node.range) {
    const [start, end] = node.range;
    const quotes = quotesOf[node.type as keyof typeof quotesOf];
    const text = typeof node.value === "string" ? node.value : (node.source ?? "");
    if (quotes && end > start) found.push({ path, part, start, end, quotes, text });
  }
}

/** Every text of a document, keys among them, in the order of the file, which is `text`. */
export function scalarsOf(document: Document.Parsed, text: string): WrittenScalar[] {
  const found: Unwritten[] = [];
  collect(document.contents, [], "value", found);
  return found.map((scalar) => ({ ...scalar, written: text.slice(scalar.start, scalar.end) }));
}
