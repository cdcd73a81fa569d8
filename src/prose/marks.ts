/** The spaces around the name are not in the pattern, which could not drop them in linear time. What is escaped is none. */
const pattern = /(?<!(?<!\\)(?:\\\\)*\\)\{\{([^{}]*)\}\}/g;

/**
 * Noncharacters around a name keep the place of a placeholder in what is read as Markdown. No file holds them and no
 * character reference stands for one, so that what looks like a placeholder only once it is decoded is none.
 */
const [open, close] = ["\ufdd0", "\ufdd1"];

/** A marked placeholder, as a part of a pattern; its first group is the name. */
export const markedPlaceholder = `${open}([^${close}]*)${close}+`;

const marked = new RegExp(markedPlaceholder, "g");

export const isMarked = (text: string): boolean => text.includes(open);

/** The text with each placeholder marked; its length stays, so that every place in it does. */
export const markPlaceholders = (text: string): string =>
  text.replace(pattern, (whole: string, inner: string) => {
    const name = inner.trim();
    return open + name + close.repeat(whole.length - name.length - 1);
  });

/** A marked text with what `fill` gives for each name. */
export const fillMarked = (text: string, fill: (name: string) => string): string =>
  text.replace(marked, (_, name: string) => fill(name));

/** A marked text as somebody would write it. */
export const unmark = (text: string): string => fillMarked(text, (name) => `{{${name}}}`);

/** The placeholders of a marked text; `start` and `end` count its characters from 0. */
export const placeholdersIn = (text: string): { name: string; start: number; end: number }[] =>
  [...text.matchAll(marked)].map(({ 0: whole, 1: name = "", index }) => ({
    name,
    start: index,
    end: index + whole.length,
  }));

const alone = new RegExp(`^(mailto:)?${markedPlaceholder}$`);

/** The placeholder that is all of a link's target, or all behind `mailto:`. */
export function targetOf(href: string): { name: string; isMail: boolean } | undefined {
  const found = alone.exec(href);
  return found ? { name: found[2]!, isMail: found[1] !== undefined } : undefined;
}
