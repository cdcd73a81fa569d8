import type { ListFormat } from "../format.ts";
import type { ListRow } from "../list.ts";
import { itemsOf, type Literal } from "../literal/literal.ts";
import { toldUnder } from "../literal/list-text.ts";
import type { ListText } from "../list-text.ts";
import { readCsvRows } from "./csv.ts";

const heads = ["Platform", "Cookie / Data Key name", "Retention period", "Wildcard match"];

/** A name, or all that begins with it. A beginning too short to tell anything is left as it is. */
const leastOfPrefix = 4;

interface Entry {
  readonly name: ListText | undefined;
  readonly wildcard: ListText | undefined;
  readonly rest: Omit<ListRow, "names" | "headings">;
}

/** Hosts as the database writes them: `x.com (3rd party) or y.com`, with what cannot be seen. */
const hostsOf = (domain: ListText | undefined): ListText | undefined =>
  domain && {
    ...domain,
    text: domain.text
      .replaceAll(/\(.*?\)|[\u200b-\u200d]/g, "")
      .replaceAll(/\s+or\s+/g, "\n")
      .trim(),
  };

function rowOf({ name, wildcard, rest }: Entry): ListRow[] {
  if (!name) return [];
  const isPrefix = wildcard?.text === "1" && !name.text.includes("*");
  const isTooShort = isPrefix && name.text.length < leastOfPrefix && rest.host === undefined;
  const names = isPrefix && !isTooShort ? { ...name, text: `${name.text}*` } : name;
  return [{ ...rest, names, headings: [] }];
}

const isEntry = (item: Literal | undefined): boolean =>
  toldUnder(item, "cookie") !== undefined && toldUnder(item, "wildcardMatch") !== undefined;

const listsOf = (json: Literal | undefined): readonly (readonly [string, readonly Literal[]])[] =>
  json?.kind === "mapping"
    ? [...json.entries].map(([platform, list]) => [platform, itemsOf(list)] as const)
    : [];

/** The Open Cookie Database, whole or cut, as CSV or JSON: of services, and of no site. */
export const openCookieDatabaseRows: ListFormat = {
  id: "open-cookie-database",
  title: "Open Cookie Database (CSV or JSON)",
  recognises: ({ json, text }) =>
    json
      ? listsOf(json).some(([, list]) => isEntry(list[0]))
      : heads.every((head) => text.slice(0, 1000).includes(head)),
  read(content) {
    const { json } = content;
    const proposesCategories = true as const;
    if (json) {
      const rows = listsOf(json).flatMap(([platform, list]) =>
        list.flatMap((item) =>
          rowOf({
            name: toldUnder(item, "cookie"),
            wildcard: toldUnder(item, "wildcardMatch"),
            rest: {
              category: toldUnder(item, "category"),
              provider: { text: platform, start: item.start, end: item.end },
              host: hostsOf(toldUnder(item, "domain")),
              purpose: toldUnder(item, "description"),
              duration: toldUnder(item, "retentionPeriod"),
              policy: toldUnder(item, "privacyLink"),
            },
          }),
        ),
      );
      return { rows, faults: [], proposesCategories };
    }
    const { rows: cells, faults } = readCsvRows(content);
    const [head = [], ...body] = cells;
    const at = (row: readonly ListText[], name: string): ListText | undefined => {
      const cell = row[head.findIndex(({ text }) => text === name)];
      return cell?.text === "" ? undefined : cell;
    };
    const rows = body.flatMap((row) =>
      rowOf({
        name: at(row, "Cookie / Data Key name"),
        wildcard: at(row, "Wildcard match"),
        rest: {
          category: at(row, "Category"),
          provider: at(row, "Platform"),
          host: hostsOf(at(row, "Domain")),
          purpose: at(row, "Description"),
          duration: at(row, "Retention period"),
          policy: at(row, "User Privacy & GDPR Rights Portals"),
        },
      }),
    );
    return { rows, faults, proposesCategories };
  },
};
