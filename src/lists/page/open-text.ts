import type { DefaultTreeAdapterTypes } from "parse5";
import { maximumCellText, trimLines } from "../list-text.ts";

/** A text that is still read. */
export interface OpenText {
  text: string;
  start: number;
  end: number;
}

/** Adds what stands in a page, with one space where it has several; the place is that of the first words. */
export function addText(open: OpenText, node: DefaultTreeAdapterTypes.TextNode): void {
  const text = node.value.replaceAll(/\s+/g, " ");
  const place = node.sourceCodeLocation;
  if (place && open.text.trim() === "" && text.trim() !== "") {
    const indent = node.value.length - node.value.trimStart().length;
    [open.start, open.end] = [place.startOffset + indent, place.endOffset];
  }
  if (open.text.length < maximumCellText) open.text += text;
}

/** The text as it is told once it is whole. */
export const finish = <Open extends OpenText>(open: Open): Open => ({
  ...open,
  text: trimLines(open.text),
});
