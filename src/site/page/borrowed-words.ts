import type { Terms } from "../../registry/schema/terms.ts";
import { isMapping } from "../../source/mapping.ts";

/**
 * Private-use characters around a word that another language lends: they pass through patterns, templates and escaping,
 * and become a `lang` attribute when the page is done. The loader refuses them in every text.
 */
const [open, middle, close] = ["\ue000", "\ue001", "\ue002"];

/** A text that is in another language than the page. */
export const markText = (text: string, language: string): string =>
  `${open}${language}${middle}${text}${close}`;

/** The terms with each borrowed one marked with its language; `paths` are such as `functions.checkout`. */
export function markBorrowed(terms: Terms, paths: ReadonlySet<string>, language: string): Terms {
  const mark = (value: unknown, path: readonly string[]): unknown => {
    if (isMapping(value))
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [key, mark(inner, [...path, key])]),
      );
    return paths.has(path.join(".")) ? markText(value as string, language) : value;
  };
  return mark(terms, []) as Terms;
}

const wordless = /<(title|style)[^>]*>[\s\S]*?<\/\1>|<[^>]*>/g;
const marked = new RegExp(`${open}([A-Za-z0-9-]+)${middle}|${close}`, "g");

/** A text without its marks, for where no markup can say its language. */
export const hideBorrowed = (text: string): string => text.replaceAll(marked, "");

const speak = (text: string): string =>
  text.replaceAll(marked, (_, language?: string) =>
    language === undefined ? "</span>" : `<span lang="${language}">`,
  );

/** Turns marks into elements with a `lang`; within tags and the title, which can hold none, they are dropped. */
export function revealBorrowed(html: string): string {
  if (!html.includes(open)) return html;
  let end = 0;
  const parts: string[] = [];
  for (const match of html.matchAll(wordless)) {
    parts.push(speak(html.slice(end, match.index)), hideBorrowed(match[0]));
    end = match.index + match[0].length;
  }
  return parts.join("") + speak(html.slice(end));
}
