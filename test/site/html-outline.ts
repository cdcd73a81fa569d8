import { type DefaultTreeAdapterTypes, parse } from "parse5";

type Node = DefaultTreeAdapterTypes.Node;

/** The elements of a document in its order. */
function elementsOf(node: Node): DefaultTreeAdapterTypes.Element[] {
  const children = "childNodes" in node ? node.childNodes.flatMap(elementsOf) : [];
  return "tagName" in node ? [node, ...children] : children;
}

export const parseElements = (html: string): DefaultTreeAdapterTypes.Element[] =>
  elementsOf(parse(html));

export const attributeOf = (
  { attrs }: DefaultTreeAdapterTypes.Element,
  name: string,
): string | undefined => attrs.find((attribute) => attribute.name === name)?.value;

/** A document as lines: elements by name, attributes and text with their values, indented by depth. */
export function outline(node: Node, depth = 0): string[] {
  const indent = "  ".repeat(depth);
  const itself =
    "value" in node
      ? [`${indent}"${node.value}"`]
      : "data" in node
        ? [`${indent}<!--${node.data}`]
        : [
            `${indent}${node.nodeName}`,
            ...("attrs" in node ? node.attrs : []).map(
              ({ name, value }) => `${indent}  @${name}=${value}`,
            ),
          ];
  const children = "childNodes" in node ? node.childNodes : [];
  return [...itself, ...children.flatMap((child) => outline(child, depth + 1))];
}
