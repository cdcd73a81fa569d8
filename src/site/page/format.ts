import { memoizeByText, once } from "../../memo.ts";
import { createNumberForms } from "./number-forms.ts";
import { bounds, type Bound, type Duration, type Unit } from "../../vocabulary/duration.ts";
import type { Terms } from "../../registry/schema/terms.ts";

/** Prints facts in one language. Built once a language, since `Intl` objects are costly to make. */
export interface Format {
  readonly duration: (duration: Duration, selfRenewing: boolean) => string;
  /** A day written as `2026-11-01`. */
  readonly date: (iso: string) => string;
  /** A code of ISO 3166-1. */
  readonly country: (code: string) => string;
  readonly number: (count: number) => string;
  /** Of a file, in whole kilobytes. */
  readonly size: (bytes: number) => string;
  readonly list: (items: readonly string[]) => string;
  /** A text that begins a line, with a capital: names of countries have none in some languages. */
  readonly capitalize: (text: string) => string;
  /** A foreign name within a text from right to left, kept apart from what stands around it. */
  readonly isolate: (name: string) => string;
  /** As `fillPattern`; a text that does not begin the pattern loses its capital. */
  readonly fillWithin: typeof fillPattern;
}

/** Puts values into a pattern such as `up to {duration}`. */
export const fillPattern = (pattern: string, values: Readonly<Record<string, string>>): string =>
  pattern.replace(/\{([^{}]*)\}/g, (whole, name: string) => values[name] ?? whole);

const changeFirst = (text: string, change: (letter: string) => string): string => {
  const [first = ""] = text;
  return change(first) + text.slice(first.length);
};

const boundPatterns = {
  "up-to": "upTo",
  "by-default": "byDefault",
  "after-last-activity": "afterLastActivity",
} as const satisfies Record<Bound, keyof Terms["durations"]>;

export function createFormat(tag: string, terms: Terms): Format {
  const locale = terms.locale ?? tag;
  const dates = new Intl.DateTimeFormat(locale, {
    dateStyle: "long",
    calendar: "gregory",
    timeZone: "UTC",
  });
  const numbers = new Intl.NumberFormat(locale);
  const countries = new Intl.DisplayNames(locale, { type: "region" });
  const sizes = once(
    () => new Intl.NumberFormat(locale, { style: "unit", unit: "kilobyte", unitDisplay: "short" }),
  );
  const lengths = new Map<string, Intl.NumberFormat>();
  const formOf = createNumberForms(locale);
  const isRightToLeft = describeLanguage(tag).direction === "rtl";

  const fillWithin: Format["fillWithin"] = (pattern, values) => {
    const lower = (text: string) => changeFirst(text, (first) => first.toLocaleLowerCase(locale));
    const within = Object.entries(values).map(([name, text]) =>
      pattern.startsWith(`{${name}}`) ? [name, text] : [name, lower(text)],
    );
    return fillPattern(pattern, Object.fromEntries(within) as Record<string, string>);
  };

  function date(iso: string): string {
    const parts = dates.formatToParts(new Date(`${iso}T00:00:00Z`)).map(({ type, value }) => {
      const forms = type === "day" || type === "year" ? terms.dates?.[type] : undefined;
      return { type, text: formOf(Number(value), forms) ?? value };
    });
    const { pattern } = terms.dates ?? {};
    return pattern === undefined
      ? parts.map(({ text }) => text).join("")
      : fillPattern(pattern, Object.fromEntries(parts.map(({ type, text }) => [type, text])));
  }

  function length(count: number, unit: Unit): string {
    const form = formOf(count, terms.units?.[unit]);
    if (form !== undefined) return form;
    let units = lengths.get(unit);
    if (!units) {
      units = new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" });
      lengths.set(unit, units);
    }
    return units.format(count);
  }

  function bounded(duration: Duration): string {
    const { durations } = terms;
    if (duration.kind === "not-stated") return durations.notStated;
    if (duration.kind !== "length") return durations[duration.kind];
    const { count, unit, minimum, orSession } = duration;
    let text = length(count, unit);
    if (minimum)
      text = fillWithin(durations.range, {
        minimum: length(minimum.count, minimum.unit),
        maximum: text,
      });
    if (orSession) text = fillWithin(durations.sessionOr, { duration: text });
    for (const bound of bounds)
      if (duration.bounds.includes(bound))
        text = fillWithin(durations[boundPatterns[bound]], { duration: text });
    return text;
  }

  return {
    duration: memoizeByText(
      (duration, selfRenewing) => {
        const text = bounded(duration);
        return selfRenewing ? fillWithin(terms.durations.selfRenewing, { duration: text }) : text;
      },
      (duration: Duration, selfRenewing: boolean) => JSON.stringify([duration, selfRenewing]),
    ),
    date: memoizeByText(date),
    number: (count) => numbers.format(count),
    size: (bytes) => sizes().format(Math.ceil(bytes / 1000)),
    country: memoizeByText((code) => terms.countries?.[code] ?? countries.of(code) ?? code),
    list: (items) =>
      items
        .slice(1)
        .reduce(
          (list, item) => fillPattern(terms.list ?? "{list}, {item}", { list, item }),
          items[0] ?? "",
        ),
    capitalize: memoizeByText((text) =>
      changeFirst(text, (first) => first.toLocaleUpperCase(locale)),
    ),
    isolate: (name) => (isRightToLeft ? `\u2068${name}\u2069` : name),
    fillWithin,
  };
}

interface Described {
  readonly name: string;
  readonly direction: "ltr" | "rtl";
}

/** Kept, since every page names every language of its site and `Intl` objects take long to make. */
const described = new Map<string, Described>();

/** A language's name in itself, and its direction. */
export function describeLanguage(tag: string): Described {
  const known = described.get(tag);
  if (known) return known;
  const locale = new Intl.Locale(tag) as Intl.Locale & {
    getTextInfo?(): Pick<Described, "direction">;
    textInfo?: Pick<Described, "direction">;
  };
  const language: Described = {
    name: new Intl.DisplayNames(tag, { type: "language" }).of(tag) ?? tag,
    direction: (locale.getTextInfo?.() ?? locale.textInfo)?.direction ?? "ltr",
  };
  described.set(tag, language);
  return language;
}
