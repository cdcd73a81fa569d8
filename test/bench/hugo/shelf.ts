/** Things that many pages show, each once: under a key, in every language. */
export interface Shelf<Thing> {
  /** The key of a thing, which is `things` in the languages in their order. */
  readonly put: (things: readonly Thing[]) => string;
  /** By language and key. */
  readonly things: readonly Record<string, Thing>[];
}

export function createShelf<Thing>(prefix: string, languages: number): Shelf<Thing> {
  const keys = new Map<string, string>();
  const things = Array.from({ length: languages }, (): Record<string, Thing> => ({}));
  return {
    things,
    put(inLanguages) {
      const text = JSON.stringify(inLanguages);
      const known = keys.get(text);
      if (known !== undefined) return known;
      const key = `${prefix}${keys.size}`;
      keys.set(text, key);
      for (const [index, thing] of inLanguages.entries()) things[index]![key] = thing;
      return key;
    },
  };
}
