import writeXlsxFile from "write-excel-file/node";
import { expect, test } from "vitest";
import { readList } from "../../../src/lists/read-list.ts";

const sheet = (rows: readonly (readonly (string | number | null)[])[]) =>
  rows.map((row) => row.map((value) => (value === null ? null : { value })));

test("each sheet of a workbook is read, and one with names and no head that is known is told of", async () => {
  const bytes = await writeXlsxFile([
    {
      sheet: "Site",
      data: sheet([
        ["Cookie name", "Lifetime (days)"],
        ["_ac_a", 730],
      ]),
    },
    {
      sheet: "Shop",
      data: sheet([
        ["_ac_b", "2 years"],
        ["_ac_c", "1 day"],
      ]),
    },
    {
      sheet: "Notes",
      data: sheet([
        ["By", "On"],
        ["us", "Monday"],
      ]),
    },
  ]).toBuffer();
  const { cookies, diagnostics } = await readList(bytes, "list.xlsx");
  expect(cookies.map(({ name, duration }) => [name, duration])).toEqual([["_ac_a", "730 days"]]);
  expect(diagnostics.map(({ rule, location }) => [rule, location.line])).toEqual([
    ["no-cookie-table", 3],
  ]);
});
