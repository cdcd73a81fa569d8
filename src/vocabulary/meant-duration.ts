import type { Unit } from "./duration.ts";

const words: readonly (readonly [Unit, string])[] = [
  ["second", "s sec secs second seconds"],
  ["minute", "m min mins minute minutes"],
  ["hour", "h hr hrs hour hours"],
  ["day", "d day days"],
  ["week", "w wk wks week weeks"],
  ["month", "mo mos mth mths month months"],
  ["year", "y yr yrs year years"],
];

const unitOf = new Map(words.flatMap(([unit, all]) => all.split(" ").map((word) => [word, unit])));

/** Each unit in a smaller one, as far as that is exact. */
const parts: Readonly<Partial<Record<Unit, readonly [number, Unit]>>> = {
  year: [12, "month"],
  week: [7, "day"],
  day: [24, "hour"],
  hour: [60, "minute"],
  minute: [60, "second"],
};

const endless = /^(?:forever|never|never expires|no expiry|no expiration|unlimited|permanent)$/;
const untilClosed = /^(?:end of |browser |current )?session(?: cookie| end| only)?$/;

interface Length {
  readonly count: number;
  readonly unit: Unit;
}

/** A length in smaller units until its count is whole. */
function makeWhole({ count, unit }: Length): Length | undefined {
  const rounded = Math.round(count * 1e6) / 1e6;
  if (Number.isInteger(rounded)) return { count: rounded, unit };
  const [size, smaller] = parts[unit] ?? [];
  return size === undefined || smaller === undefined
    ? undefined
    : makeWhole({ count: count * size, unit: smaller });
}

/** A length in a smaller unit; `undefined` where that is not exact. */
function convert({ count, unit }: Length, wanted: Unit): number | undefined {
  if (unit === wanted) return count;
  const [size, smaller] = parts[unit] ?? [];
  return size === undefined || smaller === undefined
    ? undefined
    : convert({ count: count * size, unit: smaller }, wanted);
}

function add(lengths: readonly Length[]): Length | undefined {
  const last = lengths.at(-1);
  if (!last) return undefined;
  const counts = lengths.map((one) => convert(one, last.unit));
  if (counts.includes(undefined)) return undefined;
  return { count: counts.reduce<number>((sum, one) => sum + (one ?? 0), 0), unit: last.unit };
}

const maximumCount = 9999;

/** The duration that is meant by a text that is none: `90 minutes` by `1.5 hours`, `persistent` by `forever`. */
export function meantDuration(text: string): string | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, " ");
  if (endless.test(plain)) return "persistent";
  if (untilClosed.test(plain)) return "session";
  const found = [...plain.matchAll(/(\d+(?:[.,]\d+)?) ?([a-z]+)\.?(?: and |, | |$)/g)];
  const isAll = found.map(([whole]) => whole).join("") === plain;
  const lengths = found.flatMap(([, count = "", word = ""]) => {
    const unit = unitOf.get(word);
    return unit ? [{ count: Number(count.replace(",", ".")), unit }] : [];
  });
  if (!isAll || lengths.length !== found.length) return undefined;
  const sum = add(lengths);
  const { count, unit } = (sum && makeWhole(sum)) ?? {};
  if (count === undefined || unit === undefined || count < 1 || count > maximumCount)
    return undefined;
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
