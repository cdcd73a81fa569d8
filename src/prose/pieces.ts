import { memoize } from "../memo.ts";
import { findSuspicious, type Problem } from "../source/text-file.ts";
import { linesOf } from "./lines.ts";
import { markdown, type Token } from "./markdown.ts";
import { unmark } from "./marks.ts";

/** Something wrong from `start` to before `end` of a text, counted from 0. */
export interface Fault {
  readonly start: number;
  readonly end: number;
  readonly problem: Problem;
}

/** A link with its target, where placeholders are still marked, and where that stands in the text. */
export interface Link {
  readonly href: string;
  readonly start: number;
  readonly end: number;
}

/** A token of a line of Markdown, and where in its source it stands. */
export interface Piece {
  readonly token: Token;
  readonly start: number;
  readonly end: number;
}

/** Follows the tokens of an inline token through its source; of a link that closes, the piece is its target. */
export function piecesOf({ content, children }: Token): Piece[] {
  const { parseLinkDestination } = markdown.helpers;
  let at = 0;
  const find = (text: string): [number, number] => {
    const start = Math.max(content.indexOf(text, at), at);
    return [start, (at = Math.min(start + text.length, content.length))];
  };
  function target(): [number, number] {
    const [close] = find("]");
    if (content[at] !== "(") return [close, at];
    const [, gap = ""] = /^\((\s*)/.exec(content.slice(at, at + 100)) ?? [];
    const start = at + 1 + gap.length;
    const found = parseLinkDestination(content, start, content.length);
    at = found.ok ? found.pos : start;
    return content[start] === "<" ? [start + 1, at - 1] : [start, at];
  }
  function span({ type, markup, info, content: text }: Token): [number, number] {
    if (type === "link_open") return find(markup === "autolink" ? "<" : "[");
    if (type === "link_close") return info === "auto" ? find(">") : target();
    if (type === "softbreak" || type === "hardbreak") return find("\n");
    if (type === "image") return find("![");
    if (type !== "code_inline") return find(markup === "" ? text : markup);
    const [start] = find(markup);
    return [start, find(markup)[1]];
  }
  return (children ?? []).map((token) => {
    const [start, end] = span(token);
    return { token, start, end };
  });
}

/** From a place in an inline token to the place in the stretch that it was read from. */
export function placing(text: string): (inline: Token, at: number) => number {
  const lines = linesOf(text);
  const ofInline = memoize(({ content, map }: Token) =>
    linesOf(content).map((line, row) => {
      const source = lines[(map?.[0] ?? 0) + row] ?? { text: "", start: text.length };
      const from = source.start + Math.max(source.text.indexOf(line.text.trim()), 0);
      return { start: line.start, from: from - line.text.search(/\S|$/) };
    }),
  );
  return (inline, at) => {
    const line = ofInline(inline).findLast(({ start }) => start <= at)!;
    return line.from + at - line.start;
  };
}

/** What no file may hold, once character references are decoded. */
export function decodedFaults(pieces: readonly Piece[]): Fault[] {
  let text = "";
  const places: { at: number; piece: Piece }[] = [];
  for (const piece of pieces)
    if (/^(text|code)/.test(piece.token.type)) {
      places.push({ at: text.length, piece });
      text += unmark(piece.token.content);
    }
  return findSuspicious(text).map(({ offset, problem }) => {
    const { start, end } = places.findLast(({ at }) => at <= offset)!.piece;
    return { start, end, problem };
  });
}
