import { isMap, isScalar, type Scalar } from "yaml";
import { readDocument } from "./parse.ts";

const lineWidth = 120;

/** Whether a text means itself where it stands without quotes, as a key or as a value. */
function isPlain(text: string): boolean {
  const { contents, errors, warnings } = readDocument(`k: ${text}\n? ${text}\n`);
  if (errors.length + warnings.length > 0 || !isMap(contents) || contents.items.length !== 2)
    return false;
  const nodes = [contents.items[0]?.value, contents.items[1]?.key];
  return nodes.every((node) => isScalar(node) && node.type === "PLAIN" && node.value === text);
}

/** A text in one line, without quotes where it can do without. */
const writeInline = (text: string): string => (isPlain(text) ? text : JSON.stringify(text));

/** Whether a block scalar gives the text back as it is; a block has no way to begin with a space. */
const fitsBlock = (text: string): boolean => !/^\s|\s$|[\n\r\t]/.test(text);

function fold(text: string, indent: string): string {
  const lines: string[] = [];
  // A line break stands for one space; two spaces would not come back.
  for (const word of text.split(/(?<! ) (?! )/)) {
    const last = lines.at(-1);
    if (last !== undefined && indent.length + last.length + 1 + word.length <= lineWidth)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => `\n${indent}${line}`).join("");
}

/** A key and its text in block style: in one line, or folded below the key where that would be too long. */
export function writePair(key: string, text: string, indent: string): string {
  const lead = `${indent}${writeInline(key)}:`;
  const inline = `${lead} ${writeInline(text)}`;
  if (inline.length <= lineWidth || !text.includes(" ") || !fitsBlock(text)) return inline;
  return `${lead} >-${fold(text, `${indent}  `)}`;
}

/** A new text for a scalar in the manner of `source`, the characters of the old one; its comment stays. */
export function rewrite(node: Scalar, source: string, text: string, isInBraces: boolean): string {
  switch (node.type) {
    case "PLAIN":
      return isInBraces && /[,[\]{}]/.test(text) ? JSON.stringify(text) : writeInline(text);
    case "QUOTE_SINGLE":
      return /[\n\r\t]/.test(text) ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`;
    case "BLOCK_FOLDED":
    case "BLOCK_LITERAL": {
      const [header = "", ...lines] = source.split(/\r?\n/);
      const rest = header.replace(/^[|>][-+0-9]*/, "");
      if (!fitsBlock(text)) return JSON.stringify(text) + rest;
      const indent = /^ */.exec(lines.find((line) => line.trim() !== "") ?? "  ")![0];
      return node.type === "BLOCK_FOLDED"
        ? `>-${rest}${fold(text, indent)}`
        : `|-${rest}\n${indent}${text}`;
    }
    default:
      return JSON.stringify(text);
  }
}

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
