import type { TextFile } from "../../registry/text.ts";
import type { Heading } from "../policy.ts";
import {
  attributeOf,
  isAllowedLink,
  markdown,
  takeAnchor,
  type Token,
  tokenize,
} from "./markdown.ts";
import { type Block, parseProse } from "./parse.ts";
import { placeholderPattern } from "./placeholders.ts";

/** What a site says to the prose: the values of its placeholders and the conditions that hold for it. */
export interface Facts {
  readonly values: ReadonlyMap<string, string>;
  readonly conditions: ReadonlySet<string>;
}

/** What comes before every id of the page, so that a fragment clashes with nothing on the page it is pasted into. */
export const anchorPrefix = "cookie-policy-";

type Compiled =
  | { readonly kind: "markdown"; readonly tokens: readonly Token[] }
  | { readonly kind: "tables" }
  | {
      readonly kind: "passage";
      readonly condition: string;
      readonly negated: boolean;
      readonly blocks: readonly Compiled[];
    };

/** Prose that is read once for all sites. */
export interface Prose {
  /** What stands before the first heading; a site may have its own. */
  readonly intro: readonly Compiled[];
  readonly body: readonly Compiled[];
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

const compileBlock = (block: Block): Compiled => {
  if (block.kind === "tables") return { kind: "tables" };
  if (block.kind === "markdown") return { kind: "markdown", tokens: prepare(tokenize(block.text)) };
  const { kind, condition, negated, blocks } = block;
  return { kind, condition, negated, blocks: blocks.map(compileBlock) };
};

const hasHeading = (block: Compiled): boolean =>
  block.kind === "markdown"
    ? block.tokens.some(({ type }) => type === "heading_open")
    : block.kind === "passage" && block.blocks.some(hasHeading);

function splitAtHeading(block: Compiled): [Compiled[], Compiled[]] {
  if (block.kind !== "markdown") return [[], [block]];
  const first = block.tokens.findIndex(({ type }) => type === "heading_open");
  const part = (tokens: readonly Token[]): Compiled[] =>
    tokens.length > 0 ? [{ kind: "markdown", tokens }] : [];
  return [part(block.tokens.slice(0, first)), part(block.tokens.slice(first))];
}

/** Reads prose that `checkProse` has found right. */
export function compileProse(source: TextFile): Prose {
  const blocks = parseProse(source).blocks.map(compileBlock);
  const first = blocks.findIndex((block) => hasHeading(block) || block.kind === "tables");
  if (first < 0) return { intro: blocks, body: [] };
  const [before, after] = splitAtHeading(blocks[first]!);
  return {
    intro: [...blocks.slice(0, first), ...before],
    body: [...after, ...blocks.slice(first + 1)],
  };
}

function fill(text: string, { values }: Facts): string {
  return text.replace(placeholderPattern, (_, name: string) => values.get(name.trim()) ?? "");
}

const copyOf = (token: Token, changes: Partial<Token> = {}): Token =>
  Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token, changes);

/** The text with each value in a `<bdi>` of its own, since it may run in another direction than the sentence. */
function fillText(token: Token, facts: Facts): Token[] {
  return token.content.split(/(\{\{[^{}]*\}\})/).flatMap((part) => {
    const text = copyOf(token, { content: fill(part, facts) });
    if (!part.startsWith("{{")) return part === "" ? [] : [text];
    const bdi = { tag: "bdi", content: "" };
    return [
      copyOf(token, { ...bdi, type: "bdi_open", nesting: 1 }),
      text,
      copyOf(token, { ...bdi, type: "bdi_close", nesting: -1 }),
    ];
  });
}

const fillChild = (token: Token, facts: Facts): Token[] =>
  token.type === "text" ? fillText(token, facts) : [fillToken(token, facts)];

function fillToken(token: Token, facts: Facts): Token {
  const filled = copyOf(token);
  filled.content = fill(token.content, facts);
  filled.children = token.children?.flatMap((child) => fillChild(child, facts)) ?? null;
  filled.attrs =
    token.attrs?.map(([name, value]): [string, string] => [name, fill(String(value), facts)]) ??
    null;
  const href = attributeOf(filled, "href");
  if (href !== undefined && !isAllowedLink(href)) filled.attrs = null;
  return filled;
}

type Piece = { readonly kind: "tables" } | { readonly kind: "tokens"; readonly tokens: Token[] };

const piecesOf = (blocks: readonly Compiled[], facts: Facts): Piece[] =>
  blocks.flatMap((block): Piece[] => {
    if (block.kind === "tables") return [{ kind: "tables" }];
    if (block.kind === "markdown")
      return [{ kind: "tokens", tokens: block.tokens.map((token) => fillToken(token, facts)) }];
    const holds = facts.conditions.has(block.condition);
    return holds === block.negated ? [] : piecesOf(block.blocks, facts);
  });

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

/** Prose of one site as finished HTML, `null` where the tables go, and the headings of its second level. */
export interface Rendered {
  readonly stretches: readonly (string | null)[];
  readonly headings: readonly Heading[];
}

/** Fills in what a site says, and escapes it. */
export function renderProse(blocks: readonly Compiled[], facts: Facts): Rendered {
  const pieces = piecesOf(blocks, facts);
  const stretches: (string | null)[] = [];
  for (const piece of pieces) {
    if (piece.kind === "tables") {
      stretches.push(null);
      continue;
    }
    const html = markdown.renderer.render(piece.tokens, markdown.options, {});
    const last = stretches.at(-1);
    if (typeof last === "string") stretches[stretches.length - 1] = last + html;
    else stretches.push(html);
  }
  const headings = pieces.flatMap((piece) =>
    piece.kind === "tokens" ? headingsOf(piece.tokens) : [],
  );
  return { stretches, headings };
}
