/** A text or address for every language, or one for each, by language tag. */
export type ByLanguage = string | Readonly<Record<string, string>>;

/** The one for readers of a language, else the English one, else the first. */
export const inLanguage = (value: ByLanguage, tag: string): string =>
  typeof value === "string" ? value : (value[tag] ?? value["en"] ?? Object.values(value)[0] ?? "");

/** All of them. */
export const inEveryLanguage = (value: ByLanguage | undefined): readonly string[] =>
  typeof value === "string" ? [value] : Object.values(value ?? {});
