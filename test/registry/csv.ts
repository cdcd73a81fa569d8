import fc from "fast-check";
import type { Location } from "../../src/diagnostic.ts";

/** How a writer of tables may differ from another one. */
interface Manner {
  readonly lineBreak: string;
  readonly endsInBreak: boolean;
  /** Cell by cell, over and over: whether it is quoted where it need not be. */
  readonly quotes: readonly boolean[];
}

export const manner: fc.Arbitrary<Manner> = fc.record({
  lineBreak: fc.constantFrom("\n", "\r\n", "\r"),
  endsInBreak: fc.boolean(),
  quotes: fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }),
});

/** A table as RFC 4180 has it written. */
export function writeCsv(
  rows: readonly (readonly string[])[],
  { lineBreak, endsInBreak, quotes }: Manner,
): string {
  let cells = 0;
  const write = (cell: string) => {
    const isQuoted = quotes[cells++ % quotes.length];
    return isQuoted || /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  };
  const lines = rows.map((row) => row.map(write).join(","));
  return lines.join(lineBreak) + (endsInBreak ? lineBreak : "");
}

/** The characters that a place covers. */
export function textAt(text: string, { line, column, end }: Location): string {
  const starts = [0];
  for (const { 0: lineBreak, index } of text.matchAll(/\r\n|\r|\n/g))
    starts.push(index + lineBreak.length);
  return text.slice(starts[line - 1]! + column - 1, starts[end.line - 1]! + end.column - 1);
}
