import type { ForeignList } from "../list.ts";
import { rowsOfTable } from "../table/rows-of-table.ts";
import { maximumCellText, type ListText } from "../list-text.ts";

const mebibyte = 1024 * 1024;
const maximumUnpacked = 64 * mebibyte;

/** The bytes of a zip archive when they are unpacked, as its list of entries says; `undefined` where it has none. */
function unpackedSize(bytes: Buffer): number | undefined {
  const end = bytes.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  if (end < 0 || end + 20 > bytes.length) return undefined;
  let at = bytes.readUInt32LE(end + 16);
  let total = 0;
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return undefined;
    total += bytes.readUInt32LE(at + 24);
    at +=
      46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return total;
}

/** What an XLSX file holds as a text: each row a line, with tabs between its cells, and a list of it in that text. */
interface ReadWorkbook {
  readonly text: string;
  readonly list: ForeignList;
}

function textOf(cell: unknown): string {
  const text = cell instanceof Date ? cell.toISOString().slice(0, 10) : cell;
  const isText = typeof text === "string" || typeof text === "number" || typeof text === "boolean";
  return isText ? String(text).slice(0, maximumCellText).trim() : "";
}

export const isWorkbook = (bytes: Uint8Array): boolean =>
  String.fromCharCode(...bytes.subarray(0, 4)) === "PK\u0003\u0004";

const broken = (text: string, message: string): ReadWorkbook => {
  const at = { text: "", start: 0, end: 0 };
  return { text, list: { rows: [], faults: [{ at, rule: "unreadable-list", message }] } };
};

/** Reads the sheets of a workbook; line and column of a place are those of its cell in the sheet, one sheet below the other. */
export async function readWorkbook(bytes: Buffer): Promise<ReadWorkbook> {
  const size = unpackedSize(bytes);
  if (size === undefined)
    return broken("", "zip archive that breaks off, expected a whole XLSX file");
  if (size > maximumUnpacked)
    return broken(
      "",
      `${size} bytes when unpacked, expected at most ${maximumUnpacked} (${maximumUnpacked / mebibyte} MiB)`,
    );
  const { default: readSheets } = await import("read-excel-file/node");
  let sheets: Awaited<ReturnType<typeof readSheets>>;
  try {
    sheets = await readSheets(bytes);
  } catch {
    return broken("", "zip archive that is no workbook, expected an XLSX file");
  }
  let text = "";
  const lists: ForeignList[] = [];
  for (const { data } of sheets) {
    const rows = data.map((row): ListText[] => {
      const cells = row.map((cell): ListText => {
        const start = text.length;
        const said = textOf(cell);
        text += `${said.replaceAll(/[\t\r\n]/g, " ")}\t`;
        return { text: said, start, end: start + said.length };
      });
      text += "\n";
      return cells;
    });
    const read = rowsOfTable(rows, []);
    if (read) lists.push(read);
  }
  const list = {
    rows: lists.flatMap(({ rows }) => rows),
    faults: lists.flatMap(({ faults }) => faults),
  };
  return { text, list };
}
