import type { Problem } from "../text-file.ts";

/** What somebody who writes YAML by hand got wrong, and where, counted from 0. */
export interface Slip {
  readonly start: number;
  readonly end: number;
  readonly problem: Problem;
}

export const slip = (start: number, end: number, message: string, hint: string): Slip => ({
  start,
  end,
  problem: { rule: "invalid-yaml", message, hint },
});

export const lineStartOf = (text: string, offset: number): number =>
  text.lastIndexOf("\n", offset - 1) + 1;

/** The rest of a line from an offset on. */
export const lineAt = (text: string, start: number): string => /^.*/.exec(text.slice(start))![0];

/** What to type for a text that needs straight double quotes; typographic ones around it are taken for meant so. */
export function writeQuoted(text: string): string {
  const bare = text.trim();
  const inner = /^[“”„‟](?<inner>[^“”„‟]*)[“”]$/.exec(bare)?.groups?.["inner"] ?? bare;
  return `write "${inner.replaceAll(/["\\]/g, "\\$&")}"`;
}
