import MarkdownIt, { type Token } from "markdown-it";
import { placeholderPattern } from "./placeholders.ts";

export type { Token };

/**
 * Markdown without HTML, images or indented code. Every link target is let through here and judged by `isAllowedLink`, so that a refused
 * one is reported and not printed as text.
 */
export const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
markdown.disable(["image", "code", "table"]);
markdown.validateLink = () => true;
const normalize = markdown.normalizeLink.bind(markdown);
markdown.normalizeLink = (url) => (url.includes("{{") ? url : normalize(url));

/** Escapes a text for HTML and XML, between tags and in double quotes. */
export const { escapeHtml: escapeMarkup } = markdown.utils;

/** Only these lead anywhere from a page of prose; a fragment has no relative links. */
export const isAllowedLink = (href: string): boolean =>
  /^(https?:\/\/[^\s]+|mailto:[^\s?]+|#[A-Za-z0-9-]+)$/.test(href);

const anchor = /[ \t]*\{#(?<id>[a-z][a-z0-9-]*)\}[ \t]*$/;

/** The anchor of a heading, taken off the text that shows it. */
export function takeAnchor(inline: Token): string | undefined {
  const last = inline.children?.at(-1);
  const id = last?.type === "text" ? anchor.exec(last.content)?.groups?.["id"] : undefined;
  if (last && id) last.content = last.content.replace(anchor, "");
  return id;
}

/** Tokens of a stretch of Markdown; spaces within placeholders are dropped, since no link target may hold any. */
export const tokenize = (text: string): Token[] =>
  markdown.parse(
    text.replace(placeholderPattern, (_, name: string) => `{{${name.trim()}}}`),
    {},
  );

/** Every token, those within lines included. */
export const flatten = (tokens: readonly Token[]): Token[] =>
  tokens.flatMap((token) => [token, ...flatten(token.children ?? [])]);

/** An attribute of a token as text; `undefined` where it has none. */
export const attributeOf = (token: Token, name: string): string | undefined =>
  token.attrGet(name)?.toString();
