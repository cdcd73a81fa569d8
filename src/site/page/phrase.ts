import type { CellItem, Phrase } from "./policy.ts";

export const plainItem = (text: string): CellItem => ({ text, href: null, code: false });

/** Puts values into a pattern such as `{title}: {name}`; each stays by itself, since it may run in another direction. */
export const fillPhrase = (pattern: string, values: Readonly<Record<string, CellItem>>): Phrase =>
  pattern.split(/(\{[^{}]*\})/).flatMap((part): Phrase => {
    const item = part.startsWith("{") ? values[part.slice(1, -1)] : undefined;
    if (item) return [{ text: "", item }];
    return part === "" ? [] : [{ text: part, item: null }];
  });
