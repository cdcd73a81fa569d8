import type { Lifetime } from "./observation.ts";

const secondsPerDay = 86_400;

/** Browsers keep nothing longer than 400 days (RFC 6265bis, 5.5); in seconds. */
export const longestKept = 400 * secondsPerDay;

/** Whether a length may be that limit: some tools count from another day than the browser. */
export const isNearCap = (seconds: number): boolean =>
  Math.abs(seconds - longestKept) <= secondsPerDay;

/** A jar that is read a little later shows a little less; one that shows more is of a program without that limit. */
const isCapped = (seconds: number): boolean =>
  isNearCap(seconds) && seconds >= longestKept - 0.1 * secondsPerDay;

const lengthOf = (seconds: number, capped: boolean): Lifetime => ({
  kind: "length",
  seconds: Math.min(Math.round(seconds), Number.MAX_SAFE_INTEGER),
  capped,
});

/** What a header or a script asks for, before any browser cuts it. */
export const askedLifetime = (seconds: number): Lifetime => lengthOf(seconds, false);

/**
 * What is left of a cookie's life in a jar that was looked at `at`, both in epoch milliseconds: at most what was asked
 * for. One that is over by then says that the time is wrong, so its length is unknown.
 */
export function jarLifetime(expires: number, at: number | undefined): Lifetime {
  if (at === undefined || !(expires > at)) return { kind: "unknown" };
  const seconds = (expires - at) / 1000;
  return lengthOf(seconds, isCapped(seconds));
}

const rank = { unknown: 0, session: 1, length: 2, persistent: 3 } as const;

/** Greater than 0 where `a` stays longer than `b`; what is unknown is shorter than all. */
export const compareLifetimes = (a: Lifetime, b: Lifetime): number =>
  a.kind === "length" && b.kind === "length" ? a.seconds - b.seconds : rank[a.kind] - rank[b.kind];
