import { readFileSync } from "node:fs";
import {
  createDiagnostic,
  type Diagnostic,
  type Place,
  type Position,
  type ProblemOf,
} from "../diagnostic.ts";
import { suspiciousIn } from "./characters.ts";
import type { LoaderRule } from "../vocabulary/loader-rules.ts";

/** Something wrong that the loader finds. */
export type Problem = ProblemOf<LoaderRule>;

/** The text of a file under the name that reports print. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
  /** That nothing is wrong with it by itself, where that is known. */
  readonly isSound?: boolean;
}

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

/** A line that is longer is no help, and many faults in it would each bring it along. */
const longestExcerpt = 20_000;

/** The place of the characters from `start` to before `end`, counted from 0. */
export function placeOf(source: TextFile, start: number, end: number): Place {
  const starts = lineStarts(source);
  const from = positionAt(starts, start);
  const line = source.text.slice(starts[from.line - 1], starts[from.line]);
  const excerpt = line.length > longestExcerpt ? "" : line.replace(/[\r\n]+$/, "");
  return {
    location: { file: source.file, ...from, end: positionAt(starts, Math.max(end, start)) },
    excerpt,
  };
}

/** The first character of a file, for what concerns it as a whole. */
export const placeOfFile = (file: string): Place => placeOf({ file, text: "" }, 0, 0);

/** Characters that a reader cannot see or a terminal obeys, with their offsets; at most the first ten. */
export const findSuspicious = (text: string): { offset: number; problem: Problem }[] =>
  suspiciousIn(text).map(({ offset, rule, name }) => ({
    offset,
    problem: {
      rule,
      message: `${rule === "control-character" ? "control" : "invisible"} character ${name}, expected visible text`,
      hint: "delete it; it may have come along with pasted text",
    },
  }));

const mebibyte = 1024 * 1024;

const decoder = new TextDecoder("utf-8", { fatal: true });

function firstInvalid(bytes: Uint8Array): TextFile {
  const text = new TextDecoder("utf-8").decode(bytes);
  return { file: "", text: text.slice(0, text.indexOf("\ufffd") + 1) };
}

/** The text of a file, or what keeps it from being read. */
export interface ReadText {
  readonly text?: TextFile;
  readonly diagnostics: Diagnostic[];
}

/** Reads bytes as UTF-8, whatever characters they stand for. A byte order mark is dropped. */
export function readBytes(bytes: Uint8Array, file: string, maximumBytes = mebibyte): ReadText {
  if (bytes.length > maximumBytes) {
    const message = `${bytes.length} bytes, expected at most ${maximumBytes} (${maximumBytes / mebibyte} MiB)`;
    return {
      diagnostics: [createDiagnostic(placeOfFile(file), { rule: "file-too-large", message })],
    };
  }
  try {
    return { text: { file, text: decoder.decode(bytes) }, diagnostics: [] };
  } catch {
    const until = { ...firstInvalid(bytes), file };
    const place = placeOf(until, until.text.length - 1, until.text.length);
    const hint = 'save the file as "UTF-8" in your editor';
    const message = "bytes that are not UTF-8, expected a text in UTF-8";
    return { diagnostics: [createDiagnostic(place, { rule: "invalid-utf8", message, hint })] };
  }
}

/** Reads a file of whatever place. A byte order mark is dropped; nothing is thrown. */
export function readText(path: string, file: string, maximumBytes = mebibyte): ReadText {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "unknown reason";
    const message = `cannot be read (${reason}), expected a file`;
    return {
      diagnostics: [createDiagnostic(placeOfFile(file), { rule: "unreadable-file", message })],
    };
  }
  const read = readBytes(bytes, file, maximumBytes);
  const { text } = read;
  if (!text) return read;
  const diagnostics = findSuspicious(text.text).map(({ offset, problem }) =>
    createDiagnostic(placeOf(text, offset, offset + 1), problem),
  );
  return diagnostics.length > 0 ? { diagnostics } : { text, diagnostics };
}
