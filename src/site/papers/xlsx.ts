import { loadOptional } from "../../optional.ts";
import type { Sheet } from "../page/describe/describe-sheet.ts";
import { type About, dayOfPaper, needsPackage } from "./about.ts";
import { readZip, writeZip } from "./zip.ts";

/** What a workbook would read as one character, such as `_x000D_`. */
const escape = (text: string): string => text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");

/** No more than 31 characters, and none that stands in formulas. */
const nameOf = (title: string): string =>
  Array.from(title.replaceAll(/[[\]:*?/\\']/g, " "))
    .slice(0, 31)
    .join("")
    .trim();

const widest = 48;

/** As wide as its longest line, within reason. */
function widthOf(texts: readonly string[]): number {
  const lines = texts.flatMap((text) => text.split("\n").map(({ length }) => length));
  return Math.min(Math.max(...lines) + 2, widest);
}

/** A workbook of one sheet with a head that stays; every cell is text. */
export async function writeXlsx({ columns, rows }: Sheet, about: About): Promise<Uint8Array> {
  const { default: write } = await loadOptional(
    () => import("write-excel-file/node"),
    needsPackage("xlsx"),
  );
  const cell = (text: string) =>
    text === ""
      ? null
      : { value: escape(text), type: String, wrap: true, alignVertical: "top" as const };
  const head = columns.map((value) => ({ value, type: String, fontWeight: "bold" as const }));
  const name = nameOf(about.title);
  const workbook = await write([head, ...rows.map((row) => row.map(cell))], {
    ...(name === "" ? {} : { sheet: name }),
    columns: columns.map((column, index) => ({
      width: widthOf([column, ...rows.map((row) => row[index]!)]),
    })),
    stickyRowsCount: 1,
    orientation: "landscape",
    rightToLeft: about.language.direction === "rtl",
  }).toBuffer();
  return writeZip(readZip(workbook), dayOfPaper(about));
}
