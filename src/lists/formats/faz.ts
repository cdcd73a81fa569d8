import type { ListFormat } from "../format.ts";
import type { ListRow } from "../list.ts";
import { itemsOf, type Literal, under } from "../literal/literal.ts";
import { toldInAny, toldUnder } from "../literal/list-text.ts";
import type { ListText } from "../list-text.ts";

/** What names a category in the export, by its number and by its slug. */
function categoriesOf(json: Literal | undefined): ReadonlyMap<string, ListText> {
  const named = itemsOf(under(json, "categories")).flatMap((category) => {
    const told = toldUnder(category, "slug") ?? toldInAny(under(category, "name"));
    const keys = [toldUnder(category, "category_id", "id"), toldUnder(category, "slug")];
    return told ? keys.flatMap((key) => (key ? [[key.text, told] as const] : [])) : [];
  });
  return new Map(named);
}

/** The export of the FAZ Cookie Manager for WordPress. */
export const faz: ListFormat = {
  id: "faz",
  title: "FAZ Cookie Manager (JSON)",
  recognises: ({ json }) => toldUnder(json, "plugin")?.text === "faz-cookie-manager",
  read({ json }) {
    const categories = categoriesOf(json);
    const rows = itemsOf(under(json, "cookies")).flatMap((cookie): ListRow[] => {
      const names = toldUnder(cookie, "name", "slug");
      if (!names) return [];
      const category = toldUnder(cookie, "category");
      return [
        {
          names,
          category: category && (categories.get(category.text) ?? category),
          duration: toldInAny(under(cookie, "duration")),
          purpose: toldInAny(under(cookie, "description")),
          host: toldUnder(cookie, "domain"),
          headings: [],
        },
      ];
    });
    return { rows, faults: [], url: toldUnder(json, "site_url")?.text };
  },
};
