import { isCollection, isPair, isScalar, type Node, type YAMLMap } from "yaml";
import { commentsAbove, commentsBelow, isComment, lineEnd, lineStart } from "./lines.ts";
import type { Slots } from "./slots.ts";

interface BlockPair {
  /** The lines above the key that move with it, with their breaks. */
  readonly lead: readonly string[];
  /** From the key to the end of its last line, without the break. */
  readonly body: string;
  readonly start: number;
  readonly end: number;
}

const lengthOf = (lines: readonly string[]): number => lines.join("").length;
const isIgnore = (line: string): boolean => /^[ \t]*#[ \t]*ignore[ \t]/.test(line);
const indentOf = (line: string): number => line.search(/[^ \t]/);

function fromFirst(lines: readonly string[], is: (line: string) => boolean): readonly string[] {
  const first = lines.findIndex(is);
  return first < 0 ? [] : lines.slice(first);
}

function lastLeaf(node: Node): Node {
  if (!isCollection(node) || node.flow) return node;
  const last = node.items.at(-1);
  const next = isPair(last) ? (last.value ?? last.key) : last;
  return next ? lastLeaf(next as Node) : node;
}

/** Where the last line of a node ends; `undefined` where line breaks behind it may belong to it. */
function lastLineEnd(text: string, node: Node): number | undefined {
  const leaf = lastLeaf(node);
  const [start, end] = leaf.range!;
  if (!isScalar(leaf) || !leaf.type?.startsWith("BLOCK")) return lineEnd(text, end);
  const keepsBreaks = /^.[0-9]*\+/.test(text.slice(start, end));
  return keepsBreaks || text.charAt(end - 1) !== "\n" ? undefined : lineEnd(text, end - 1);
}

/** The pairs and the comments that belong to each; `top` are those of the first. */
function readPairs(text: string, { items }: YAMLMap, column: number, top: readonly string[]) {
  let lead = top;
  return items.flatMap(({ key, value }): BlockPair[] => {
    const [from] = (key as Node).range!;
    const end = lastLineEnd(text, (value ?? key) as Node);
    if (end === undefined) return [];
    const start = lineStart(text, from) - lengthOf(lead);
    const below = commentsBelow(text, end);
    const deepest = below.findLastIndex((line) => isComment(line) && indentOf(line) > column);
    const deep = below.slice(0, deepest + 1);
    const until = deep.length === 0 ? end : lineEnd(text, text.indexOf("\n", end) + lengthOf(deep));
    const pair = { lead, body: text.slice(from, until), start, end: until };
    lead = fromFirst(below.slice(deepest + 1), isComment);
    return [pair];
  });
}

/**
 * The slots of a mapping without braces, one key to a line. A comment above the first key of a file or of a list's item
 * speaks of the whole and stays, unless it is an ignore, which speaks of the line below.
 */
export function readBlockSlots(text: string, map: YAMLMap, isRoot: boolean): Slots | undefined {
  const keys = map.items.map(({ key }) => (key as Node).range![0]);
  const [opening = "", ...others] = keys.map((key) => text.slice(lineStart(text, key), key));
  const indent = " ".repeat(opening.length);
  if (others.some((other) => other !== indent)) return undefined;
  const isItem = opening !== indent;
  const speaksOfWhole = (line: string) => (isRoot || isItem) && !isIgnore(line);
  const comments = fromFirst(
    commentsAbove(text, keys[0]! - opening.length),
    (line) => isComment(line) && !speaksOfWhole(line),
  );
  const staying = comments.filter(speaksOfWhole);
  const pairs = readPairs(
    text,
    map,
    opening.length,
    comments.filter((line) => !speaksOfWhole(line)),
  );
  if (pairs.length < keys.length) return undefined;
  return {
    start: (slot) => pairs[slot]!.start - (slot === 0 ? lengthOf(staying) : 0),
    end: (slot) => pairs[slot]!.end,
    fill(slot, pair) {
      const { lead, body } = pairs[pair]!;
      const [before, prefix] = slot === 0 ? [staying, opening] : [[], indent];
      // A comment that comes to stand above a list's item, or away from there, takes the indentation of its new place.
      const column = " ".repeat(indentOf(`${prefix}x`));
      const moved = lead.map((line) =>
        isItem && (slot === 0 || pair === 0) ? line.replace(/^[ \t]*(?=#)/, column) : line,
      );
      return [...before, ...moved, prefix, body].join("");
    },
  };
}
