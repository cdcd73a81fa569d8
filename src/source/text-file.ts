import { readFileSync } from "node:fs";
import {
  createDiagnostic,
  type Diagnostic,
  type Place,
  type Position,
  type ProblemOf,
} from "../diagnostic.ts";
import type { LoaderRule } from "../vocabulary/loader-rules.ts";

/** Something wrong that the loader finds. */
export type Problem = ProblemOf<LoaderRule>;

/** The text of a file under the name that reports print. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
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

const suspicious =
  // oxlint-disable-next-line no-control-regex -- these are the characters to find
  /(?<control>[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ue000-\ue002\ufdd0-\ufdef\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff])|[\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]/g;

const maximumReported = 10;

/** Characters that a reader cannot see or a terminal obeys, with their offsets; at most the first ten. */
export function findSuspicious(text: string): { offset: number; problem: Problem }[] {
  const found: { offset: number; problem: Problem }[] = [];
  for (const match of text.matchAll(suspicious)) {
    const code = match[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
    const control = match.groups?.["control"] !== undefined;
    found.push({
      offset: match.index,
      problem: {
        rule: control ? "control-character" : "invisible-character",
        message: `${control ? "control" : "invisible"} character U+${code}, expected visible text`,
        hint: "delete it; it may have come along with pasted text",
      },
    });
    if (found.length === maximumReported) break;
  }
  return found;
}

/** A text with a star, which in a pattern stands for any run of characters, for each run of such characters. */
export const starSuspicious = (text: string): string =>
  text.replaceAll(suspicious, "*").replaceAll(/\*+/g, "*");

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
  if (bytes.length > maximumBytes) {
    const message = `${bytes.length} bytes, expected at most ${maximumBytes} (${maximumBytes / mebibyte} MiB)`;
    return {
      diagnostics: [createDiagnostic(placeOfFile(file), { rule: "file-too-large", message })],
    };
  }
  return decode(bytes, file);
}

function decode(bytes: Uint8Array, file: string): ReadText {
  let content: string;
  try {
    content = decoder.decode(bytes);
  } catch {
    const until = { ...firstInvalid(bytes), file };
    const place = placeOf(until, until.text.length - 1, until.text.length);
    const hint = 'save the file as "UTF-8" in your editor';
    const message = "bytes that are not UTF-8, expected a text in UTF-8";
    return { diagnostics: [createDiagnostic(place, { rule: "invalid-utf8", message, hint })] };
  }
  const source = { file, text: content };
  const diagnostics = findSuspicious(content).map(({ offset, problem }) =>
    createDiagnostic(placeOf(source, offset, offset + 1), problem),
  );
  return diagnostics.length > 0 ? { diagnostics } : { text: source, diagnostics };
}
