import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from "parse5";
import { packageFolder } from "../../src/registry/project.ts";
import { createRenderer } from "../../src/site/render/renderer.ts";
import { readTemplates } from "../../src/site/render/template-files.ts";

type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

const templates = join(packageFolder, "templates");

/** The renderer, with its documents as text. */
export function createTextRenderer(folders: readonly string[]) {
  const { page, fragment, choice, sites, hold } = createRenderer(readTemplates(folders));
  const asText =
    <Model>(render: (model: Model) => Uint8Array) =>
    (model: Model): string =>
      Buffer.from(render(model)).toString();
  return {
    page: asText(page),
    fragment: asText(fragment),
    choice: asText(choice),
    sites: asText(sites),
    hold,
  };
}

/** The package's own templates and stylesheet. */
export const renderer = createTextRenderer([templates]);
export const css = readFileSync(join(templates, "page.css"), "utf8");

const childrenOf = (node: Node): Node[] => ("childNodes" in node ? node.childNodes : []);

export function elementsIn(node: Node): Element[] {
  const found: Element[] = [];
  const collect = (parent: Node): void => {
    for (const child of childrenOf(parent)) {
      if (defaultTreeAdapter.isElementNode(child)) found.push(child);
      collect(child);
    }
  };
  collect(node);
  return found;
}

export const elementsOf = (html: string, tag?: string): Element[] =>
  elementsIn(parse(html)).filter(({ tagName }) => tag === undefined || tagName === tag);

export const attributeOf = (element: Element, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value;

/** The text of an element with white space folded. */
export const textOf = (node: Node): string =>
  defaultTreeAdapter.isTextNode(node)
    ? node.value.replaceAll(/[ \n\t]+/g, " ").trim()
    : childrenOf(node).map(textOf).join("");
