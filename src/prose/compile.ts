import type { TextFile } from "../source/text-file.ts";
import { parseProse, type Block as Parsed, type Slot } from "./blocks.ts";
import {
  attributeOf,
  isAllowedLink,
  markdown,
  takeAnchor,
  tokenize,
  type Token,
} from "./markdown.ts";
import { placeholderPattern } from "./placeholders.ts";

type Attribute = readonly [name: string, value: string];

/** A heading of the second level; `id` already carries its prefix. */
export interface Heading {
  readonly id: string;
  readonly title: string;
}

/** Finished HTML, or a gap that a site fills. */
export type TextPart = string | Gap;

/** To be filled with a value, or with the attributes of a link that holds one; `key` is the same for the same attributes. */
export type Gap =
  | { readonly placeholder: string }
  | { readonly attributes: readonly Attribute[]; readonly key: string };

/** Control characters, which no text of the registry holds, keep the gaps while the Markdown becomes HTML. */
// oxlint-disable-next-line no-control-regex -- these are the characters to find
const gap = /\u0001(?<placeholder>[^\u0002"]*)\u0002| \u0001="(?<link>[0-9]+)"/;

const mark = (text: string): string =>
  text.replace(placeholderPattern, (_, name: string) => `\u0001${name.trim()}\u0002`);

const copyOf = (token: Token, changes: Partial<Token>): Token =>
  Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token, changes);

/** The text with each gap in a `<bdi>` of its own, since its value may run in another direction than the sentence. */
function markText(token: Token): Token[] {
  return token.content.split(/(\{\{[^{}]*\}\})/).flatMap((part) => {
    const text = copyOf(token, { content: mark(part) });
    if (!part.startsWith("{{")) return part === "" ? [] : [text];
    const bdi = { tag: "bdi", content: "" };
    return [
      copyOf(token, { ...bdi, type: "bdi_open", nesting: 1 }),
      text,
      copyOf(token, { ...bdi, type: "bdi_close", nesting: -1 }),
    ];
  });
}

function markToken(token: Token, links: Attribute[][]): Token {
  const children =
    token.children?.flatMap((child) =>
      child.type === "text" ? markText(child) : [markToken(child, links)],
    ) ?? null;
  const attributes = (token.attrs ?? []).map(([name, value]): Attribute => [name, String(value)]);
  const href = attributeOf(token, "href");
  const attrs: Token["attrs"] = attributes.some(([, value]) => value.includes("{{"))
    ? [["\u0001", `${links.push(attributes) - 1}`]]
    : href === undefined || isAllowedLink(href)
      ? token.attrs
      : null;
  return copyOf(token, { content: mark(token.content), children, attrs });
}

/** Markdown as HTML with gaps. */
export function partsOf(tokens: readonly Token[]): TextPart[] {
  const links: Attribute[][] = [];
  const marked = tokens.map((token) => markToken(token, links));
  let html = markdown.renderer.render(marked, markdown.options, {});
  const parts: TextPart[] = [];
  for (let found = gap.exec(html); found; found = gap.exec(html)) {
    const { placeholder, link } = found.groups!;
    parts.push(html.slice(0, found.index));
    const attributes = links[Number(link)]!;
    parts.push(
      placeholder === undefined ? { attributes, key: JSON.stringify(attributes) } : { placeholder },
    );
    html = html.slice(found.index + found[0].length);
  }
  return [...parts, html];
}

/** What comes before every id of the page, so that a fragment clashes with nothing on the page it is pasted into. */
export const anchorPrefix = "cookie-policy-";

type Divided<Text> =
  | Text
  | { readonly kind: "slot"; readonly slot: Slot }
  | {
      readonly kind: "passage";
      readonly condition: string;
      readonly negated: boolean;
      readonly blocks: readonly Divided<Text>[];
    };

type Tokens = Divided<{ readonly kind: "markdown"; readonly tokens: readonly Token[] }>;

/** Prose in its order; titles of headings, those of the second level, may hold placeholders. */
export type CompiledBlock = Divided<{
  readonly kind: "html";
  readonly parts: readonly TextPart[];
  readonly headings: readonly Heading[];
}>;

/** Prose that is read once for all sites. */
export interface Prose {
  /** What stands before the first heading; a site may have its own. */
  readonly intro: readonly CompiledBlock[];
  readonly body: readonly CompiledBlock[];
}

function prepare(tokens: readonly Token[]): readonly Token[] {
  for (const [index, token] of tokens.entries()) {
    const anchor = token.type === "heading_open" ? takeAnchor(tokens[index + 1]!) : undefined;
    if (anchor) token.attrSet("id", `${anchorPrefix}${anchor}`);
    for (const child of token.children ?? []) {
      const href = attributeOf(child, "href");
      if (href?.startsWith("#")) child.attrSet("href", `#${anchorPrefix}${href.slice(1)}`);
    }
  }
  return tokens;
}

const tokensOf = (block: Parsed): Tokens => {
  if (block.kind === "slot") return { kind: "slot", slot: block.slot };
  if (block.kind === "markdown") return { kind: "markdown", tokens: prepare(tokenize(block.text)) };
  const { kind, condition, negated, blocks } = block;
  return { kind, condition, negated, blocks: blocks.map(tokensOf) };
};

const hasHeading = (block: Tokens): boolean =>
  block.kind === "markdown"
    ? block.tokens.some(({ type }) => type === "heading_open")
    : block.kind === "passage" && block.blocks.some(hasHeading);

function splitAtHeading(block: Tokens): [Tokens[], Tokens[]] {
  if (block.kind !== "markdown") return [[], [block]];
  const first = block.tokens.findIndex(({ type }) => type === "heading_open");
  const part = (tokens: readonly Token[]): Tokens[] =>
    tokens.length > 0 ? [{ kind: "markdown", tokens }] : [];
  return [part(block.tokens.slice(0, first)), part(block.tokens.slice(first))];
}

const textOf = (inline: Token): string =>
  (inline.children ?? [])
    .map(({ type, content }) => (type === "softbreak" ? " " : content))
    .join("");

const headingsOf = (tokens: readonly Token[]): Heading[] =>
  tokens.flatMap((token, index) =>
    token.type === "heading_open" && token.tag === "h2"
      ? [{ id: attributeOf(token, "id") ?? "", title: textOf(tokens[index + 1]!) }]
      : [],
  );

function compileBlock(block: Tokens): CompiledBlock {
  if (block.kind === "slot") return block;
  if (block.kind === "passage") return { ...block, blocks: block.blocks.map(compileBlock) };
  const { tokens } = block;
  return { kind: "html", parts: partsOf(tokens), headings: headingsOf(tokens) };
}

/** Reads prose that `checkProse` has found right. */
export function compileProse(source: TextFile): Prose {
  const blocks = parseProse(source).blocks.map(tokensOf);
  const first = blocks.findIndex((block) => hasHeading(block) || block.kind === "slot");
  if (first < 0) return { intro: blocks.map(compileBlock), body: [] };
  const [before, after] = splitAtHeading(blocks[first]!);
  return {
    intro: [...blocks.slice(0, first), ...before].map(compileBlock),
    body: [...after, ...blocks.slice(first + 1)].map(compileBlock),
  };
}
