/** How long a live look waits for what; milliseconds. */
export interface Bounds {
  /** For the first byte of a page. */
  readonly answer: number;
  /** For a page that has answered to load and to come to rest. */
  readonly rest: number;
  /** At rest is a page that has loaded and asked the network for nothing for so long. */
  readonly quiet: number;
  /** For a consent banner to be found, and again for the choice to be made. */
  readonly choice: number;
  /** For one phase as a whole, for each page that it visits. */
  readonly phase: number;
}

/** For sites as they are. */
export const usualBounds: Bounds = {
  answer: 20_000,
  rest: 15_000,
  quiet: 1500,
  choice: 10_000,
  phase: 60_000,
};

/** What is left of a time that begins now. */
export interface Clock {
  readonly left: () => number;
}

export function startClock(milliseconds: number): Clock {
  const end = performance.now() + milliseconds;
  return { left: () => Math.max(end - performance.now(), 0) };
}
