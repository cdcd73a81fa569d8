import {
  isCollection,
  isMap,
  isPair,
  isScalar,
  type Document,
  type Node,
  type YAMLMap,
} from "yaml";
import type { Edit } from "../../diagnostic.ts";
import { commentsAbove, commentsBelow, isComment, lineEnd, lineStart } from "./lines.ts";
import type { Path } from "./locate.ts";

/** How a mapping lays out its pairs: a slot for each, and between the slots what stays where it is. */
interface Slots {
  readonly start: (slot: number) => number;
  readonly end: (slot: number) => number;
  /** The text of a slot once a pair, counted from 0 as the text has them, stands in it; `undefined` if it cannot. */
  readonly fill: (slot: number, pair: number) => string | undefined;
}

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
function readBlockPairs(text: string, { items }: YAMLMap, column: number, top: readonly string[]) {
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
function readBlockSlots(text: string, map: YAMLMap, isRoot: boolean): Slots | undefined {
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
  const pairs = readBlockPairs(
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

interface FlowPair {
  /** Comments on lines of their own above the key, and all up to the key. */
  readonly lead: string;
  readonly body: string;
  /** Stays in its slot, since the last pair may have none. */
  readonly comma: string;
  /** Behind the comma, on its line. */
  readonly comment: string;
  readonly start: number;
  readonly end: number;
}

const opening = /^[ \t]*(?:#[^\n]*)?\s*?(?<lead>(?:#[^\n]*\n\s*)*)$/;
const between = /^(?<comma>[ \t]*,)(?<comment>[ \t]*#[^\r\n]*)?\s*?(?<lead>(?:#[^\n]*\n\s*)*)$/;
const closing = /^(?<comma>[ \t]*,)?(?<comment>[ \t]*#[^\r\n]*)?/;

function readFlowPairs(text: string, { items, range }: YAMLMap): FlowPair[] | undefined {
  const spans = items.map(({ key, value }) => {
    const [keyNode, valueNode] = [key as Node, (value ?? key) as Node];
    return { start: keyNode.range![0], end: valueNode.range![1] };
  });
  const [inside, outside] = [range![0] + 1, range![1] - 1];
  const gaps = spans.map(({ end }, index) => {
    const next = spans[index + 1];
    return (next ? between : closing).exec(text.slice(end, next?.start ?? outside))?.groups;
  });
  const before = opening.exec(text.slice(inside, spans[0]?.start))?.groups;
  const pairs = spans.flatMap(({ start, end }, index): FlowPair[] => {
    const [above, behind] = [index === 0 ? before : gaps[index - 1], gaps[index]];
    if (!above || !behind) return [];
    const [lead = "", comma = "", comment = ""] = [
      above["lead"],
      behind["comma"],
      behind["comment"],
    ];
    return [
      {
        lead,
        body: text.slice(start, end),
        comma,
        comment,
        start: start - lead.length,
        end: end + comma.length + comment.length,
      },
    ];
  });
  return pairs.length === spans.length ? pairs : undefined;
}

/** The slots of a mapping in braces. */
function readFlowSlots(text: string, map: YAMLMap): Slots | undefined {
  const pairs = readFlowPairs(text, map);
  if (!pairs) return undefined;
  return {
    start: (slot) => pairs[slot]!.start,
    end: (slot) => pairs[slot]!.end,
    fill(slot, pair) {
      const [{ start, end, comma }, { lead, body, comment }] = [pairs[slot]!, pairs[pair]!];
      const isLeadApart = lead === "" || /\s/.test(text.charAt(start - 1));
      const isCommentLast = comment === "" || /^\r?\n/.test(text.slice(end, end + 2));
      return isLeadApart && isCommentLast ? lead + body + comma + comment : undefined;
    },
  };
}

/** Which pair belongs in each slot. */
function permute({ items }: YAMLMap, order: readonly string[]): number[] {
  const ranks = items.map(({ key }) => (isScalar(key) ? order.indexOf(String(key.value)) : -1));
  return items.map((_, index) => index).toSorted((a, b) => ranks[a]! - ranks[b]!);
}

/**
 * Puts the keys of the mapping at `path` into an order that names them all. Each pair takes its comments along: those
 * above it, behind it, and below it where they stand deeper than its key. `undefined` where the layout is so uncommon
 * that a comment could be lost or a value changed.
 */
export function orderKeys(
  text: string,
  document: Document.Parsed,
  path: Path,
  order: readonly string[],
): Edit | undefined {
  const map: unknown = document.getIn(path, true);
  if (!isMap(map)) return undefined;
  const pairs = permute(map, order);
  const isMoved = (pair: number, slot: number) => pair !== slot;
  const [first, last] = [pairs.findIndex(isMoved), pairs.findLastIndex(isMoved)];
  const slots = map.flow ? readFlowSlots(text, map) : readBlockSlots(text, map, path.length === 0);
  if (!slots || first < 0) return undefined;
  const parts: string[] = [];
  for (let slot = first; slot <= last; slot += 1) {
    const filled = slots.fill(slot, pairs[slot]!);
    if (filled === undefined) return undefined;
    if (slot > first) parts.push(text.slice(slots.end(slot - 1), slots.start(slot)));
    parts.push(filled);
  }
  return { start: slots.start(first), end: slots.end(last), text: parts.join("") };
}
