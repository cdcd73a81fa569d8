import type { Edit } from "../diagnostic.ts";

/**
 * The text with its edits made; every other character stays. Of edits that overlap or begin at one place only the first
 * is made, since the others speak of a text that is gone. The new text tells what is left to do.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let [begun, done] = [-1, 0];
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < done || edit.start === begun) continue;
    parts.push(text.slice(done, edit.start), edit.text);
    [begun, done] = [edit.start, edit.end];
  }
  return [...parts, text.slice(done)].join("");
}
