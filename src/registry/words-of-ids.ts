import { buildEntry } from "./entry.ts";
import { readTerms } from "./languages/read-language.ts";
import type { OpenRegistry } from "./open.ts";
import { termsSchema, type Terms } from "./schema/terms.ts";

/** The closed lists whose ids a file may name. */
export const vocabularies = [
  "functions",
  "purposes",
  "conditions",
  "locations",
  "safeguards",
  "jurisdictions",
] as const;
export type VocabularyName = (typeof vocabularies)[number];

/** An id and what a language calls it; without a word the language lacks one. */
export interface WordOfId {
  readonly id: string;
  readonly word: string | undefined;
  /** What follows from it for a cookie: a category or an exemption. */
  readonly effect: string;
}

/** The terms of a language that has a file of them without a fault. */
export function termsOf(
  { registry: { project } }: Pick<OpenRegistry, "registry">,
  tag: string,
): Terms | undefined {
  const { draft } = readTerms(project, tag);
  return draft && buildEntry(draft, termsSchema).entry?.value;
}

/** The ids of a closed list in the order of their file, with the words of a language. */
export function wordsOfIds(
  { registry }: Pick<OpenRegistry, "registry">,
  name: VocabularyName,
  terms: Terms,
  countryName: (code: string) => string,
): WordOfId[] {
  const plain = (section: Readonly<Record<string, string>>): WordOfId[] =>
    Object.entries(section).map(([id, word]) => ({ id, word, effect: "" }));
  switch (name) {
    case "functions":
      return Object.entries(registry.functions).map(([id, { exemption = "" }]) => ({
        id,
        word: terms.functions[id],
        effect: exemption,
      }));
    case "purposes":
      return Object.entries(registry.purposes).map(([id, { category }]) => ({
        id,
        word: terms.purposes[id],
        effect: category,
      }));
    case "jurisdictions":
      return [...registry.jurisdictions.ids].map((id) => {
        const law = registry.jurisdictions.get(id)?.value;
        const word = terms.jurisdictions[id] ?? countryName(law?.countries?.[0] ?? id);
        return { id, word, effect: law?.readUpTo ?? "" };
      });
    default:
      return plain(terms[name]);
  }
}
