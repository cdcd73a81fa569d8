import { distance } from "fastest-levenshtein";

const maximumListed = 12;

const quote = (options: readonly string[]) =>
  options.map((option) => JSON.stringify(option)).join(", ");

/** `expected one of …`: all options where they are few, else the nearest ones. */
export function expectedOneOf(value: string, options: readonly string[]): string {
  if (options.length === 0) return "expected none";
  if (options.length === 1) return `expected ${quote(options)}`;
  if (options.length <= maximumListed) return `expected one of ${quote(options)}`;
  const nearest = options.toSorted((a, b) => distance(value, a) - distance(value, b)).slice(0, 3);
  return `expected one of ${options.length}, such as ${quote(nearest)}`;
}

/** `did you mean "…"`, where one option is a slip of the keyboard away. */
export function didYouMean(value: string, options: readonly string[]): string | undefined {
  const [nearest] = options.toSorted((a, b) => distance(value, a) - distance(value, b));
  if (nearest === undefined) return undefined;
  const tolerated = nearest.length < 4 ? 1 : Math.max(2, Math.floor(nearest.length / 4));
  return distance(value, nearest) <= tolerated ? `did you mean "${nearest}"` : undefined;
}
