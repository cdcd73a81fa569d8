import { distance } from "fastest-levenshtein";

const maximumListed = 12;

const quote = (options: readonly string[]) =>
  options.map((option) => JSON.stringify(option)).join(", ");

const nearestTo = (value: string, options: readonly string[]): string[] =>
  options
    .map((option) => ({ option, apart: distance(value, option) }))
    .toSorted((a, b) => a.apart - b.apart)
    .map(({ option }) => option);

/** `one of …`: all options where they are few, else those nearest to a value, where there is one. */
export function listOptions(options: readonly string[], value = ""): string {
  if (options.length === 0) return "none";
  if (options.length === 1) return quote(options);
  if (options.length <= maximumListed) return `one of ${quote(options)}`;
  return `one of ${options.length}, such as ${quote(nearestTo(value, options).slice(0, 3))}`;
}

export const expectedOneOf = (value: string, options: readonly string[]): string =>
  `expected ${listOptions(options, value)}`;

/** `did you mean "…"`, where one option is a slip of the keyboard away. */
export function didYouMean(value: string, options: readonly string[]): string | undefined {
  const [nearest] = nearestTo(value, options);
  if (nearest === undefined) return undefined;
  const tolerated = nearest.length < 4 ? 1 : Math.max(2, Math.floor(nearest.length / 4));
  return distance(value, nearest) <= tolerated ? `did you mean "${nearest}"` : undefined;
}
