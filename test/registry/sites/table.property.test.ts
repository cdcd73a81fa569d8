import fc from "fast-check";
import { expect, test } from "vitest";
import { readSiteTable } from "../../../src/registry/sites/table.ts";
import { manner, textAt, writeCsv } from "../csv.ts";

const textCell = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", ";", "é", "𝒳", " ", "a") }),
);
/** Of a list: without anything that divides it. */
const item = fc.string({
  unit: fc.constantFrom("a", "b", "-", "é", "𝒳", ",", '"', "'"),
  minLength: 1,
  maxLength: 5,
});
const listCell = (separator: string) =>
  fc.array(item, { maxLength: 3 }).map((items) => items.join(separator));

const separators: Readonly<Record<string, string>> = {
  languages: " ",
  "providers.add": "  ",
  "controller.address": " | ",
};

const cells = fc.record({
  name: textCell,
  url: textCell,
  "controller.name": textCell,
  "policyUrl.fr": textCell,
  languages: listCell(" "),
  "providers.add": listCell("  "),
  "controller.address": listCell(" | "),
});
type Cells = typeof cells extends fc.Arbitrary<infer C> ? C : never;
type Column = "id" | keyof Cells;

const allColumns: Column[] = [
  ...(["id", "name", "url", "controller.name", "policyUrl.fr"] as const),
  ...(["languages", "providers.add", "controller.address"] as const),
];

const tables = fc.record({
  columns: fc
    .shuffledSubarray(allColumns)
    .map((some): Column[] => (some.includes("id") ? some : [...some, "id"])),
  rows: fc
    .array(cells, { maxLength: 6 })
    .map((rows) => rows.map((row, index) => ({ ...row, id: `site-${index}` }))),
  manner,
});

const valueAt = (root: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string, unknown>)?.[key], root);

const escape = (text: string) => text.replaceAll('"', '""');

/** Whether what stands in a table says a text, as a whole cell or a part of one. */
const says = (written: string, text: string) =>
  written === text || written === escape(text) || written === `"${escape(text)}"`;

test("whoever writes a table by RFC 4180 reads it back, each value at its place", () => {
  fc.assert(
    fc.property(tables, ({ columns, rows, manner: how }) => {
      const text = writeCsv([columns, ...rows.map((row) => columns.map((name) => row[name]))], how);
      const table = readSiteTable({ file: "t.csv", text });
      expect(table.diagnostics).toEqual([]);
      expect(table.rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
      for (const [index, row] of table.rows.entries()) {
        const { source, diagnostics } = table.read(row);
        expect(diagnostics).toEqual([]);
        expect(says(textAt(text, table.placeOf(row).location), row.id)).toBe(true);
        for (const name of columns) {
          const [path, cell, separator] = [name.split("."), rows[index]![name], separators[name]];
          const items = separator === undefined || cell === "" ? [] : cell.split(separator);
          const whole = separator === undefined ? cell : items;
          expect(valueAt(source!.value, path)).toEqual(cell === "" ? undefined : whole);
          const shown = (...at: (string | number)[]) => textAt(text, source!.place(at).location);
          expect(cell === "" || says(shown(...path), cell)).toBe(true);
          expect(items.filter((one, at) => !says(shown(...path, at), one))).toEqual([]);
        }
      }
    }),
    { numRuns: 500, seed: 5 },
  );
});
