import { type Diagnostic, createDiagnostic } from "../../diagnostic.ts";
import { ignoreColumn, type SiteColumn } from "../schema/csv-columns.ts";
import type { RowIgnore, Source } from "../../source/yaml-file.ts";
import { isMapping } from "../../source/mapping.ts";
import { placeOf, type TextFile } from "../../source/text-file.ts";
import type { KeyOrValue, Path, Span, WrittenScalar } from "../../source/yaml/locate.ts";
import {
  isEmptyCell,
  type CsvItem,
  linesOfCell,
  type CsvRow,
  textOfCell,
  wordsOfCell,
} from "../../source/csv.ts";
import type { Header } from "./table-header.ts";

/** A cell that says something, in a column that is known. */
interface Filled {
  readonly column: SiteColumn;
  readonly head: Span;
  readonly cell: Span;
  /** Found when first asked for; of a cell that is no list there are none. */
  items?: readonly CsvItem[] | undefined;
}

function filledCells(text: string, { columns, cells: heads }: Header, { cells }: CsvRow): Filled[] {
  const filled: Filled[] = [];
  for (const [index, column] of columns.entries()) {
    const cell = cells[index]!;
    if (column && !isEmptyCell(text, cell)) filled.push({ column, head: heads[index]!, cell });
  }
  return filled;
}

/** The items of a cell that is a list. */
function itemsOf(text: string, filled: Filled): readonly CsvItem[] | undefined {
  const { kind } = filled.column;
  if (kind === "words") return (filled.items ??= wordsOfCell(text, filled.cell));
  return kind === "lines" ? (filled.items ??= linesOfCell(text, filled.cell)) : undefined;
}

/** As YAML reads them, and as spreadsheets write them; anything else stays a text. */
const truths: ReadonlyMap<string, boolean> = new Map([
  ...["true", "True", "TRUE"].map((written) => [written, true] as const),
  ...["false", "False", "FALSE"].map((written) => [written, false] as const),
]);

function valueOf(text: string, filled: Filled): unknown {
  const items = itemsOf(text, filled);
  if (items) return items.map((item) => item.text);
  const written = textOfCell(text, filled.cell);
  return filled.column.kind === "truth" ? (truths.get(written) ?? written) : written;
}

/** Puts a value into nested mappings; false where another one stands in its way. */
function put(root: Record<string, unknown>, path: readonly string[], value: unknown): boolean {
  let mapping = root;
  const depth = path.length - 1;
  for (let level = 0; level < depth; level += 1) {
    const key = path[level]!;
    const inner = Object.hasOwn(mapping, key) ? mapping[key] : (mapping[key] = {});
    if (!isMapping(inner)) return false;
    mapping = inner;
  }
  const last = path[depth]!;
  if (Object.hasOwn(mapping, last)) return false;
  mapping[last] = value;
  return true;
}

const commonLength = (one: Path, other: Path): number => {
  const differs = one.findIndex((segment, index) => segment !== other[index]);
  return differs < 0 ? one.length : differs;
};

/** The cell in which a value stands, else one of the nearest mapping around it. */
function nearest(filled: readonly Filled[], path: Path): Filled | undefined {
  let best: Filled | undefined;
  let length = 0;
  for (const one of filled) {
    const common = commonLength(one.column.path, path);
    if (common > length) [best, length] = [one, common];
  }
  return best;
}

function spanOf(
  text: string,
  filled: readonly Filled[],
  path: Path,
  part: KeyOrValue,
): Span | undefined {
  const found = nearest(filled, path);
  if (!found) return undefined;
  const [index, depth] = [path[found.column.path.length], found.column.path.length];
  if (part === "key" && path.length <= depth) return found.head;
  return (typeof index === "number" ? itemsOf(text, found)?.[index] : undefined) ?? found.cell;
}

function scalarsIn(text: string, filled: readonly Filled[]): WrittenScalar[] {
  return filled.flatMap((one) => {
    const { path } = one.column;
    const written = ({ start, end }: Span, at: Path, said: string): WrittenScalar => ({
      path: at,
      part: "value",
      start,
      end,
      quotes: text.charAt(start) === '"' ? "double" : "none",
      text: said,
      written: text.slice(start, end),
    });
    const items = itemsOf(text, one);
    if (!items) return [written(one.cell, path, textOfCell(text, one.cell))];
    return items.map((item, index) => written(item, [...path, index], item.text));
  });
}

function ignoresIn(table: TextFile, filled: Filled, { start, end }: Span): RowIgnore[] {
  const { location } = placeOf(table, start, end);
  const height = location.end.line - location.line + 1;
  const lines = Array.from({ length: height }, (_, index) => location.line + index);
  return (itemsOf(table.text, filled) ?? []).map((item) => ({
    text: item.text,
    place: placeOf(table, item.start, item.end),
    lines,
  }));
}

/**
 * What one row of a table says of a site, in the shape of a site file; a cell that is empty says nothing. `text` is the
 * row alone, while places and spans count in the whole table.
 */
export function readSiteRow(
  table: TextFile,
  header: Header,
  row: CsvRow,
): { source: Source; diagnostics: Diagnostic[] } {
  const { file, text } = table;
  const cells = filledCells(text, header, row);
  const isIgnore = ({ column }: Filled) => column.path[0] === ignoreColumn;
  const filled = cells.filter((one) => !isIgnore(one));
  const value: Record<string, unknown> = {};
  const diagnostics: Diagnostic[] = [];
  const idCell = row.cells[header.idColumn]!;
  for (const one of filled) {
    const { path } = one.column;
    if (put(value, path, valueOf(text, one))) continue;
    const [key = ""] = path;
    const message = `"${path.join(".")}" beside another column of "${key}", expected one of them`;
    const place = placeOf(table, one.cell.start, one.cell.end);
    diagnostics.push(createDiagnostic(place, { rule: "duplicate-key", message }));
  }
  const source: Source = {
    file,
    text: text.slice(row.start, row.end),
    whole: text,
    value,
    scalars: () => scalarsIn(text, filled),
    ignores: () => cells.filter(isIgnore).flatMap((one) => ignoresIn(table, one, row)),
    place(path, part = "value") {
      const { start, end } = spanOf(text, filled, path, part) ?? idCell;
      return placeOf(table, start, end);
    },
  };
  return { source, diagnostics };
}
