import { parseFragment } from "parse5";
import { isElement, type Node } from "./markup.ts";

/** The text of a piece of HTML, with a line for each break. */
export function markupText(html: string): string {
  if (!/[<&]/.test(html)) return html;
  let text = "";
  const left: Node[] = [parseFragment(html)];
  for (let node = left.pop(); node; node = left.pop()) {
    if (isElement(node) && node.tagName === "br") text += "\n";
    else if (node.nodeName === "#text" && "value" in node) text += node.value;
    else if ("childNodes" in node) left.push(...node.childNodes.toReversed());
  }
  return text;
}
