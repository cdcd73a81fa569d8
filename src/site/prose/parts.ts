import { attributeOf, isAllowedLink, markdown, type Token } from "./markdown.ts";
import { placeholderPattern } from "./placeholders.ts";

type Attribute = readonly [name: string, value: string];

/** Finished HTML, or a gap that a site fills. */
export type Part = string | Gap;

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
export function partsOf(tokens: readonly Token[]): Part[] {
  const links: Attribute[][] = [];
  const marked = tokens.map((token) => markToken(token, links));
  let html = markdown.renderer.render(marked, markdown.options, {});
  const parts: Part[] = [];
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
