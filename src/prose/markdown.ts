import MarkdownIt, { type Token } from "markdown-it";
import { splitAnchor } from "./lines.ts";
import { isMarked } from "./marks.ts";

export type { Token };

/**
 * Reads more than prose may say, HTML, pictures, tables and blocks of code, so that it is reported and not printed as text.
 * Characters that were escaped or decoded stay apart, and every link target is let through: both are judged later.
 */
export const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false });
markdown.disable(["code", "text_join"]);
markdown.validateLink = () => true;
const normalize = markdown.normalizeLink.bind(markdown);
const normalizeText = markdown.normalizeLinkText.bind(markdown);
markdown.normalizeLink = (url) => (isMarked(url) ? url : normalize(url));
markdown.normalizeLinkText = (url) => {
  const text = normalizeText(url);
  return isMarked(url) || isMarked(text) ? url : text;
};

/** Escapes a text for HTML and XML, between tags and in double quotes. */
export const { escapeHtml: escapeMarkup } = markdown.utils;

const signs = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" } as const;

/** The text of HTML that was made here. */
export const textOfMarkup = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&(?:lt|gt|quot|amp);/g, (sign) => signs[sign as keyof typeof signs]);

// Nothing that was reported is published; should it be, then as text.
for (const type of ["html_block", "html_inline", "image"])
  markdown.renderer.rules[type] = (tokens, index) => escapeMarkup(tokens[index]!.content);

/** Only these lead anywhere from a page of prose; a fragment has no relative links. */
export const isAllowedLink = (href: string): boolean =>
  /^(https?:\/\/[^\s]+|mailto:[^\s?]+|#[A-Za-z0-9-]+)$/.test(href);

/** The anchor of a heading, taken off the text that shows it. */
function takeAnchor(inline: Token): string | undefined {
  const last = inline.children?.at(-1);
  if (last?.type !== "text") return undefined;
  const { words, anchor } = splitAnchor(last.content);
  if (anchor !== undefined) last.content = words;
  return anchor;
}

/** Tokens of a stretch of Markdown whose placeholders are marked. */
export function tokenize(text: string): Token[] {
  const tokens = markdown.parse(text, {});
  for (const [index, token] of tokens.entries())
    if (token.type === "heading_open") token.meta = { anchor: takeAnchor(tokens[index + 1]!) };
  return tokens;
}

/** The anchor of a heading; `undefined` of anything else. */
export const anchorOf = (token: Token): string | undefined =>
  token.type === "heading_open" ? (token.meta as { anchor?: string }).anchor : undefined;

/** An attribute of a token as text; `undefined` where it has none. */
export const attributeOf = (token: Token, name: string): string | undefined =>
  token.attrGet(name)?.toString();
