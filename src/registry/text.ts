import type { Diagnostic, Location, Position } from "../diagnostic.ts";
import type { LoaderRule } from "./rules.ts";

/** What a diagnostic says, without its place. */
export interface Problem {
  readonly rule: LoaderRule;
  readonly message: string;
  readonly hint?: string | undefined;
}

/** A span of a file and the first line that it touches. */
export interface Place {
  readonly location: Location;
  readonly excerpt: string;
}

/** The text of a file under the name that reports print. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
}

/** An error of the loader at a place. */
export const report = (place: Place, problem: Problem): Diagnostic => ({
  severity: "error",
  rule: problem.rule,
  message: problem.message,
  ...place,
  ...(problem.hint === undefined ? {} : { hint: problem.hint }),
});

const startsOf = new WeakMap<TextFile, number[]>();

function lineStarts(source: TextFile): number[] {
  let starts = startsOf.get(source);
  if (!starts) {
    starts = [0];
    for (const { index, 0: lineBreak } of source.text.matchAll(/\r\n|\r|\n/g))
      starts.push(index + lineBreak.length);
    startsOf.set(source, starts);
  }
  return starts;
}

function positionAt(starts: readonly number[], offset: number): Position {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - starts[low]! + 1 };
}

/** The place of the characters from `start` to before `end`, counted from 0. */
export function placeOf(source: TextFile, start: number, end: number): Place {
  const starts = lineStarts(source);
  const from = positionAt(starts, start);
  const excerpt = /.*/.exec(source.text.slice(starts[from.line - 1]))?.[0] ?? "";
  return {
    location: { file: source.file, ...from, end: positionAt(starts, Math.max(end, start)) },
    excerpt,
  };
}

/** The first character of a file, for what concerns it as a whole. */
export const placeOfFile = (file: string): Place => placeOf({ file, text: "" }, 0, 0);
