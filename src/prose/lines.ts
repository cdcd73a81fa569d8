/** A line with its line break; `start` counts the characters before it. */
interface Line {
  readonly text: string;
  readonly start: number;
}

export function linesOf(text: string): Line[] {
  let start = 0;
  return text.split(/(?<=\n)/).map((line) => {
    const at = start;
    start += line.length;
    return { text: line, start: at };
  });
}

/** What the page puts into the prose: the tables of cookies, and the rights that a law gives. */
export type Slot = "cookies" | "rights";

/** What a line of `:::` says; `rest` is none of the forms that are known. */
interface Directive {
  readonly word?: string;
  readonly condition?: string;
  readonly slot?: Slot;
  readonly rest?: string;
}

const directive =
  /^:::[ \t]*(?:(?<word>if|unless)[ \t]+(?<condition>\S+)|(?<slot>cookies|rights)|(?<rest>.*?))[ \t]*$/;

/** Reads a line without space at its end. */
export const readDirective = (line: string): Directive | undefined => directive.exec(line)?.groups;

const anchorPattern = /\{#(?<id>[a-z][a-z0-9-]*)\}$/;

/** A heading's text without the anchor at its end. */
export function splitAnchor(text: string): { words: string; anchor: string | undefined } {
  const whole = text.trimEnd();
  const found = anchorPattern.exec(whole);
  return { words: whole.slice(0, found?.index).trimEnd(), anchor: found?.groups?.["id"] };
}

/** A line that is a heading; its words are what stands in it from `start` to before `end`. */
interface HeadingLine {
  readonly level: string;
  readonly start: number;
  readonly end: number;
  readonly anchor: string | undefined;
}

/** Reads a line without space at its end. */
export function readHeading(line: string): HeadingLine | undefined {
  const [open, level] = /^ {0,3}(#{1,6})(?:[ \t]+|$)/.exec(line) ?? [];
  if (open === undefined || level === undefined) return undefined;
  const { words, anchor } = splitAnchor(line);
  return { level, start: open.length, end: words.length, anchor };
}

/** Whether a line, without space at its end, divides prose, and so belongs to no text of it. */
export const isStructural = (line: string): boolean =>
  readDirective(line) !== undefined || readHeading(line) !== undefined;

const isEscaped = (text: string, at: number): boolean =>
  (/\\+$/.exec(text.slice(Math.max(0, at - 40), at))?.[0].length ?? 0) % 2 === 1;

/** The text with spaces in the place of its HTML comments, so that every place in it stays; `open` is where one begins that does not end. */
export function blankComments(text: string): { text: string; open?: number } {
  const parts: string[] = [];
  let from = 0;
  for (let at = text.indexOf("<!--"); at >= 0; at = text.indexOf("<!--", at)) {
    if (isEscaped(text, at)) {
      at += 1;
      continue;
    }
    const end = text.indexOf("-->", at + 4);
    if (end < 0) return { text, open: at };
    parts.push(text.slice(from, at), text.slice(at, end + 3).replaceAll(/[^\r\n]/g, " "));
    at = from = end + 3;
  }
  return { text: parts.join("") + text.slice(from) };
}
