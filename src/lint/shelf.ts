/** What somebody says of a name or a pattern. */
export interface Claim {
  readonly name: string;
  /** Only names of one scope can be the same, such as those of one storage and host. */
  readonly scope: string;
  /** What all claims to one name should agree in. */
  readonly view: string;
  /** Whose claim it is; an owner never contradicts itself. */
  readonly owner: string;
}

/**
 * Claims to the same names, by view. Of each view the first ones of two owners are kept: whoever has another view
 * differs in owner from one of them, so that no more are ever needed.
 */
export type Shelf<T> = Map<string, T[]>;

export const newShelf = <T>(): Shelf<T> => new Map();

export function putOn<T extends Claim>(shelf: Shelf<T>, claim: T): void {
  const known = shelf.get(claim.view);
  if (!known) shelf.set(claim.view, [claim]);
  else if (known.length === 1 && known[0]!.owner !== claim.owner) known.push(claim);
}

/** A claim of another owner with another view that `counts`; `undefined` if there is none. */
export function findContradiction<T extends Claim>(
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
