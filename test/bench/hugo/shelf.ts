/** Things that many pages of a language show, each once. */
export interface Shelf<Thing> {
  /** The key of a thing, which no other language has. */
  readonly put: (thing: Thing) => string;
  readonly things: Readonly<Record<string, Thing>>;
}

export function createShelf<Thing>(prefix: string): Shelf<Thing> {
  const keys = new Map<string, string>();
  const things: Record<string, Thing> = {};
  return {
    things,
    put(thing) {
      const text = JSON.stringify(thing);
      const known = keys.get(text);
      if (known !== undefined) return known;
      const key = `${prefix}-${keys.size}`;
      keys.set(text, key);
      things[key] = thing;
      return key;
    },
  };
}
