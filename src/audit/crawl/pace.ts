import { setTimeout as sleep } from "node:timers/promises";

/** What tells the time and lets it pass; milliseconds. */
export interface Time {
  readonly now: () => number;
  /** Ends early where the signal is aborted. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

const realTime: Time = {
  now: () => performance.now(),
  sleep: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }).catch(() => {}),
};

/** Lets a site alone between one question and the next. */
export interface Pace {
  /** Waits until the next one may be asked, at most so long. */
  readonly wait: (atMost: number) => Promise<void>;
  /** Lets at least so many milliseconds pass from now on. */
  readonly slowTo: (delay: number) => void;
  readonly delay: () => number;
}

export function keepPace(
  first: number,
  signal: AbortSignal,
  { now, sleep: rest }: Time = realTime,
): Pace {
  let delay = first;
  let last = -Infinity;
  return {
    wait: async (atMost) => {
      const left = Math.min(last + delay - now(), atMost);
      if (left > 0) await rest(left, signal);
      last = now();
    },
    slowTo: (milliseconds) => {
      delay = Math.max(delay, milliseconds);
    },
    delay: () => delay,
  };
}
