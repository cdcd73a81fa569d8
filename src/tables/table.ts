import type { Span } from "../source/yaml/locate.ts";

/** A cell of a table in a foreign text: what it says, its lines apart, and where that stands. */
export interface ForeignCell extends Span {
  readonly text: string;
}

/** The cells of a table, row by row; one that spans several columns or rows stands in each. */
export type ForeignTable = readonly (readonly ForeignCell[])[];

/** As it is read: how many columns and rows it spans. */
export interface SpanningCell extends ForeignCell {
  readonly columns: number;
  readonly rows: number;
}

/** How much of a cell is read: enough for names or a length of time, and little enough for any expression. */
export const maximumCellText = 500;

const maximumColumns = 50;
const maximumRows = 2000;

/** Puts cells that span several columns or rows into each of them; what lies beyond any sensible table is left out. */
export function spread(rows: readonly (readonly SpanningCell[])[]): ForeignTable {
  const grid: ForeignCell[][] = rows.slice(0, maximumRows).map(() => []);
  for (const [at, row] of rows.slice(0, maximumRows).entries()) {
    let column = 0;
    for (const cell of row) {
      while (grid[at]![column]) column += 1;
      const right = Math.min(column + Math.max(cell.columns, 1), maximumColumns);
      const below = Math.min(at + Math.max(cell.rows, 1), grid.length);
      for (let y = at; y < below; y += 1)
        for (let x = column; x < right; x += 1) grid[y]![x] ??= cell;
      column = Math.max(right, column);
      if (column >= maximumColumns) break;
    }
  }
  // A row may have been left with holes, where nothing reaches.
  return grid.map((row) => Array.from(row, (cell) => cell ?? { text: "", start: 0, end: 0 }));
}
