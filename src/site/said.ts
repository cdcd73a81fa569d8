import type { Category, Column } from "../registry/schema/vocabulary.ts";
import { markText } from "./borrowed.ts";
import { createCells } from "./cells.ts";
import { describeProvider } from "./describe-provider.ts";
import { fillPattern } from "./format.ts";
import type { Contents, GroupHead, Heading, Languages, Provider, Row, Way } from "./policy.ts";
import { anchorPrefix } from "./prose/prose.ts";
import { remember, rememberByText } from "../registry/remember.ts";
import type { CookieRow } from "./rows.ts";
import type { UsedProvider } from "./use.ts";
import type { Writer } from "./writer.ts";

/** Describes what pages have in common: the same object for the same facts, so that a template renders it once. */
export interface Said {
  readonly head: (category: Category, columns: readonly Column[]) => GroupHead;
  readonly row: (row: CookieRow) => Row;
  readonly provider: (provider: UsedProvider) => Provider;
  readonly languages: (ways: readonly Way[]) => Languages;
  /** `headings` are those of the page's prose, in the language of the prose. */
  readonly contents: (headings: readonly Heading[]) => Contents;
}

/** What a writer has said, and says again. */
export const saidBy = remember((writer: Writer): Said => {
  const { terms, proseLanguage } = writer;
  const head = rememberByText((key): GroupHead => {
    const [category, ...columns] = key.split(" ") as [Category, ...Column[]];
    const { name, description } = terms.categories[category];
    return {
      id: `${anchorPrefix}${category}`,
      name,
      description,
      caption: fillPattern(terms.patterns.tableCaption, { category: name }),
      columns: columns.map((id) => ({ id, label: terms.columns[id] })),
    };
  });
  // Described when it is rendered, which is once; kept are only the rows, since there are thousands.
  const cells = createCells(writer);
  const row = remember((one: CookieRow): Row => ({ cells: cells(one) }));
  const providerWith = remember((provider: UsedProvider["provider"]) =>
    rememberByText((key) => {
      const [id, recipients] = JSON.parse(key) as [string, string[] | null];
      return describeProvider({ id, provider, ...(recipients ? { recipients } : {}) }, writer);
    }),
  );
  const mark = (title: string) => (proseLanguage === null ? title : markText(title, proseLanguage));
  return {
    head: (category, columns) => head(`${category} ${columns.join(" ")}`),
    row,
    provider: remember(({ id, provider, recipients }: UsedProvider) =>
      providerWith(provider)(JSON.stringify([id, recipients ?? null])),
    ),
    languages: remember((ways: readonly Way[]) => ({ label: terms.labels.languages, ways })),
    contents: remember((headings: readonly Heading[]) => ({
      label: terms.labels.contents,
      headings: headings.map(({ id, title }) => ({ id, title: mark(title) })),
    })),
  };
});
