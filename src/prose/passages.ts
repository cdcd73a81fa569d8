import type { Place } from "../diagnostic.ts";
import { placeOf, type TextFile } from "../source/text-file.ts";
import { blankComments, isStructural, linesOf, readHeading } from "./lines.ts";

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

/** Where a stretch of a file says something; `undefined` where it is blank. */
function trim(text: string, start: number, end: number): [number, number] | undefined {
  const stretch = text.slice(start, end);
  const first = stretch.search(/\S/);
  return first < 0 ? undefined : [start + first, start + stretch.trimEnd().length];
}

/** Comments around a text are left out, those within stay where they are. Divides policy.md at its headings and its lines of `:::`; what stands between two of them is one text. */
export function dividePassages(prose: TextFile): { passages: Passage[]; marks: Mark[] } {
  const passages: Passage[] = [];
  const marks: Mark[] = [];
  const counts = new Map<string, number>();
  let section = "intro";
  const visible = blankComments(prose.text).text;
  let open = 0;

  function mark(shape: string, start: number, end: number) {
    marks.push({ shape, place: () => placeOf(prose, start, end) });
  }
  function add(start: number, end: number, isHeading: boolean) {
    const span = trim(visible, start, end);
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

  for (const { text: whole, start } of linesOf(visible)) {
    const line = whole.trimEnd();
    if (!isStructural(line)) continue;
    const heading = readHeading(line);
    add(open, start, false);
    open = start + whole.length;
    if (!heading) {
      mark(line.replaceAll(/[ \t]+/g, " "), start, start + line.length);
      continue;
    }
    const { level, anchor } = heading;
    if (level === "##" && anchor !== undefined) section = anchor;
    const words = heading.end > heading.start ? ["…"] : [];
    const id = anchor === undefined ? [] : [`{#${anchor}}`];
    mark([level, ...words, ...id].join(" "), start, start + line.length);
    add(start + heading.start, start + heading.end, true);
  }
  add(open, prose.text.length, false);
  return { passages, marks };
}
