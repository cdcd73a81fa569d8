import type { Block, Condition } from "./blocks.ts";
import type { Slot } from "./lines.ts";
import { anchorOf, attributeOf, isAllowedLink, markdown, type Token } from "./markdown.ts";
import { isMarked, markedPlaceholder } from "./marks.ts";

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

/** An attribute so named stands for all of a link that holds a placeholder while the Markdown becomes HTML. */
const linkMark = "\ufdd2";
const gap = new RegExp(`${markedPlaceholder}| ${linkMark}="([0-9]+)"`);

const copyOf = (token: Token, changes: Partial<Token>): Token =>
  Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token, changes);

/** The text with each gap in a `<bdi>` of its own, since its value may run in another direction than the sentence. */
function markText(token: Token): Token[] {
  return token.content.split(/(\ufdd0[^\ufdd1]*\ufdd1+)/).flatMap((part) => {
    const text = copyOf(token, { content: part, type: "text" });
    if (!isMarked(part)) return part === "" ? [] : [text];
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
      child.type.startsWith("text") ? markText(child) : [markToken(child, links)],
    ) ?? null;
  const attributes = (token.attrs ?? []).map(([name, value]): Attribute => [name, String(value)]);
  const href = attributeOf(token, "href");
  const attrs: Token["attrs"] = attributes.some(([, value]) => isMarked(value))
    ? [[linkMark, `${links.push(attributes) - 1}`]]
    : href === undefined || isAllowedLink(href)
      ? token.attrs
      : null;
  return copyOf(token, { children, attrs });
}

/** Markdown as HTML with gaps. */
export function partsOf(tokens: readonly Token[]): TextPart[] {
  const links: Attribute[][] = [];
  const marked = tokens.map((token) => markToken(token, links));
  let html = markdown.renderer.render(marked, markdown.options, {});
  const parts: TextPart[] = [];
  for (let found = gap.exec(html); found; found = gap.exec(html)) {
    const [, placeholder, link] = found;
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

/** Prose in its order; titles of headings, those of the second level, may hold marked placeholders. */
export type CompiledBlock =
  | {
      readonly kind: "html";
      readonly parts: readonly TextPart[];
      readonly headings: readonly Heading[];
    }
  | { readonly kind: "slot"; readonly slot: Slot }
  | (Condition & { readonly kind: "passage"; readonly blocks: readonly CompiledBlock[] });

/** A token whose id, or whose link within the page, has the prefix of its ids. */
function addPrefix(token: Token): Token {
  const anchor = anchorOf(token);
  const href = attributeOf(token, "href");
  const children = token.children?.map(addPrefix) ?? null;
  if (anchor !== undefined)
    return copyOf(token, { children, attrs: [["id", `${anchorPrefix}${anchor}`]] });
  if (!href?.startsWith("#")) return children ? copyOf(token, { children }) : token;
  const attrs = token.attrs!.map(([name, value]): [string, string] =>
    name === "href" ? [name, `#${anchorPrefix}${href.slice(1)}`] : [name, String(value)],
  );
  return copyOf(token, { attrs });
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

function compileTokens(tokens: readonly Token[]): CompiledBlock {
  const prefixed = tokens.map(addPrefix);
  return { kind: "html", parts: partsOf(prefixed), headings: headingsOf(prefixed) };
}

export function compileBlock(block: Block): CompiledBlock {
  if (block.kind === "markdown") return compileTokens(block.tokens);
  if (block.kind === "slot") return { kind: "slot", slot: block.slot };
  const { kind, condition, negated, blocks } = block;
  return { kind, condition, negated, blocks: blocks.map(compileBlock) };
}

const firstHeading = (block: Block): number =>
  block.kind === "markdown" ? block.tokens.findIndex(({ type }) => type === "heading_open") : -1;

const endsIntro = (block: Block): boolean =>
  block.kind === "passage" ? block.blocks.some(endsIntro) : firstHeading(block) >= 0;

/** What stands before the first heading or slot, which a site may replace, and the rest. */
export function compilePage(blocks: readonly Block[]): {
  intro: readonly CompiledBlock[];
  body: readonly CompiledBlock[];
} {
  const first = blocks.findIndex((block) => block.kind === "slot" || endsIntro(block));
  if (first < 0) return { intro: blocks.map(compileBlock), body: [] };
  const parted = blocks[first]!;
  const end = firstHeading(parted);
  const before = end > 0 && parted.kind === "markdown" ? [parted.tokens.slice(0, end)] : [];
  const after =
    parted.kind === "markdown" ? compileTokens(parted.tokens.slice(end)) : compileBlock(parted);
  return {
    intro: [...blocks.slice(0, first).map(compileBlock), ...before.map(compileTokens)],
    body: [after, ...blocks.slice(first + 1).map(compileBlock)],
  };
}
