import { rowsOfService } from "../literal/banner-rows.ts";
import type { ListContent, ListFormat } from "../format.ts";
import type { ListFault, ListRow } from "../list.ts";
import { configIn } from "../literal/config.ts";
import { itemsOf, type Literal, under } from "../literal/literal.ts";
import { elsewhere, standsElsewhere } from "../literal/elsewhere.ts";
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
function tableOf(section: Literal, text: string, faults: ListFault[]): ListText[][] {
  const table = under(section, "cookieTable");
  const body = under(table, "body");
  const heads = entriesOf(under(table, "headers"));
  faults.push(
    ...elsewhere([section], "mapping", text, "a section"),
    ...elsewhere([table, under(table, "headers"), ...itemsOf(body)], "mapping", text, "a table"),
    ...elsewhere([body], "list", text, "the rows of a table"),
  );
  const cellOf = (row: Literal, key: string): ListText => {
    const cell = under(row, key);
    if (cell?.kind === "code") faults.push(standsElsewhere(cell, text, "a cell"));
    return plain(cell) ?? saying(row, "");
  };
  const rows = itemsOf(body).map((row) => heads.map(([key]) => cellOf(row, key)));
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
  const told = entriesOf(under(literal, "services")).filter(([id]) => !id.startsWith("..."));
  const clearing = under(literal, "autoClear");
  const parts = [under(literal, "services"), ...told.map(([, service]) => service), clearing];
  faults.push(
    ...elsewhere([literal], "mapping", content.text, "a category"),
    ...elsewhere(parts, "mapping", content.text, "what it erases"),
  );
  const services = told.map(([id, service]) => ({
    names: under(service, "cookies"),
    provider: plain(under(service, "label")) ?? saying(service, id),
    category,
  }));
  const cleared = under(clearing, "cookies");
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
    const modal = under(texts, "preferencesModal");
    const sections = under(modal, "sections");
    const whole = [language, under(language, "translations"), texts, modal];
    faults.push(
      ...elsewhere([config], "mapping", content.text, "the configuration"),
      ...elsewhere(whole, "mapping", content.text, "texts"),
      ...elsewhere([sections], "list", content.text, "sections"),
    );
    const shown = itemsOf(sections).flatMap((section): ListRow[] => {
      const linked = toldUnder(section, "linkedCategory");
      const table = tableOf(section, content.text, faults);
      const read = rowsOfTable(table, linked ? [linked] : []);
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
