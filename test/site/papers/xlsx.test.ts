import { readSheet } from "read-excel-file/node";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { legibleLines } from "../../../src/site/papers/legible.ts";
import { writeXlsx } from "../../../src/site/papers/xlsx.ts";
import { readZip } from "../../../src/site/papers/zip.ts";
import {
  everywhere,
  hostile,
  hostilePolicy,
  manyScripts,
  printAll,
  samples,
  sheetOf,
} from "./papers.ts";

const read = async (bytes: Uint8Array) => readSheet(Buffer.from(bytes), { trim: false });

const registries = [samples(["xlsx"]), everywhere(["xlsx"], manyScripts)] as const;
const files = await Promise.all(
  registries.map(async (registry) => {
    const printed = await printAll(registry, ".xlsx");
    return [...printed].map(([path, bytes]) => ({ path, bytes, sheet: sheetOf(registry, path) }));
  }),
);

describe.each(files.flat())("$path", ({ bytes, sheet }) => {
  test("has every cookie with every fact, cell by cell", async () => {
    const [heads, ...rows] = await read(bytes);
    expect(heads).toEqual(sheet.columns);
    expect(rows).toEqual(sheet.rows.map((row) => row.map((cell) => (cell === "" ? null : cell))));
    expect(rows.length).toBeGreaterThan(2);
  });
});

const xmlOf = (bytes: Uint8Array, path: string) =>
  Buffer.from(readZip(bytes).get(path)!).toString();

test("the head stays, and a sheet in Arabic runs from right to left", () => {
  const sheetIn = (tag: string) =>
    xmlOf(
      files[1]!.find(({ path }) => path.includes(`/${tag}/`))!.bytes,
      "xl/worksheets/sheet1.xml",
    );
  expect(sheetIn("ar")).toContain('rightToLeft="1"');
  expect(sheetIn("de")).not.toContain("rightToLeft");
  expect(sheetIn("de")).toContain('state="frozen"');
});

test("the same table gives the same bytes, whatever the day", async () => {
  const about = hostilePolicy("Town");
  const sheet = { columns: ["name"], rows: [["a"], ["b"]] };
  onTestFinished(() => void vi.useRealTimers());
  vi.setSystemTime("2026-11-01");
  const first = await writeXlsx(sheet, about);
  vi.setSystemTime("2027-12-02");
  expect(Buffer.from(await writeXlsx(sheet, about))).toEqual(Buffer.from(first));
});

test.each(hostile)("a text such as %j is a text in its cell and no formula", async (text) => {
  const cell = legibleLines(text);
  const bytes = await writeXlsx({ columns: ["name"], rows: [[cell]] }, hostilePolicy(text));
  expect(await read(bytes)).toEqual([["name"], [cell]]);
  expect(xmlOf(bytes, "xl/worksheets/sheet1.xml")).not.toContain("<f>");
});
