import { type Place, placeOf, type TextFile } from "./text.ts";

/** A comment `# ignore duration-vague: agreed with the DPO 2026-03` above a line. */
export interface Ignore {
  readonly file: string;
  readonly rule: string;
  /** Empty where none is given. */
  readonly reason: string;
  /** The line that it speaks of, counted from 1: the next one that is no comment. */
  readonly line: number;
  readonly place: Place;
}

const comment = /^[ \t]*#/;
const ignorePattern =
  /^(?<indent>[ \t]*#[ \t]*)ignore[ \t]+(?<rule>[^\s:]+)[ \t]*:?[ \t]*(?<reason>.*?)[ \t]*$/;

/** Every ignore of a file, in order. */
export function findIgnores(source: TextFile): Ignore[] {
  if (!source.text.includes("ignore")) return [];
  const lines = source.text.split(/\r\n|\r|\n/);
  let start = 0;
  return lines.flatMap((text, index) => {
    const offset = start;
    start += text.length + (source.text.startsWith("\r\n", start + text.length) ? 2 : 1);
    const { indent, rule, reason } = ignorePattern.exec(text)?.groups ?? {};
    if (rule === undefined || reason === undefined) return [];
    const next = lines.findIndex(
      (line, at) => at > index && line.trim() !== "" && !comment.test(line),
    );
    const place = placeOf(source, offset + (indent ?? "").length, offset + text.trimEnd().length);
    return [{ file: source.file, rule, reason, line: next + 1, place }];
  });
}
