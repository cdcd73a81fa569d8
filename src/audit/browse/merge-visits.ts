import { mergeObservations } from "../../observation/merge.ts";
import { type Observation, phases, type Setter } from "../../observation/observation.ts";

/** What makes two observations of different times the same thing. */
const identify = ({ storage, name, host, path, partitioned }: Observation): string =>
  JSON.stringify([storage, name, host, path, partitioned === true]);

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const setterKey = ({ kind, url, line = 0, column = 0 }: Setter): string =>
  JSON.stringify([kind, url, String(line).padStart(9, "0"), String(column).padStart(9, "0")]);

/** Where a page stands in their order, from 0; -1 for what is none of them. */
function indexPages(pages: readonly string[]): (page: string | undefined) => number {
  const indexes = new Map(pages.map((page, index) => [page, index]));
  return (page) => (page === undefined ? -1 : (indexes.get(page) ?? -1));
}

/** In an order that does not depend on which answer came first; what names its setter before what does not. */
function sortSeen(seen: readonly Observation[], pages: readonly string[]): Observation[] {
  const indexOf = indexPages(pages);
  return seen
    .map((one) => ({
      one,
      phase: one.phase === undefined ? -1 : phases.indexOf(one.phase),
      page: indexOf(one.page),
      thing: identify(one),
      setter: one.setter && setterKey(one.setter),
    }))
    .toSorted(
      (a, b) =>
        a.phase - b.phase ||
        compareTexts(a.thing, b.thing) ||
        Number(a.setter === undefined) - Number(b.setter === undefined) ||
        a.page - b.page ||
        compareTexts(a.setter ?? "", b.setter ?? ""),
    )
    .map(({ one }) => one);
}

const withoutMoment = ({ phase: _phase, page: _page, ...thing }: Observation): Observation => thing;

/**
 * What the browser still held without saying whose it is takes its setter, and the length that was asked for, from where
 * it was seen to be set, earlier in the visit.
 */
function nameSetters(seen: readonly Observation[]): Observation[] {
  const set = seen.filter(({ setter, blocked }) => setter && !blocked).map(withoutMoment);
  const known = new Map(mergeObservations(set).map((one) => [identify(one), one]));
  return seen.map((one) => {
    const { phase, page, setter } = one;
    const origin = setter ? undefined : known.get(identify(one));
    return origin ? { ...origin, ...(phase && { phase }), ...(page && { page }) } : one;
  });
}

/**
 * What was merged, with the first of the pages on which any of what was seen shows it, and the others; where only one page
 * was visited, with that page alone.
 */
function tellPages(
  merged: readonly Observation[],
  seen: readonly Observation[],
  pages: readonly string[],
): Observation[] {
  if (pages.length < 2) return [...merged];
  const indexOf = indexPages(pages);
  const keyOf = (one: Observation): string => `${one.phase} ${identify(one)}`;
  const shownOn = new Map<string, Set<string>>();
  for (const one of seen) {
    const key = keyOf(one);
    const shown = shownOn.get(key) ?? new Set();
    for (const page of [one.page, ...(one.alsoOn ?? [])]) if (page !== undefined) shown.add(page);
    shownOn.set(key, shown);
  }
  return merged.map((one) => {
    const shown = [...shownOn.get(keyOf(one))!].toSorted((a, b) => indexOf(a) - indexOf(b));
    const [page, ...alsoOn] = shown;
    return page === undefined ? one : { ...one, page, alsoOn };
  });
}

/** Each thing that was seen in one visit, once for each phase, with its setter where anything told it. */
export const joinVisit = (seen: readonly Observation[], pages: readonly string[]): Observation[] =>
  tellPages(mergeObservations(sortSeen(nameSetters(sortSeen(seen, pages)), pages)), seen, pages);

/** The visits of all phases as one, in an order that is the same at every look. */
export const joinVisits = (
  visits: readonly (readonly Observation[])[],
  pages: readonly string[],
): Observation[] =>
  tellPages(mergeObservations(sortSeen(visits.flat(), pages)), visits.flat(), pages);
