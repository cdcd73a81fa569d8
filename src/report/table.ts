import { alignRows, paint } from "./terminal.ts";
import { printable } from "./text.ts";

/** A title and lines of as many cells as the head has. */
export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const maximumLength = 60;

function cut(text: string): string {
  const safe = printable(text.slice(0, maximumLength + 1));
  return safe.length > maximumLength ? `${safe.slice(0, maximumLength - 1)}…` : safe;
}

/** A table for a person: columns as wide as what stands in them, what is too long cut. */
export function renderTable({ title, head, rows }: Table, colour = false): string {
  const cells = [head, ...rows].map((row) => row.map(cut));
  // A letter may be two columns wide.
  const lines = alignRows(cells, { widest: 2 * maximumLength }).map((line) =>
    `  ${line}`.trimEnd(),
  );
  return `${[paint("bold", printable(title), colour), ...lines].join("\n")}\n`;
}

const widestAligned = 48;

/** Rows of texts from outside as lines with aligned columns, safe to print; the columns of `numbers` stand to the right. */
export const align = (
  rows: readonly (readonly string[])[],
  numbers: readonly number[] = [],
): string =>
  alignRows(
    rows.map((row) => row.map(printable)),
    { widest: widestAligned, numbers },
  )
    .map((line) => `${line}\n`)
    .join("");
