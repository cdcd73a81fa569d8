import type { Diagnostic } from "../diagnostic.ts";
import { checkStructure, compare } from "./compare.ts";
import type { Wording } from "./wording.ts";

const heads = ["language", "texts", "translated", "stale", "missing", "review"];

function rowOf(english: Wording, wording: Wording): string[] {
  // Texts of a prose that is divided otherwise have no certain keys.
  const isAligned = checkStructure(english, wording).length === 0;
  const compared = compare(english, isAligned ? wording : { ...wording, passages: [] });
  const count = (state: string) => compared.filter((one) => one.state === state).length;
  const review = wording.draft?.data["review"];
  return [
    wording.tag,
    String(compared.length),
    ...["translated", "stale", "missing"].map((state) => String(count(state))),
    review === "done" ? "done" : "pending",
  ];
}

/** How far every language is, as a table of plain text, a line for each; numbers stand to the right. */
export function renderStatus(english: Wording, wordings: readonly Wording[]): string {
  const rows = [heads, ...wordings.map((wording) => rowOf(english, wording))];
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const align = (cell: string, column: number) =>
    column === 0 || column === heads.length - 1
      ? cell.padEnd(widths[column]!)
      : cell.padStart(widths[column]!);
  return rows.map((row) => `${row.map(align).join("  ").trimEnd()}\n`).join("");
}

export const checkStructures = (english: Wording, wordings: readonly Wording[]): Diagnostic[] =>
  wordings.flatMap((wording) => checkStructure(english, wording));
