import { isNearCap, longestKept } from "../observation/lifetime.ts";
import type { Lifetime, Observation } from "../observation/observation.ts";
import { type Duration, type Unit, writeDuration } from "../vocabulary/duration.ts";
import type { Storage } from "../vocabulary/vocabulary.ts";

type Length = Extract<Duration, { kind: "length" }>;
type Seen = Extract<Lifetime, { kind: "length" }>;

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** The seconds that a unit lasts at least and at most. */
const spans: Readonly<Record<Unit, readonly [number, number]>> = {
  second: [1, 1],
  minute: [minute, minute],
  hour: [hour, hour],
  day: [day, day],
  week: [7 * day, 7 * day],
  month: [28 * day, 31 * day],
  year: [365 * day, 366 * day],
};

const isAtCap = ({ seconds, capped }: Seen): boolean => capped || isNearCap(seconds);

/**
 * How much an observed length may differ: 2 % of the declared one, and a day where that is more. A day is for lengths
 * that are counted in days and more; of those in hours and less it would forgive a multiple, so there it is a minute.
 */
function toleranceOf({ unit }: Length, seconds: number): number {
  const isFine = unit === "second" || unit === "minute" || unit === "hour";
  return Math.max(0.02 * seconds, isFine ? minute : day);
}

/**
 * How an observed length compares with a declared one, whose months have 28 to 31 days and whose years 365 or 366. A
 * declared length beyond the browser's cap agrees with one that the cap has cut.
 */
export function compareLength(declared: Length, seen: Seen): "shorter" | "equal" | "longer" {
  const [least, most] = spans[declared.unit].map((span) => span * declared.count) as [
    number,
    number,
  ];
  if (most > longestKept && isAtCap(seen)) return "equal";
  if (seen.seconds > most + toleranceOf(declared, most)) return "longer";
  return seen.seconds < least - toleranceOf(declared, least) ? "shorter" : "equal";
}

const lengthOf = ({ lifetime }: Observation): number =>
  lifetime.kind === "length" ? lifetime.seconds : lifetime.kind === "persistent" ? Infinity : 0;

/** The observation that stays longest, the first of equals. */
export const findLongest = (observations: readonly Observation[]): Observation | undefined =>
  observations.length === 0
    ? undefined
    : observations.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a));

/** Whether it is kept where nothing ends by itself, however long it is declared to stay. */
export const hasNoEnd = ({ storage }: { readonly storage: Storage }): boolean =>
  storage !== "cookie" && storage !== "session-storage";

/** A unit in which to tell a length, its seconds, and the count from which on a rounded one is near enough. */
const told: readonly (readonly [Unit, number, number])[] = [
  // A count has four digits at most, and 9999 days are 27.4 years.
  ["year", 365 * day, 28],
  ["day", day, 10],
  ["hour", hour, 25],
  ["minute", minute, 25],
  ["second", 1, 1],
];

const maximumCount = 9999;

/**
 * An observed lifetime in a form that a registry can hold, rounded by less than `compareLength` lets pass; `undefined`
 * where it is unknown.
 */
export function durationOf(lifetime: Lifetime): Duration | undefined {
  if (lifetime.kind === "unknown") return undefined;
  if (lifetime.kind !== "length") return { kind: lifetime.kind };
  const seconds = Math.max(lifetime.seconds, 1);
  const [unit, span] = told.find(([, one, enough]) => {
    const rounded = Math.round(seconds / one);
    return rounded >= enough || Math.abs(seconds - rounded * one) <= 0.005 * seconds;
  })!;
  const count = Math.min(Math.round(seconds / span), maximumCount);
  return { kind: "length", bounds: [], count, unit };
}

/** An observed lifetime as reports name it: `13 months`, `session`, `400 days or more`, `unknown`. */
export function writeLifetime(lifetime: Lifetime): string {
  const duration = durationOf(lifetime);
  if (!duration) return "unknown";
  const isCut = lifetime.kind === "length" && lifetime.capped;
  return writeDuration(duration) + (isCut ? " or more" : "");
}
