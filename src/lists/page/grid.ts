import type { ListText } from "../list-text.ts";
import type { Role } from "../words/heads.ts";

/** A cell of a table in a page. */
export interface PageCell extends ListText {
  /** What its maker's markup says that it holds. */
  readonly role?: Role | undefined;
  readonly isHead: boolean;
  /** How many columns and rows it spans. */
  readonly columns: number;
  readonly rows: number;
  /** Where a table within it begins. */
  readonly inner?: number | undefined;
}

/** The cells of a table, row by row; one that spans several columns or rows stands in each. */
export type Grid = readonly (readonly PageCell[])[];

const maximumColumns = 50;
export const maximumRows = 5000;

const hole: PageCell = { text: "", start: 0, end: 0, isHead: false, columns: 1, rows: 1 };

/**
 * Puts cells that span several columns or rows into each of them; what lies beyond any sensible table is left out. A cell
 * over another that reaches into its place is returned as `torn`.
 */
export function spread(rows: readonly (readonly PageCell[])[]): { grid: Grid; torn?: PageCell } {
  const grid: PageCell[][] = rows.slice(0, maximumRows).map(() => []);
  let torn: PageCell | undefined;
  for (const [at, row] of rows.slice(0, maximumRows).entries()) {
    let column = 0;
    for (const cell of row) {
      while (grid[at]![column]) column += 1;
      const right = Math.min(column + Math.max(cell.columns, 1), maximumColumns);
      const below = Math.min(at + Math.max(cell.rows, 1), grid.length);
      for (let y = at; y < below; y += 1)
        for (let x = column; x < right; x += 1) {
          if (grid[y]![x]) torn ??= cell;
          else grid[y]![x] = cell;
        }
      column = Math.max(right, column);
      if (column >= maximumColumns) break;
    }
  }
  // A row may have been left with holes, where nothing reaches.
  const whole = grid.map((row) => Array.from(row, (cell) => cell ?? hole));
  return { grid: whole, ...(torn ? { torn } : {}) };
}
