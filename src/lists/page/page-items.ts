import type { ListText } from "../list-text.ts";
import { categoryIn } from "../words/categories.ts";
import type { Role } from "../words/heads.ts";
import type { Grid, PageCell } from "./grid.ts";

/** In which part of a list a line stands: an item, or what a list of definitions names and says. */
export type Within = "item" | "term" | "definition" | undefined;

export const parts: Readonly<Record<string, Within>> = { li: "item", dt: "term", dd: "definition" };

/** A bold line that names a category is a title, with a colon or without. */
export const isTitle = (text: string): boolean =>
  !/[:：]$/.test(text) ||
  (text.split(/\s+/).length <= 6 && categoryIn(text.slice(0, -1)) !== undefined);

/** What follows in a page upon each other: a heading, a table, or a line of text. */
export type PageItem =
  | { readonly kind: "heading"; readonly level: number; readonly told: ListText }
  | {
      readonly kind: "table";
      readonly grid: Grid;
      readonly start: number;
      readonly caption: ListText | undefined;
      /** The classes and the id of the table. */
      readonly marks: readonly string[];
      /** A cell over another. */
      readonly torn: PageCell | undefined;
      /** How many rows it has, of which only the first may be in the grid. */
      readonly rows: number;
    }
  | {
      readonly kind: "line";
      readonly told: ListText;
      readonly within: Within;
      /** What it begins with in letters of another kind, such as bold or those of code. */
      readonly lead: string | undefined;
      /** What its maker's markup says that it holds. */
      readonly role: Role | undefined;
    };

export type PageTable = Extract<PageItem, { kind: "table" }>;

/** A page as far as lists of cookies are told by it. */
export interface Page {
  readonly items: readonly PageItem[];
  readonly language: string | undefined;
  /** The address that the page says to have. */
  readonly url: string | undefined;
  readonly siteName: string | undefined;
}
