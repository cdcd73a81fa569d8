import { type Document, isMap, isScalar, isSeq } from "yaml";
import type { Part, Path, Span } from "./locate.ts";

/** A text of a document as it is written there, on its own or between quotes; not one that is set off as a block. */
export interface WrittenScalar extends Span {
  readonly path: Path;
  readonly part: Part;
  readonly quotes: "none" | "single" | "double";
  /** Without the quotes, and with escapes resolved; of a number, its digits as they are written. */
  readonly text: string;
  /** As it stands in the file, with quotes and escapes. */
  readonly written: string;
}

const quotesOf = { PLAIN: "none", QUOTE_SINGLE: "single", QUOTE_DOUBLE: "double" } as const;

type Unwritten = Omit<WrittenScalar, "written">;

function collect(node: unknown, path: Path, part: Part, found: Unwritten[]): void {
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
