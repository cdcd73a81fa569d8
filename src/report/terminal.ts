import { styleText } from "node:util";
import stringWidth from "string-width";

export type Style = "bold" | "dim" | "red" | "yellow" | "cyan";

/** A text in a style, where the terminal is to show colours. */
export const paint = (style: Style, text: string, colour: boolean): string =>
  colour ? styleText(style, text, { validateStream: false }) : text;

/** How wide a text is on a terminal. To load what knows it of every writing takes time, which plain letters do not need. */
const widthOf = (text: string): number =>
  /^[\u0020-\u007e]*$/.test(text) ? text.length : stringWidth(text);

/** Spaces as wide as a text on a terminal; tabs stay, since the terminal decides how wide they are. */
export const blank = (text: string): string =>
  text
    .split("\t")
    .map((part) => " ".repeat(widthOf(part)))
    .join("\t");

/** A row of cells, each as wide on a terminal as its column; those of `numbers` stand to the right. */
const alignRow = (
  cells: readonly string[],
  widths: readonly number[],
  numbers: readonly number[],
): string =>
  cells
    .map((cell, column) => {
      const spaces = " ".repeat(Math.max((widths[column] ?? 0) - widthOf(cell), 0));
      return numbers.includes(column) ? spaces + cell : cell + spaces;
    })
    .join("  ")
    .trimEnd();

/** Rows of cells with aligned columns; no column is made wider for a cell of more than `widest`, which pushes what follows. */
export function alignRows(
  rows: readonly (readonly string[])[],
  { widest, numbers = [] }: { readonly widest: number; readonly numbers?: readonly number[] },
): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [column, cell] of row.entries()) {
      const width = widthOf(cell);
      if (width <= widest) widths[column] = Math.max(widths[column] ?? 0, width);
    }
  return rows.map((row) => alignRow(row, widths, numbers));
}
