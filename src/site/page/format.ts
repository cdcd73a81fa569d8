import { memoizeByText } from "../../memo.ts";
import { bounds, type Bound, type Duration, type Unit } from "../../vocabulary/duration.ts";
import type { Terms } from "../../registry/schema/terms.ts";

/** Prints facts in one language. Built once a language, since `Intl` objects are dear. */
export interface Format {
  readonly duration: (duration: Duration, selfRenewing: boolean) => string;
  /** A day written as `2026-11-01`. */
  readonly date: (iso: string) => string;
  /** A code of ISO 3166-1. */
  readonly country: (code: string) => string;
  readonly list: (items: readonly string[]) => string;
}

/** Puts values into a pattern such as `up to {duration}`. */
export const fillPattern = (pattern: string, values: Readonly<Record<string, string>>): string =>
  pattern.replace(/\{([^{}]*)\}/g, (whole, name: string) => values[name] ?? whole);

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
  const countries = new Intl.DisplayNames(locale, { type: "region" });
  const lists = new Intl.ListFormat(locale, { type: "conjunction" });
  const lengths = new Map<string, Intl.NumberFormat>();
  const plurals = new Intl.PluralRules(locale);

  function length(count: number, unit: Unit): string {
    const own = terms.units?.[unit];
    const form = own?.[plurals.select(count)] ?? own?.other;
    if (form !== undefined) return fillPattern(form, { count: `${count}` });
    let numbers = lengths.get(unit);
    if (!numbers) {
      numbers = new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" });
      lengths.set(unit, numbers);
    }
    return numbers.format(count);
  }

  function bounded(duration: Duration): string {
    const { durations, labels } = terms;
    if (duration.kind === "not-stated") return labels.notStated;
    if (duration.kind !== "length") return durations[duration.kind];
    const { count, unit, minimum, orSession } = duration;
    let text = length(count, unit);
    if (minimum)
      text = fillPattern(durations.range, {
        minimum: length(minimum.count, minimum.unit),
        maximum: text,
      });
    if (orSession) text = fillPattern(durations.sessionOr, { duration: text });
    for (const bound of bounds)
      if (duration.bounds.includes(bound))
        text = fillPattern(durations[boundPatterns[bound]], { duration: text });
    return text;
  }

  return {
    duration: memoizeByText(
      (duration, selfRenewing) => {
        const text = bounded(duration);
        return selfRenewing ? fillPattern(terms.durations.selfRenewing, { duration: text }) : text;
      },
      (duration: Duration, selfRenewing: boolean) => JSON.stringify([duration, selfRenewing]),
    ),
    date: memoizeByText((iso) => dates.format(new Date(`${iso}T00:00:00Z`))),
    country: memoizeByText((code) => terms.countries?.[code] ?? countries.of(code) ?? code),
    list: (items) => lists.format(items),
  };
}

interface Described {
  readonly name: string;
  readonly direction: "ltr" | "rtl";
}

/** Every page names every language of its site, and `Intl` objects are dear. */
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
