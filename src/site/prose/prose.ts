import type { TextFile } from "../../registry/text.ts";
import type { Heading } from "../policy.ts";
import { attributeOf, takeAnchor, type Token, tokenize } from "./markdown.ts";
import { type Block as Parsed, parseProse } from "./parse.ts";
import { type Part, partsOf } from "./parts.ts";

/** What comes before every id of the page, so that a fragment clashes with nothing on the page it is pasted into. */
export const anchorPrefix = "cookie-policy-";

type Divided<Text> =
  | Text
  | { readonly kind: "tables" }
  | {
      readonly kind: "passage";
      readonly condition: string;
      readonly negated: boolean;
      readonly blocks: readonly Divided<Text>[];
    };

type Tokens = Divided<{ readonly kind: "markdown"; readonly tokens: readonly Token[] }>;

/** Prose in its order; titles of headings, those of the second level, may hold placeholders. */
export type Block = Divided<{
  readonly kind: "html";
  readonly parts: readonly Part[];
  readonly headings: readonly Heading[];
}>;

/** Prose that is read once for all sites. */
export interface Prose {
  /** What stands before the first heading; a site may have its own. */
  readonly intro: readonly Block[];
  readonly body: readonly Block[];
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
  if (block.kind === "tables") return { kind: "tables" };
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

function compileBlock(block: Tokens): Block {
  if (block.kind === "tables") return block;
  if (block.kind === "passage") return { ...block, blocks: block.blocks.map(compileBlock) };
  const { tokens } = block;
  return { kind: "html", parts: partsOf(tokens), headings: headingsOf(tokens) };
}

/** Reads prose that `checkProse` has found right. */
export function compileProse(source: TextFile): Prose {
  const blocks = parseProse(source).blocks.map(tokensOf);
  const first = blocks.findIndex((block) => hasHeading(block) || block.kind === "tables");
  if (first < 0) return { intro: blocks.map(compileBlock), body: [] };
  const [before, after] = splitAtHeading(blocks[first]!);
  return {
    intro: [...blocks.slice(0, first), ...before].map(compileBlock),
    body: [...after, ...blocks.slice(first + 1)].map(compileBlock),
  };
}
