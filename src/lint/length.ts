import type { Duration, Unit } from "../registry/duration.ts";

const millisecondsADay = 86_400_000;

/** How many days so many months have, from 1 July 2023: 6, 12, 13, 24 and 25 of them are nowhere longer. */
export const daysOfMonths = (months: number): number =>
  (Date.UTC(2023, 6 + months, 1) - Date.UTC(2023, 6, 1)) / millisecondsADay;

const daysOf: Readonly<Record<Unit, (count: number) => number>> = {
  second: (count) => count / 86_400,
  minute: (count) => count / 1440,
  hour: (count) => count / 24,
  day: (count) => count,
  week: (count) => count * 7,
  month: daysOfMonths,
  year: (count) => daysOfMonths(count * 12),
};

/** How many days a duration lasts at most, whatever its bound: 0 for a session, infinite until deleted. */
export function lengthInDays(duration: Duration): number {
  if (duration.kind === "session") return 0;
  return duration.kind === "persistent" ? Infinity : daysOf[duration.unit](duration.count);
}
