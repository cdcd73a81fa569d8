export const units = ["second", "minute", "hour", "day", "week", "month", "year"] as const;
export type Unit = (typeof units)[number];

/** How the stated length is meant: exactly, at most, unless changed in a setting, or counted from the last visit. */
export type Bound = "exact" | "up-to" | "by-default" | "after-last-activity";

/** How long a cookie stays, or how long what it collects is kept. */
export type Duration =
  | { readonly kind: "session" }
  | { readonly kind: "persistent" }
  | {
      readonly kind: "length";
      readonly bound: Bound;
      readonly count: number;
      readonly unit: Unit;
    };

/** The forms that a duration may take, as a message lists them. */
export const durationForms =
  '"session", "persistent", "<number> <unit>", "up to <number> <unit>", "<number> <unit> by default" or "<number> <unit> after last activity"';

/** The same forms as a regular expression for the editor's JSON Schema. */
export const durationPattern =
  "^(session|persistent|(up to )?[1-9][0-9]{0,3} (second|minute|hour|day|week|month|year)s?|[1-9][0-9]{0,3} (second|minute|hour|day|week|month|year)s? (by default|after last activity))$";

const length =
  /^(?<prefix>up to )?(?<count>[1-9][0-9]{0,3}) (?<unit>second|minute|hour|day|week|month|year)s?(?<suffix> by default| after last activity)?$/;

function boundOf(prefix: string | undefined, suffix: string | undefined): Bound | undefined {
  if (prefix) return suffix ? undefined : "up-to";
  if (suffix === " by default") return "by-default";
  return suffix ? "after-last-activity" : "exact";
}

/** Reads a duration as a person writes it (see `durationForms`), in capitals or not; anything else is `undefined`. */
export function parseDuration(written: string): Duration | undefined {
  const text = written.toLowerCase();
  if (text === "session" || text === "persistent") return { kind: text };
  const { prefix, count, unit, suffix } = length.exec(text)?.groups ?? {};
  const bound = boundOf(prefix, suffix);
  if (!count || !unit || !bound) return undefined;
  return { kind: "length", bound, count: Number(count), unit: unit as Unit };
}

/** A duration as a registry writes it. */
export function writeDuration(duration: Duration): string {
  if (duration.kind !== "length") return duration.kind;
  const { bound, count, unit } = duration;
  const text = `${count} ${unit}${count === 1 ? "" : "s"}`;
  if (bound === "exact") return text;
  return bound === "up-to" ? `up to ${text}` : `${text} ${bound.replaceAll("-", " ")}`;
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

/** How many days a duration lasts at most, whatever its bound: 0 for a session, infinite until deleted. */
export function lengthInDays(duration: Duration): number {
  if (duration.kind === "session") return 0;
  return duration.kind === "persistent" ? Infinity : daysOf[duration.unit](duration.count);
}

/** The same day so many years earlier; days as `2026-11-01`, which compare as texts. */
export const yearsBefore = (day: string, years: number): string =>
  `${String(Number(day.slice(0, 4)) - years).padStart(4, "0")}${day.slice(4)}`;
