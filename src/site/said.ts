import type { Column } from "../registry/schema/vocabulary.ts";
import { markText } from "./borrowed.ts";
import { cellsOf } from "./cells.ts";
import { describeProvider } from "./describe-provider.ts";
import type {
  Contents,
  Heading,
  Languages,
  Provider,
  Row,
  Rows,
  TableColumn,
  Way,
} from "./policy.ts";
import { remember, rememberByText } from "../registry/remember.ts";
import type { CookieRow } from "./rows.ts";
import type { UsedProvider } from "./use.ts";
import type { Writer } from "./writer.ts";

/** Describes what pages have in common: the same object for the same facts, so that a template renders it once. */
export interface Said {
  readonly columns: (columns: readonly Column[]) => readonly TableColumn[];
  readonly rows: (rows: readonly CookieRow[]) => Rows;
  readonly provider: (provider: UsedProvider) => Provider;
  readonly languages: (ways: readonly Way[]) => Languages;
  /** `headings` are those of the page's prose, in the language of the prose. */
  readonly contents: (headings: readonly Heading[]) => Contents;
}

/** What a writer has said, and says again. */
export const saidBy = remember((writer: Writer): Said => {
  const { terms, proseLanguage } = writer;
  const columns = rememberByText((ids) =>
    (ids.split(" ") as Column[]).map((id) => ({ id, label: terms.columns[id] })),
  );
  // Described when it is rendered, which is once; kept are only the rows, since there are thousands.
  const row = remember((one: CookieRow): Row => ({
    get cells() {
      return cellsOf(one, writer);
    },
  }));
  const mark = (title: string) => (proseLanguage === null ? title : markText(title, proseLanguage));
  return {
    columns: (ids) => columns(ids.join(" ")),
    rows: remember((rows: readonly CookieRow[]) => ({ rows: rows.map(row) })),
    provider: remember((provider: UsedProvider) => describeProvider(provider, writer)),
    languages: remember((ways: readonly Way[]) => ({ label: terms.labels.languages, ways })),
    contents: remember((headings: readonly Heading[]) => ({
      label: terms.labels.contents,
      headings: headings.map(({ id, title }) => ({ id, title: mark(title) })),
    })),
  };
});
