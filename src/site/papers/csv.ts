import type { Sheet } from "../page/describe/describe-sheet.ts";

/**
 * As RFC 4180 and Excel read it, in UTF-8 with a byte order mark. A cell that a spreadsheet would take for a formula begins
 * with an apostrophe.
 */
export async function writeCsv({ columns, rows }: Sheet): Promise<Uint8Array> {
  const { stringify } = await import("csv-stringify/sync");
  const options = {
    bom: true,
    record_delimiter: "windows",
    escape_formulas: true,
    // Only the whole mark between records is quoted by itself.
    quoted_match: /[\r\n]/,
  } as const;
  return Buffer.from(stringify([[...columns], ...rows.map((row) => [...row])], options));
}
