import { rowsOfService } from "../literal/banner-rows.ts";
import type { ListContent, ListFormat } from "../format.ts";
import type { ListFault, ListRow } from "../list.ts";
import { configIn } from "../literal/config.ts";
import { itemsOf, type Literal, under } from "../literal/literal.ts";
import { saying, toldBy, toldUnder } from "../literal/list-text.ts";
import type { ListText } from "../list-text.ts";
import { markupText } from "../page/markup-text.ts";
import { rowsOfTable } from "../table/rows-of-table.ts";

const entriesOf = (literal: Literal | undefined): readonly (readonly [string, Literal])[] =>
  literal?.kind === "mapping" ? [...literal.entries] : [];

const configOf = (content: ListContent): Literal | undefined => {
  const config = configIn(content, ["categories", "language"]);
  return under(config, "categories")?.kind === "mapping" ? config : undefined;
};

const plain = (literal: Literal | undefined): ListText | undefined => {
  const told = toldBy(literal);
  return told && { ...told, text: markupText(told.text) };
};

/** The table of a section, of which the first row are the heads. */
function tableOf(section: Literal): ListText[][] {
  const table = under(section, "cookieTable");
  const heads = entriesOf(under(table, "headers"));
  const rows = itemsOf(under(table, "body")).map((row) =>
    heads.map(([key]) => plain(under(row, key)) ?? saying(row, "")),
  );
  return [heads.map(([, head]) => plain(head) ?? saying(head, "")), ...rows];
}

/** The names that a category erases when it is refused: those of its services first, which say whose they are. */
function rowsOfCategory(
  key: string,
  literal: Literal,
  content: ListContent,
  faults: ListFault[],
): ListRow[] {
  const category = saying(literal, key);
  const namesIn = (list: Literal | undefined) =>
    itemsOf(list).flatMap((item) => under(item, "name") ?? []);
  const services = entriesOf(under(literal, "services")).map(([id, service]) => ({
    names: namesIn(under(service, "cookies")),
    provider: plain(under(service, "label")) ?? saying(service, id),
    category,
  }));
  const cleared = namesIn(under(under(literal, "autoClear"), "cookies"));
  return [...services, { names: cleared, provider: undefined, category }].flatMap((service) =>
    rowsOfService(service, content.text, () => undefined, faults),
  );
}

/** The configuration of vanilla-cookieconsent 3: the tables that it shows in its default language, and what it erases besides. */
export const vanillaCookieconsentConfig: ListFormat = {
  id: "vanilla-cookieconsent",
  title: "vanilla-cookieconsent 3 (configuration)",
  recognises: (content) => configOf(content) !== undefined,
  read(content) {
    const config = configOf(content);
    const faults: ListFault[] = [];
    const language = under(config, "language");
    const translations = entriesOf(under(language, "translations"));
    const wanted = toldUnder(language, "default")?.text;
    const [tag, texts] =
      translations.find(([one]) => one === wanted) ?? translations[0] ?? ([] as const);
    const sections = itemsOf(under(under(texts, "preferencesModal"), "sections"));
    const shown = sections.flatMap((section): ListRow[] => {
      const linked = toldUnder(section, "linkedCategory");
      const read = rowsOfTable(tableOf(section), linked ? [linked] : []);
      faults.push(...(read?.faults ?? []));
      return (read?.rows ?? []).map((row) => ({ ...row, category: row.category ?? linked }));
    });
    const rows = [...shown];
    const told = new Set(shown.map(({ names }) => names.text));
    for (const [key, literal] of entriesOf(under(config, "categories")))
      for (const row of rowsOfCategory(key, literal, content, faults)) {
        if (told.has(row.names.text)) continue;
        told.add(row.names.text);
        rows.push(row);
      }
    return { rows, faults, language: tag };
  },
};
