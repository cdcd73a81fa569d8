import type { ListRow } from "./list.ts";
import type { ListText } from "./list-text.ts";
import { categoryIn, onlyCategoryIn, type ToldCategory } from "./words/categories.ts";
import { exactRole } from "./words/heads.ts";

/** Whether a cell says nothing, by a dash or in letters. */
export const isEmpty = (text: string): boolean => /^[\s–—/-]*$|^n\/a$/i.test(text);

/** Finds the category that is told of a row, and where: by its own cells, then by what stands above. */
export function createFindCategory(
  rows: readonly ListRow[],
): (row: ListRow) => readonly [ToldCategory, ListText] | undefined {
  const find = ({ category, type, purpose, headings }: ListRow) => {
    // What stands above it is not meant where a row says a category of its own.
    if (category && !isEmpty(category.text) && categoryIn(category.text) === undefined)
      return undefined;
    const own: readonly (readonly [ToldCategory | undefined, ListText | undefined])[] = [
      [category && categoryIn(category.text), category],
      [type && categoryIn(type.text), type],
      ...headings
        .filter(({ text }) => exactRole(text) === undefined)
        .map((at) => [categoryIn(at.text), at] as const),
      [purpose && onlyCategoryIn(purpose.text), purpose],
    ];
    return own.find(([told]) => told !== undefined) as
      readonly [ToldCategory, ListText] | undefined;
  };
  const found = new Map(rows.map((row) => [row, find(row)]));
  const tellsApart = [...found.values()].some((one) => one?.[0] === "necessary");
  return (row) => {
    const one = found.get(row);
    // A list that has necessary ones as well does not mean them by the others.
    return one?.[0] === "functional" && tellsApart ? ["preferences", one[1]] : one;
  };
}
