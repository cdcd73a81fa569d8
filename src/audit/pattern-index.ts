import { endsOf, matches } from "../registry/pattern.ts";

/** Finds whatever has a name, or a pattern that stands for it. */
export type FindByName<T> = (name: string) => Iterable<T>;

/** Patterns whose ends are the same. Those with fixed text between two stars stand under the first of it. */
interface Shelf<T> {
  readonly plain: T[];
  readonly byMiddle: Map<string, T[]>;
}

interface Bucket<T> {
  readonly bySuffix: Map<string, Shelf<T>>;
}

function getOrCreate<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const created = create();
  map.set(key, created);
  return created;
}

const lengthsOf = (texts: Iterable<string>): number[] => [
  ...new Set([...texts].map(({ length }) => length)),
];

const middleOf = (pattern: string): string =>
  pattern
    .split("*")
    .slice(1, -1)
    .find((part) => part !== "") ?? "";

/** Every part of a text of one of the lengths, each once. */
function partsOf(text: string, lengths: readonly number[]): Set<string> {
  const parts = new Set<string>();
  for (const length of lengths)
    for (let from = 0; from + length <= text.length; from += 1)
      parts.add(text.slice(from, from + length));
  return parts;
}

/**
 * Indexes things by name: literals by themselves, patterns by what stands before the first star, behind the last and
 * between the first two. So a look at a name does not grow with the patterns that do not stand for it.
 */
export function indexByName<T extends { readonly name: string }>(
  things: Iterable<T>,
): FindByName<T> {
  const literals = new Map<string, T[]>();
  const buckets = new Map<string, Bucket<T>>();
  for (const thing of things) {
    const ends = endsOf(thing.name);
    if (!ends) {
      getOrCreate(literals, thing.name, (): T[] => []).push(thing);
      continue;
    }
    const bucket = getOrCreate(buckets, ends.prefix, (): Bucket<T> => ({ bySuffix: new Map() }));
    const shelf = getOrCreate(bucket.bySuffix, ends.suffix, (): Shelf<T> => ({
      plain: [],
      byMiddle: new Map(),
    }));
    const middle = middleOf(thing.name);
    if (middle === "") shelf.plain.push(thing);
    else getOrCreate(shelf.byMiddle, middle, (): T[] => []).push(thing);
  }

  const prefixLengths = lengthsOf(buckets.keys());
  const suffixLengths = new Map(
    [...buckets.values()].map((bucket) => [bucket, lengthsOf(bucket.bySuffix.keys())]),
  );
  const middleLengths = new Map(
    [...buckets.values()]
      .flatMap(({ bySuffix }) => [...bySuffix.values()])
      .map((shelf) => [shelf, lengthsOf(shelf.byMiddle.keys())]),
  );

  function* onShelf(shelf: Shelf<T>, name: string, prefix: number, suffix: number): Generator<T> {
    for (const thing of shelf.plain) if (matches(thing.name, name)) yield thing;
    if (shelf.byMiddle.size === 0) return;
    const between = name.slice(prefix, name.length - suffix);
    for (const part of partsOf(between, middleLengths.get(shelf)!))
      for (const thing of shelf.byMiddle.get(part) ?? [])
        if (matches(thing.name, name)) yield thing;
  }

  return function* find(name) {
    yield* literals.get(name) ?? [];
    for (const prefix of prefixLengths) {
      const bucket = prefix <= name.length && buckets.get(name.slice(0, prefix));
      if (!bucket) continue;
      for (const suffix of suffixLengths.get(bucket)!) {
        if (prefix + suffix > name.length) continue;
        const shelf = bucket.bySuffix.get(name.slice(name.length - suffix));
        if (shelf) yield* onShelf(shelf, name, prefix, suffix);
      }
    }
  };
}
