import { endsOf, matches } from "./name-pattern.ts";

/** Calls `visit` for whatever has a name, or a pattern that stands for it; perhaps more than once. */
export type FindByName<T> = (name: string, visit: (found: T) => void) => void;

/** Patterns whose ends are the same. */
interface Shelf<T> {
  /** Those with nothing fixed between their ends. */
  readonly plain: T[];
  /** The others, by the first fixed part between their ends. */
  readonly byMiddle: Map<string, T[]>;
  /** The lengths of those parts, by the character that they begin with. */
  readonly middleLengths: Map<string, Set<number>>;
}

/** Patterns that begin alike, by what they end with, and the lengths of these ends. */
interface Bucket<T> {
  readonly bySuffix: Map<string, Shelf<T>>;
  readonly suffixLengths: Set<number>;
}

function getOrCreate<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const created = create();
  map.set(key, created);
  return created;
}

const newShelf = <T>(): Shelf<T> => ({ plain: [], byMiddle: new Map(), middleLengths: new Map() });
const newBucket = <T>(): Bucket<T> => ({ bySuffix: new Map(), suffixLengths: new Set() });

const middleOf = (pattern: string): string =>
  pattern
    .split("*")
    .slice(1, -1)
    .find((part) => part !== "") ?? "";

function putOn<T extends { readonly name: string }>(shelf: Shelf<T>, thing: T): void {
  const middle = middleOf(thing.name);
  if (middle === "") shelf.plain.push(thing);
  else {
    getOrCreate(shelf.byMiddle, middle, (): T[] => []).push(thing);
    getOrCreate(shelf.middleLengths, middle[0]!, () => new Set<number>()).add(middle.length);
  }
}

/** Calls `visit` for those on a shelf that stand for a name whose ends, until `from` and from `to` on, agree. */
function look<T extends { readonly name: string }>(
  { plain, byMiddle, middleLengths }: Shelf<T>,
  name: string,
  from: number,
  to: number,
  visit: (found: T) => void,
): void {
  for (const thing of plain) if (matches(thing.name, name)) visit(thing);
  if (byMiddle.size === 0) return;
  for (let at = from; at < to; at += 1)
    for (const length of middleLengths.get(name[at]!) ?? [])
      if (at + length <= to)
        for (const thing of byMiddle.get(name.slice(at, at + length)) ?? [])
          if (matches(thing.name, name)) visit(thing);
}

/**
 * Indexes things by name: literals by themselves, patterns by what stands before the first star, behind the last and
 * first between. So a look at a name does not grow with the patterns that do not stand for it.
 */
export function indexByName<T extends { readonly name: string }>(
  things: Iterable<T>,
): FindByName<T> {
  const literals = new Map<string, T[]>();
  const buckets = new Map<string, Bucket<T>>();
  for (const thing of things) {
    const ends = endsOf(thing.name);
    if (ends) {
      const { prefix, suffix } = ends;
      const bucket = getOrCreate(buckets, prefix, newBucket<T>);
      bucket.suffixLengths.add(suffix.length);
      putOn(getOrCreate(bucket.bySuffix, suffix, newShelf<T>), thing);
    } else getOrCreate(literals, thing.name, (): T[] => []).push(thing);
  }
  const prefixLengths = new Set([...buckets.keys()].map(({ length }) => length));

  return (name, visit) => {
    for (const thing of literals.get(name) ?? []) visit(thing);
    for (const from of prefixLengths) {
      const bucket = from <= name.length ? buckets.get(name.slice(0, from)) : undefined;
      if (!bucket) continue;
      for (const length of bucket.suffixLengths) {
        const to = name.length - length;
        const shelf = from <= to ? bucket.bySuffix.get(name.slice(to)) : undefined;
        if (shelf) look(shelf, name, from, to, visit);
      }
    }
  };
}
