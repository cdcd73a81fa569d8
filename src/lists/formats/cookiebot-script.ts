import type { ListFormat } from "../format.ts";
import type { ListFault, ListRow } from "../list.ts";
import { itemsOf, readLiteral } from "../literal/literal.ts";
import { toldBy } from "../literal/list-text.ts";
import { markupText } from "../page/markup-text.ts";
import type { ListText } from "../list-text.ts";

const assignment =
  /CookieConsentDialog\.cookieTable(Necessary|Preference|Statistics|Advertising|Unclassified)\s*=\s*(?=\[)/g;

const categories: Readonly<Record<string, string>> = {
  Necessary: "necessary",
  Preference: "preferences",
  Statistics: "statistics",
  Advertising: "marketing",
  Unclassified: "unclassified",
};

/** Numbers by which it knows types, whatever they are called in the language of a site. */
const types: Readonly<Record<string, string>> = {
  "1": "HTTP cookie",
  "2": "local storage",
  "5": "pixel",
};

const withoutMarkup = (told: ListText | undefined): ListText | undefined =>
  told && { ...told, text: markupText(told.text) };

/** The script `cc.js` that Cookiebot makes for a site: the tables in it are read, and nothing is run. */
export const cookiebotScript: ListFormat = {
  id: "cookiebot",
  title: "Cookiebot (cc.js)",
  recognises: ({ text }) => text.search(assignment) >= 0,
  read({ text }) {
    const rows: ListRow[] = [];
    const faults: ListFault[] = [];
    for (const found of text.matchAll(assignment)) {
      const start = found.index + found[0].length;
      const { literal, fault } = readLiteral(text, start, "script");
      if (!literal || literal.kind !== "list") {
        const at = { text: "", start: fault ?? start, end: (fault ?? start) + 1 };
        const message = "table of a script that is no data, expected a list of lists of texts";
        faults.push({ at, rule: "unreadable-list", message });
        // What stands behind it may be of it.
        break;
      }
      const category = { text: categories[found[1]!]!, start: found.index, end: start };
      for (const row of literal.items) {
        const [names, provider, purpose, duration, type, number, pattern, policy] =
          itemsOf(row).map(toldBy);
        if (!names) continue;
        rows.push({
          // Where there is an expression for the name, "#" stands for what differs.
          names: { ...names, text: pattern?.text ? names.text.replaceAll("#", "*") : names.text },
          category,
          provider: withoutMarkup(provider),
          purpose: withoutMarkup(purpose),
          duration,
          storage: type && { ...type, text: types[number?.text ?? ""] ?? type.text },
          policy,
          headings: [],
        });
      }
    }
    return { rows, faults };
  },
};
