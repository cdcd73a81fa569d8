import { distance } from "fastest-levenshtein";

const maximumListed = 12;

const quote = (options: readonly string[]) =>
  options.map((option) => JSON.stringify(option)).join(", ");

const nearestTo = (value: string, options: readonly string[]): string[] =>
  options
    .map((option) => ({ option, apart: distance(value, option) }))
    .toSorted((a, b) => a.apart - b.apart)
    .map(({ option }) => option);

/** Whether one text is a slip of the keyboard away from another. */
function isNear(value: string, option: string): boolean {
  const tolerated = option.length < 4 ? 1 : Math.max(2, Math.floor(option.length / 4));
  return distance(value, option) <= tolerated;
}

export const mean = (meant: string): string => `did you mean "${meant}"`;

/** `one of …`: all options where they are few, else those nearest to a value, where there is one. */
export function listOptions(options: readonly string[], value = ""): string {
  if (options.length === 0) return "none";
  if (options.length === 1) return quote(options);
  if (options.length <= maximumListed) return `one of ${quote(options)}`;
  const near = nearestTo(value, options).filter((one) => value === "" || isNear(value, one));
  const some = near.length > 0 ? `, such as ${quote(near.slice(0, 3))}` : "";
  return `one of ${options.length}${some}`;
}

export const expectedOneOf = (value: string, options: readonly string[]): string =>
  `expected ${listOptions(options, value)}`;

/** `did you mean "…"`, where one option is a slip of the keyboard away. */
export function didYouMean(value: string, options: readonly string[]): string | undefined {
  const [nearest] = nearestTo(value, options);
  if (nearest === undefined) return undefined;
  return isNear(value, nearest) ? mean(nearest) : undefined;
}

/** What is said of a text that is none of the options. */
export interface Suggestion {
  /** `expected one of …`. */
  readonly expected: string;
  /** `did you mean "…"`. */
  readonly hint: string | undefined;
}

const maximumSuggested = 20;

/** Finds what was meant by the first few texts; each takes as many comparisons as there are options. */
export function createSuggest(options: readonly string[]): (text: string) => Suggestion {
  const suggested = new Map<string, Suggestion>();
  return (text) => {
    const known = suggested.get(text);
    if (known) return known;
    if (suggested.size === maximumSuggested)
      return { expected: `expected one of ${options.length}`, hint: undefined };
    const found = { expected: expectedOneOf(text, options), hint: didYouMean(text, options) };
    suggested.set(text, found);
    return found;
  };
}
