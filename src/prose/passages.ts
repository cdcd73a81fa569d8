import type { Place } from "../diagnostic.ts";
import { placeOf, type TextFile } from "../source/text-file.ts";

/** A unit of words that is translated as a whole. */
export interface Text {
  /** Stable, and the same in every language: `terms/functions.checkout`, `prose/duration/2`. */
  readonly key: string;
  /** As it is read, line breaks as `\n`. */
  readonly text: string;
  readonly place: () => Place;
}

/** A text of policy.md, from `start` to before `end`, counted from 0. */
export interface Passage extends Text {
  readonly start: number;
  readonly end: number;
  /** The words of a heading, or a stretch of Markdown. */
  readonly isHeading: boolean;
}

/** What the prose of every language must have at the same place, in words that a message may quote. */
export interface Mark {
  readonly shape: string;
  readonly place: () => Place;
}

interface Heading {
  readonly level: string;
  /** Where its words begin and end within the line. */
  readonly start: number;
  readonly end: number;
  readonly anchor: string | undefined;
}

function headingOf(line: string): Heading | undefined {
  const [open, level] = /^ {0,3}(#{1,6})(?:[ \t]+|$)/.exec(line) ?? [];
  if (open === undefined || level === undefined) return undefined;
  const anchor = /\{#[a-z][a-z0-9-]*\}$/.exec(line)?.[0];
  const end = line.slice(0, line.length - (anchor?.length ?? 0)).trimEnd().length;
  return { level, start: open.length, end, anchor };
}

const isDirective = (line: string): boolean => line.startsWith(":::");

/** Whether a line, without space at its end, divides prose, and so belongs to no text of it. */
export const isStructural = (line: string): boolean =>
  isDirective(line) || headingOf(line) !== undefined;

/** Where a stretch of a file says something; `undefined` where it is blank. */
function trim(text: string, start: number, end: number): [number, number] | undefined {
  const stretch = text.slice(start, end);
  const first = stretch.search(/\S/);
  return first < 0 ? undefined : [start + first, start + stretch.trimEnd().length];
}

/** Divides policy.md at its headings and its lines of `:::`; what stands between two of them is one text. */
export function dividePassages(prose: TextFile): { passages: Passage[]; marks: Mark[] } {
  const passages: Passage[] = [];
  const marks: Mark[] = [];
  const counts = new Map<string, number>();
  let section = "intro";
  let [offset, open] = [0, 0];

  function mark(shape: string, start: number, end: number) {
    marks.push({ shape, place: () => placeOf(prose, start, end) });
  }
  function add(start: number, end: number, isHeading: boolean) {
    const span = trim(prose.text, start, end);
    if (!span) return;
    const count = (counts.get(section) ?? 0) + 1;
    counts.set(section, count);
    passages.push({
      key: `prose/${section}/${count}`,
      text: prose.text.slice(...span).replaceAll("\r\n", "\n"),
      place: () => placeOf(prose, ...span),
      start: span[0],
      end: span[1],
      isHeading,
    });
    if (!isHeading) mark("a passage", ...span);
  }

  for (const whole of prose.text.split(/(?<=\n)/)) {
    const line = whole.trimEnd();
    const start = offset;
    offset += whole.length;
    const heading = headingOf(line);
    if (!heading && !isDirective(line)) continue;
    add(open, start, false);
    open = offset;
    if (!heading) {
      mark(line.replaceAll(/[ \t]+/g, " "), start, start + line.length);
      continue;
    }
    const { level, anchor } = heading;
    if (level === "##" && anchor !== undefined) section = anchor.slice(2, -1);
    const words = heading.end > heading.start ? ["…"] : [];
    mark([level, ...words, ...(anchor ? [anchor] : [])].join(" "), start, start + line.length);
    add(start + heading.start, start + heading.end, true);
  }
  add(open, prose.text.length, false);
  return { passages, marks };
}
