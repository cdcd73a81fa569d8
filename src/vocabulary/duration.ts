export const units = ["second", "minute", "hour", "day", "week", "month", "year"] as const;
export type Unit = (typeof units)[number];

/** How a stated length is meant; without any it is exact. At most one of each, in the order of `bounds`. */
export const bounds = ["up-to", "by-default", "after-last-activity"] as const;
export type Bound = (typeof bounds)[number];

// An alias, which declarations of other files can write out, and not an interface.
type Length = { readonly count: number; readonly unit: Unit };

/** How long a cookie stays, or how long what it collects is kept; `not-stated` where no source says it. */
export type Duration =
  | { readonly kind: "session" }
  | { readonly kind: "persistent" }
  | { readonly kind: "not-stated" }
  | (Length & {
      readonly kind: "length";
      readonly bounds: readonly Bound[];
      /** The shortest of a range, of which `count` and `unit` are the longest. */
      readonly minimum?: Length;
      /** In some cases it ends with the session instead. */
      readonly orSession?: true;
    });

/** The forms that a duration may take, as a message lists them. */
export const durationForms =
  '"session", "persistent", "not stated", "<number> <unit>" with "up to" before or "by default" or "after last activity" behind it, "<number> <unit> to <number> <unit>" or "session or <number> <unit>"';

const unitPattern = "(second|minute|hour|day|week|month|year)s?";
const lengthPattern = `[1-9][0-9]{0,3} ${unitPattern}`;

/** The same forms as a regular expression for the editor's JSON Schema. */
export const durationPattern = `^(session|persistent|not stated|(up to |session or |${lengthPattern} to )?${lengthPattern}( by default)?( after last activity)?)$`;

const length =
  /^((?<upTo>up to )|(?<orSession>session or )|(?<least>[1-9]\d{0,3}) (?<leastUnit>second|minute|hour|day|week|month|year)s? to )?(?<count>[1-9]\d{0,3}) (?<unit>second|minute|hour|day|week|month|year)s?(?<byDefault> by default)?(?<afterLastActivity> after last activity)?$/;

/** A stretch of time alone, as the same kind of expression. */
export const periodPattern = `(up to )?${lengthPattern}( by default)?`;

/** Reads a duration as a person writes it (see `durationForms`), in capitals or not; anything else is `undefined`. */
export function parseDuration(written: string): Duration | undefined {
  const text = written.toLowerCase();
  if (text === "session" || text === "persistent") return { kind: text };
  if (text === "not stated") return { kind: "not-stated" };
  const groups = length.exec(text)?.groups;
  if (!groups) return undefined;
  const { upTo, orSession, least, leastUnit, count, unit, byDefault, afterLastActivity } = groups;
  const stated = [upTo, byDefault, afterLastActivity];
  return {
    kind: "length",
    bounds: bounds.filter((_, index) => stated[index] !== undefined),
    count: Number(count),
    unit: unit as Unit,
    ...(least ? { minimum: { count: Number(least), unit: leastUnit as Unit } } : {}),
    ...(orSession ? { orSession: true as const } : {}),
  };
}

const writeLength = ({ count, unit }: Length) => `${count} ${unit}${count === 1 ? "" : "s"}`;

/** A duration as a registry writes it. */
export function writeDuration(duration: Duration): string {
  if (duration.kind === "not-stated") return "not stated";
  if (duration.kind !== "length") return duration.kind;
  const has = (bound: Bound) => duration.bounds.includes(bound);
  return [
    ...(duration.minimum ? [writeLength(duration.minimum), "to"] : []),
    ...(duration.orSession ? ["session or"] : []),
    ...(has("up-to") ? ["up to"] : []),
    writeLength(duration),
    ...(has("by-default") ? ["by default"] : []),
    ...(has("after-last-activity") ? ["after last activity"] : []),
  ].join(" ");
}

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

/** How many days a duration lasts at most, whatever its bounds: 0 for a session or where none is stated, infinite until deleted. */
export function lengthInDays(duration: Duration): number {
  if (duration.kind === "session" || duration.kind === "not-stated") return 0;
  return duration.kind === "persistent" ? Infinity : daysOf[duration.unit](duration.count);
}

/** The day after another, both as `2026-11-01`. */
export const dayAfter = (day: string): string =>
  new Date(Date.parse(day) + millisecondsADay).toISOString().slice(0, 10);

/** The same day so many years earlier; days as `2026-11-01`, which compare as texts. */
export const yearsBefore = (day: string, years: number): string =>
  `${String(Number(day.slice(0, 4)) - years).padStart(4, "0")}${day.slice(4)}`;
