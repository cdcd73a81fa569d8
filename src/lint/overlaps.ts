import type { Place } from "../diagnostic.ts";
import { usedProviders } from "../registry/cookies.ts";
import type { Registry } from "../registry/registry.ts";
import type { Site } from "../registry/schema/site.ts";
import type { Path } from "../source/yaml/locate.ts";
import { type Duration, lengthInDays } from "../vocabulary/duration.ts";
import { endsOf, matches } from "../vocabulary/name-pattern.ts";

/** What somebody says of a name or a pattern. */
export interface DeclaredName {
  readonly name: string;
  /** Only names of one scope can be the same, such as those of one storage and host. */
  readonly scope: string;
  /** What all claims to one name should agree in. */
  readonly view: string;
  /** Whose claim it is; an owner never contradicts itself. */
  readonly owner: string;
}

/**
 * Claims to the same names, by view. Of each view the first claims of two owners are kept, which is enough: any third owner
 * differs from at least one of them.
 */
type Shelf<T> = Map<string, T[]>;

const newShelf = <T>(): Shelf<T> => new Map();

function putOn<T extends DeclaredName>(shelf: Shelf<T>, claim: T): void {
  const known = shelf.get(claim.view);
  if (!known) shelf.set(claim.view, [claim]);
  else if (known.length === 1 && known[0]!.owner !== claim.owner) known.push(claim);
}

/** A claim of another owner with another view that `counts`; `undefined` if there is none. */
function findContradiction<T extends DeclaredName>(
  shelf: Shelf<T>,
  claim: T,
  counts: (claim: T, other: T) => boolean,
): T | undefined {
  for (const [view, others] of shelf) {
    if (view === claim.view) continue;
    const found = others.find((other) => other.owner !== claim.owner && counts(claim, other));
    if (found) return found;
  }
  return undefined;
}

/** Patterns of one prefix. */
interface Bucket<T> {
  /** By suffix: all of them, and those of each whole pattern, since the parts between decide over literals. */
  readonly bySuffix: Map<string, { all: Shelf<T>; byPattern: Map<string, Shelf<T>> }>;
  /** By every shorter end of their suffix. */
  readonly byEndOfSuffix: Map<string, Shelf<T>>;
}

function getOrCreate<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const created = create();
  map.set(key, created);
  return created;
}

/** The lengths that occur, the longest first: only ends of these lengths are worth a look. */
const lengthsOf = (texts: readonly string[]): number[] =>
  [...new Set(texts.map(({ length }) => length))].toSorted((a, b) => b - a);

/** For each claim one of the others that it contradicts; of claims to one name the later finds the earlier. */
function findInScope<T extends DeclaredName>(claims: readonly T[]): [T, T][] {
  const ends = claims.flatMap(({ name }) => endsOf(name) ?? []);
  const prefixLengths = lengthsOf(ends.map(({ prefix }) => prefix));
  const suffixLengths = lengthsOf(ends.map(({ suffix }) => suffix));
  const startsOf = (text: string) =>
    prefixLengths.filter((length) => length <= text.length).map((length) => text.slice(0, length));
  const endingsOf = (text: string) =>
    suffixLengths
      .filter((length) => length <= text.length)
      .map((length) => text.slice(text.length - length));

  const literals = new Map<string, Shelf<T>>();
  const buckets = new Map<string, Bucket<T>>();

  function add(claim: T): void {
    const own = endsOf(claim.name);
    if (!own) return putOn(getOrCreate(literals, claim.name, newShelf<T>), claim);
    const bucket = getOrCreate(buckets, own.prefix, (): Bucket<T> => ({
      bySuffix: new Map(),
      byEndOfSuffix: new Map(),
    }));
    const { all, byPattern } = getOrCreate(bucket.bySuffix, own.suffix, () => ({
      all: newShelf<T>(),
      byPattern: new Map<string, Shelf<T>>(),
    }));
    putOn(all, claim);
    putOn(getOrCreate(byPattern, claim.name, newShelf<T>), claim);
    for (const end of endingsOf(own.suffix))
      if (end !== own.suffix) putOn(getOrCreate(bucket.byEndOfSuffix, end, newShelf<T>), claim);
  }

  /** Two patterns share a name as soon as their ends agree; the one with the longer prefix finds the other. */
  function* shelvesFor(name: string): Generator<Shelf<T> | undefined> {
    const own = endsOf(name);
    if (!own) yield literals.get(name);
    for (const prefix of startsOf(own?.prefix ?? name)) {
      const bucket = buckets.get(prefix);
      if (!bucket) continue;
      for (const suffix of endingsOf(own?.suffix ?? name)) {
        const known = bucket.bySuffix.get(suffix);
        if (own) yield known?.all;
        else
          for (const [pattern, shelf] of known?.byPattern ?? [])
            if (matches(pattern, name)) yield shelf;
      }
      if (own && prefix !== own.prefix) yield bucket.byEndOfSuffix.get(own.suffix);
    }
  }

  const order = new Map(claims.map((claim, index) => [claim, index]));
  const isLater = (claim: T, other: T) => {
    const [a, b] = [endsOf(claim.name), endsOf(other.name)];
    const alike = a ? a.prefix === b?.prefix && a.suffix === b.suffix : !b;
    return !alike || order.get(claim)! > order.get(other)!;
  };

  claims.forEach(add);
  return claims.flatMap((claim): [T, T][] => {
    for (const shelf of shelvesFor(claim.name)) {
      const other = shelf && findContradiction(shelf, claim, isLater);
      if (other) return [[claim, other]];
    }
    return [];
  });
}

/**
 * Claims that can be about the same name and disagree: each claim at most once, with one that it contradicts, which is
 * the wider one of the two. In time proportional to the claims, however many agree or share a name.
 */
export function findConflicts<T extends DeclaredName>(claims: readonly T[]): [T, T][] {
  const byScope = new Map<string, T[]>();
  for (const claim of claims) getOrCreate(byScope, claim.scope, () => []).push(claim);
  return [...byScope.values()].flatMap((ofScope) => findInScope(ofScope));
}

/** What a provider of a site says of a name: its category, as the view. */
interface CategoryClaim extends DeclaredName {
  readonly duration: Duration | undefined;
  /** Whether a file of the project declares the provider. */
  readonly isOwn: boolean;
  /** Where in the site's list the provider stands. */
  readonly index: number;
  /** The same as a path of the site. */
  readonly path: Path;
  /** Where the provider declares the name. */
  readonly place: () => Place;
}

/** Whether two durations are one, however they are written: a year is 365 days, and as much by default. */
function isSameLength(one: Duration, other: Duration): boolean {
  if (one.kind !== "length" || other.kind !== "length") return one.kind === other.kind;
  const [a, b] = [lengthInDays(one), lengthInDays(other)];
  return one.orSession === other.orSession && Math.abs(a - b) <= Math.max(a, b) / 50;
}

/** Claims that give one name of one category another length than an earlier one does, which stands behind them. */
export function findOtherLengths(
  claims: readonly CategoryClaim[],
): [CategoryClaim, CategoryClaim][] {
  const first = new Map<string, CategoryClaim>();
  return claims.flatMap((claim): [CategoryClaim, CategoryClaim][] => {
    if (claim.duration === undefined || claim.duration.kind === "not-stated") return [];
    const other = getOrCreate(first, `${claim.scope} ${claim.view} ${claim.name}`, () => claim);
    const isSame = other.owner === claim.owner || isSameLength(other.duration!, claim.duration);
    return isSame ? [] : [[claim, other]];
  });
}

/** What the providers of a site say of their cookies, as the site uses them. */
export const claimsOf = (site: Site, registry: Registry): readonly CategoryClaim[] =>
  usedProviders(site, registry).flatMap(({ provider, index, cookies }) => {
    const isOwn = provider.layers.some(({ file }) => registry.project.owns(file));
    return cookies.map(({ name, storage, party, category, cookie, position }) => ({
      name,
      scope: `${storage} ${party === "first" ? "" : cookie.domain}`,
      view: category,
      duration: cookie.duration,
      owner: provider.id,
      isOwn,
      index,
      path: ["providers", index, ...(typeof site.providers[index] === "string" ? [] : ["id"])],
      place: () => provider.place(["cookies", position, "name"]),
    }));
  });
