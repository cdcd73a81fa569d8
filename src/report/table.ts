import { printable } from "./text.ts";

/** A title and lines of as many cells as the head has. */
export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const maximumWidth = 60;

function cut(text: string): string {
  const safe = printable(text.slice(0, maximumWidth + 1));
  return safe.length > maximumWidth ? `${safe.slice(0, maximumWidth - 1)}…` : safe;
}

/** A table for a person: columns as wide as what stands in them, what is too long cut. */
export function renderTable({ title, head, rows }: Table, colour = false): string {
  const lines = [head, ...rows].map((cells) => cells.map(cut));
  const widths = head.map(() => 0);
  for (const cells of lines)
    for (const [index, { length }] of cells.entries())
      widths[index] = Math.max(widths[index] ?? 0, length);
  const body = lines.map((cells) =>
    `  ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join("  ")}`.trimEnd(),
  );
  const heading = printable(title);
  return `${[colour ? `\u001b[1m${heading}\u001b[0m` : heading, ...body].join("\n")}\n`;
}

/** No column is made wider for a longer text, which then pushes what follows. */
const widestAligned = 48;

/** Rows of texts from outside as lines with aligned columns, safe to print. */
export function align(rows: readonly (readonly string[])[]): string {
  const safe = rows.map((row) => row.map(printable));
  const widths: number[] = [];
  for (const row of safe)
    for (const [index, { length }] of row.entries())
      if (length <= widestAligned) widths[index] = Math.max(widths[index] ?? 0, length);
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
