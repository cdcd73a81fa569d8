import type { Problem } from "./text-file.ts";
import type { Span } from "./yaml/locate.ts";

/** The cells of one line of a table, or of several where a cell in quotes holds line breaks. */
export interface CsvRow extends Span {
  /** Each from its first character to behind its last, quotes included; those before the fault, if there is one. */
  readonly cells: readonly Span[];
  /** Where the next row begins: after a carriage return with an empty one, which says nothing. */
  readonly next: number;
  readonly fault?: Span & { readonly problem: Problem };
}

const [quote, comma, lineFeed, carriageReturn] = [34, 44, 10, 13];

const isBreak = (code: number): boolean => code === lineFeed || code === carriageReturn;

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isBreak(text.charCodeAt(at))) at += 1;
  return at;
}

/** Before the first character that cannot stand in a cell without quotes. */
function plainEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === comma || code === quote || isBreak(code)) return at;
  }
  return text.length;
}

/** Behind the closing quote of the cell that begins at `start`; `undefined` if nothing closes it. */
function closingQuote(text: string, start: number): number | undefined {
  for (let at = start + 1; ; at += 2) {
    at = text.indexOf('"', at);
    if (at < 0) return undefined;
    if (text.charCodeAt(at + 1) !== quote) return at + 1;
  }
}

const hint = 'put the whole cell in quotes, and write a quote inside it twice: ""';

/** Enough for a site; whatever is done with a row may take more than its length in time. */
const maximumLength = 65_536;

const tooLong: Problem = {
  rule: "file-too-large",
  message: `row of more than ${maximumLength} characters, expected at most so many`,
  hint: "look for a quote that is not closed",
};

/**
 * Reads the row that begins at `start`, by RFC 4180 with any line break. Behind a fault reading goes on with the next
 * line, which for a quote that is never closed is the one below it.
 */
export function readRow(text: string, start: number): CsvRow {
  const cells: Span[] = [];
  const fail = (at: number, problem: Problem): CsvRow => {
    const end = lineEnd(text, at);
    const fault = { start: at, end: at + 1, problem };
    return { start, end, cells, next: end + 1, fault };
  };
  const broken = (at: number, message: string) => fail(at, { rule: "invalid-csv", message, hint });
  for (let at = start; ; at = cells.at(-1)!.end + 1) {
    const isQuoted = text.charCodeAt(at) === quote;
    const end = isQuoted ? closingQuote(text, at) : plainEnd(text, at);
    if (end === undefined) return broken(at, "quote that is not closed, expected another one");
    const code = text.charCodeAt(end);
    if (code === quote) return broken(end, "quote in a cell without quotes, expected none");
    if (end - start > maximumLength) return fail(start, tooLong);
    cells.push({ start: at, end });
    if (code === comma) continue;
    if (end < text.length && !isBreak(code))
      return broken(end, 'text behind a closing quote, expected ","');
    return { start, end, cells, next: end + 1 };
  }
}

/** What a cell says, or a part of one, without the quotes around it. */
function unescape(text: string, { start, end }: Span): string {
  const written = text.slice(start, end);
  return written.includes('"') ? written.replaceAll('""', '"') : written;
}

/** A cell without the quotes around it. */
const inside = (text: string, { start, end }: Span): Span =>
  text.charCodeAt(start) === quote ? { start: start + 1, end: end - 1 } : { start, end };

/** What a cell says. */
export const textOfCell = (text: string, cell: Span): string => unescape(text, inside(text, cell));

/** Whether a cell says nothing, with or without quotes. */
export const isEmptyCell = (text: string, { start, end }: Span): boolean =>
  end === start || (end === start + 2 && text.charCodeAt(start) === quote);

/** An item of a cell that holds several, and where it stands. */
export interface CsvItem extends Span {
  readonly text: string;
}

const item = (text: string, start: number, end: number): CsvItem => ({
  start,
  end,
  text: unescape(text, { start, end }),
});

/** The words of a cell, divided by any space. */
export function wordsOfCell(text: string, cell: Span): CsvItem[] {
  const { start, end } = inside(text, cell);
  return [...text.slice(start, end).matchAll(/\S+/g)].map(({ 0: word, index }) =>
    item(text, start + index, start + index + word.length),
  );
}

/** The lines of a cell, divided by `|` or line breaks, without the space around them. */
export function linesOfCell(text: string, cell: Span): CsvItem[] {
  const { start, end } = inside(text, cell);
  let from = start;
  return text
    .slice(start, end)
    .split(/(\||\r\n|\r|\n)/)
    .flatMap((part, index) => {
      const first = from + part.length - part.trimStart().length;
      from += part.length;
      return index % 2 === 0 ? [item(text, first, first + part.trim().length)] : [];
    });
}
