import type { ListFormat } from "../format.ts";
import type { ListFault, ListRow } from "../list.ts";
import type { ListText } from "../list-text.ts";
import { itemsOf, type Literal, under } from "../literal/literal.ts";
import { saying, toldBy, toldInAny, toldUnder } from "../literal/list-text.ts";
import { rowsOfTable } from "../table/rows-of-table.ts";
import { exactRole } from "../words/heads.ts";

const maximumDepth = 8;

/** A key as words: `cookieName` and `cookie_name` as `cookie name`. */
const wordsOf = (key: string): string =>
  key.replaceAll(/([a-z\d])([A-Z])/g, "$1 $2").replaceAll(/[_-]+/g, " ");

const isMapping = (literal: Literal): boolean => literal.kind === "mapping";

/** What a cell says: a text, the text of a language, or texts below each other; none of anything else. */
function cellOf(literal: Literal | undefined): ListText | undefined {
  if (literal?.kind !== "list") return toldInAny(literal);
  const told = literal.items.flatMap((item) => toldBy(item)?.text ?? []);
  return told.length === literal.items.length ? saying(literal, told.join("\n")) : undefined;
}

/** Objects as a table of which their keys are the heads. */
function tableOf(items: readonly Literal[]): ListText[][] {
  const keys = new Set(
    items.flatMap((item) => (item.kind === "mapping" ? [...item.entries.keys()] : [])),
  );
  const [first] = items;
  if (!first) return [];
  // Names in a list of their own are those of cookies, whatever else has a name.
  const holdsNames = (key: string) =>
    /^cookies?$/i.test(key) && items.some((item) => under(item, key)?.kind === "list");
  const heads = [...keys].map((key) =>
    saying(first, holdsNames(key) ? "cookie names" : wordsOf(key)),
  );
  const rows = items.map((item) =>
    [...keys].map((key) => {
      const value = item.kind === "mapping" ? item.entries.get(key) : undefined;
      return cellOf(value) ?? saying(item, "");
    }),
  );
  return [heads, ...rows];
}

/** Lists of objects within an object, by the words of their keys. */
const listsIn = (item: Literal): (readonly [string, Literal])[] =>
  item.kind === "mapping"
    ? [...item.entries].filter(([, value]) => itemsOf(value).some(isMapping))
    : [];

interface Found {
  readonly rows: ListRow[];
  readonly faults: ListFault[];
}

function collect(literal: Literal, above: readonly ListText[], depth: number, found: Found): void {
  if (depth > maximumDepth) return;
  if (literal.kind === "mapping") {
    const name = toldUnder(literal, "name", "title", "label", "provider", "service");
    const category = toldUnder(literal, "category", "group");
    const own = [name, category].flatMap((one) => one ?? []);
    for (const [key, value] of literal.entries) {
      const isSaid = exactRole(wordsOf(key)) !== undefined;
      const heading = isSaid ? [] : [saying(value, wordsOf(key))];
      collect(value, [...heading, ...own, ...above], depth + 1, found);
    }
    return;
  }
  const items = itemsOf(literal).filter(isMapping);
  // What a browser has kept says values, and is evidence.
  if (items.length === 0 || items.some((item) => under(item, "value"))) return;
  const holdsCookies = items.some((item) =>
    listsIn(item).some(([key]) => /cookie|tracker|storage/i.test(key)),
  );
  const table = holdsCookies ? undefined : rowsOfTable(tableOf(items), above);
  found.rows.push(...(table?.rows ?? []));
  found.faults.push(...(table?.faults ?? []));
  if (!table) for (const item of items) collect(item, above, depth + 1, found);
}

function read(json: Literal): Found {
  const found: Found = { rows: [], faults: [] };
  collect(json, [], 0, found);
  return found;
}

/** Objects with one shape, whose keys say what they hold as the heads of a table do. */
export const jsonRows: ListFormat = {
  id: "json",
  title: "JSON with a list of objects",
  recognises: ({ json }) => json !== undefined && read(json).rows.length > 0,
  read: ({ json }) => (json ? read(json) : { rows: [], faults: [] }),
};
