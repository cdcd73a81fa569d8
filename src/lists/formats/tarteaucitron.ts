import type { ListFormat } from "../format.ts";
import type { ListFault, ListRow } from "../list.ts";
import { itemsOf, type Literal, readLiteral, under } from "../literal/literal.ts";
import { elsewhere, standsElsewhere } from "../literal/elsewhere.ts";
import { toldBy, toldUnder } from "../literal/list-text.ts";

const service =
  /tarteaucitron\.services(?:\.[\w$]+|\[\s*(?:"[^"\n]*"|'[^'\n]*')\s*\])\s*=\s*(?=\{)/g;
const job = /\.push\(\s*["']([\w$-]+)["']\s*\)/g;

const categories: Readonly<Record<string, string>> = {
  ads: "marketing",
  analytic: "statistics",
  social: "marketing",
  api: "api",
  other: "other",
  support: "support",
  video: "video",
  comment: "comment",
};

/** A configuration may list services as data. */
const servicesOf = (json: Literal): readonly Literal[] =>
  itemsOf(under(json, "services")).filter((one) => toldUnder(one, "key") !== undefined);

function rowsOf(literal: Literal): ListRow[] {
  const type = toldUnder(literal, "type");
  return itemsOf(under(literal, "cookies")).flatMap((name): ListRow[] => {
    const names = toldBy(name);
    if (!names) return [];
    return [
      {
        names,
        category: type && { ...type, text: categories[type.text] ?? type.text },
        provider: toldUnder(literal, "name"),
        policy: toldUnder(literal, "uri"),
        headings: [],
      },
    ];
  });
}

/** Services of tarteaucitron, which are objects of a script: the data in them is read, and nothing is run. */
export const tarteaucitronServices: ListFormat = {
  id: "tarteaucitron",
  title: "tarteaucitron (services)",
  recognises: ({ text, json }) =>
    json ? servicesOf(json).some((one) => under(one, "cookies")) : text.search(service) >= 0,
  read({ text, json }) {
    if (json) return { rows: servicesOf(json).flatMap(rowsOf), faults: [] };
    const rows: ListRow[] = [];
    const faults: ListFault[] = [];
    const used = new Set([...text.matchAll(job)].map(([, key]) => key));
    for (const found of text.matchAll(service)) {
      const start = found.index + found[0].length;
      const { literal, fault } = readLiteral(text, start, "script");
      if (!literal || literal.kind !== "mapping") {
        const at = { text: "", start: fault ?? start, end: (fault ?? start) + 1 };
        const message = "service that is no data, expected an object with texts and lists";
        faults.push({ at, rule: "unreadable-list", message });
        // What stands behind it may be of it.
        break;
      }
      const key = toldUnder(literal, "key");
      if (used.size > 0 && key && !used.has(key.text)) continue;
      const names = under(literal, "cookies");
      const made = itemsOf(names).filter(({ kind }) => kind === "code");
      faults.push(
        ...elsewhere([literal], "mapping", text, "a service"),
        ...elsewhere([names], "list", text, "names"),
        ...made.map((name) => standsElsewhere(name, text, "a name")),
      );
      rows.push(...rowsOf(literal));
    }
    return { rows, faults };
  },
};
