import { writeInline, writePair } from "./write-scalar.ts";

/** Texts by key, nested as in the file. */
export interface TextTree {
  readonly [key: string]: string | TextTree;
}

/** A key and its texts within braces; quoted, since there more characters mean something. */
export function writeFlow(key: string, value: string | TextTree): string {
  const text = typeof value === "string" ? JSON.stringify(value) : writeBraces(value);
  return `${JSON.stringify(key)}: ${text}`;
}

export const writeBraces = (tree: TextTree): string =>
  `{ ${Object.entries(tree)
    .map(([key, value]) => writeFlow(key, value))
    .join(", ")} }`;

/** Keys and texts in block style, without a line break at the end. At the top an empty line parts mappings. */
export const writeBlock = (tree: TextTree, indent: string): string =>
  Object.entries(tree)
    .map(([key, value], index) => {
      if (typeof value === "string") return writePair(key, value, indent);
      const gap = indent === "" && index > 0 ? "\n" : "";
      return `${gap}${indent}${writeInline(key)}:\n${writeBlock(value, `${indent}  `)}`;
    })
    .join("\n");
