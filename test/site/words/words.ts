import type { Heading } from "../../../src/prose/compile.ts";
import type { Policy } from "../../../src/site/page/policy.ts";
import type { Category, Column } from "../../../src/vocabulary/vocabulary.ts";

/** What stands in the cells and facts. */
export type Phrase =
  | "authentication"
  | "language"
  | "api"
  | "choices"
  | "video"
  | "audience"
  | "advertising"
  | "remember"
  | "rememberLanguage"
  | "apiCalls"
  | "rememberChoices"
  | "settings"
  | "measure"
  | "profile"
  | "capping"
  | "twoWeeks"
  | "year"
  | "upToYear"
  | "halfYear"
  | "session"
  | "sinceActivity"
  | "multilingual"
  | "loggedIn"
  | "exempt"
  | "cookie"
  | "localStorage"
  | "firstParty"
  | "thirdParty"
  | "france"
  | "privacyPolicy"
  | "optOut";

/** What the fixture says in one language: few words, but of every kind that a page has. */
export interface Words {
  readonly tag: string;
  readonly title: string;
  readonly headings: readonly Heading[];
  readonly before: string;
  readonly after: string;
  readonly columns: Record<Column, string>;
  readonly categories: Record<Category, { readonly name: string; readonly description: string }>;
  readonly caption: (category: string) => string;
  readonly phrases: Record<Phrase, string>;
  readonly labels: Policy["labels"];
  readonly controller: string | null;
  readonly updated: string;
}

export const headings = (...titles: readonly string[]): readonly Heading[] =>
  titles.map((title, index) => ({ id: `cookie-policy-part-${index + 1}`, title }));

/** Prose as it comes from Markdown: under each heading its paragraphs. */
export function prose(
  parts: readonly Heading[],
  paragraphs: readonly (readonly string[])[],
): string {
  return parts
    .map(
      ({ id, title }, index) =>
        `<h2 id="${id}">${title}</h2>\n${(paragraphs[index] ?? []).join("\n")}`,
    )
    .join("\n");
}
