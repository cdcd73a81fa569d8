import type { Span } from "../source/yaml/locate.ts";

/** What a list says in one place: its lines apart, and where it stands. */
export interface ListText extends Span {
  readonly text: string;
}

/** How much of a cell is read: enough for a hundred names, and little enough for any expression. */
export const maximumCellText = 4000;

/** A text with its lines trimmed and none empty. */
export const trimLines = (text: string): string =>
  text
    .slice(0, maximumCellText)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
