import { printable } from "../report/text.ts";

/** No column is made wider for a longer text, which then pushes what follows. */
const maximumWidth = 48;

/** Rows of texts from outside as lines with aligned columns, safe to print. */
export function align(rows: readonly (readonly string[])[]): string {
  const safe = rows.map((row) => row.map(printable));
  const widths: number[] = [];
  for (const row of safe)
    for (const [index, { length }] of row.entries())
      if (length <= maximumWidth) widths[index] = Math.max(widths[index] ?? 0, length);
  return safe
    .map(
      (row) =>
        `${row
          .map((text, index) => text.padEnd(widths[index] ?? 0))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}
