import { distance } from "fastest-levenshtein";

const maximumListed = 12;

const quote = (options: readonly string[]) =>
  options.map((option) => JSON.stringify(option)).join(", ");

const nearestTo = (value: string, options: readonly string[]): string[] =>
  options
    .map((option) => ({ option, apart: distance(value, option) }))
    .toSorted((a, b) => a.apart - b.apart)
    .map(({ option }) => option);

/** `expected one of …`: all options where they are few, else the nearest ones. */
export function expectedOneOf(value: string, options: readonly string[]): string {
  if (options.length === 0) return "expected none";
  if (options.length === 1) return `expected ${quote(options)}`;
  if (options.length <= maximumListed) return `expected one of ${quote(options)}`;
  return `expected one of ${options.length}, such as ${quote(nearestTo(value, options).slice(0, 3))}`;
}

/** `did you mean "…"`, where one option is a slip of the keyboard away. */
export function didYouMean(value: string, options: readonly string[]): string | undefined {
  const [nearest] = nearestTo(value, options);
  if (nearest === undefined) return undefined;
  const tolerated = nearest.length < 4 ? 1 : Math.max(2, Math.floor(nearest.length / 4));
  return distance(value, nearest) <= tolerated ? `did you mean "${nearest}"` : undefined;
}
