import type { ListFault } from "../list.ts";
import { isPlainName } from "../names.ts";
import { durationIn } from "../words/lengths.ts";
import type { ListTable, TableCell } from "./turned-table.ts";

const leastNames = 2;

/** The first cell of names in a table that says so by no head: one of several, or one beside a length of time. */
function namesIn(table: ListTable): TableCell | undefined {
  const isName = ({ text, inner }: TableCell) => inner === undefined && isPlainName(text);
  const found = table.flatMap((row) => row.find(isName) ?? []);
  const timed = table.find((row) => row.some(({ text }) => durationIn(text) !== undefined));
  return new Set(found).size >= leastNames ? found[0] : timed?.find(isName);
}

/** Says of a table that could not be read that there are names of cookies in it. */
export function faultOfUnread(table: ListTable): ListFault | undefined {
  const at = namesIn(table);
  return (
    at && {
      at,
      rule: "no-cookie-table",
      severity: "warning",
      message: `table with ${JSON.stringify(at.text)} and no head that is known, expected one such as "Cookie name"`,
      hint: "what it says is in none of the written files",
    }
  );
}
