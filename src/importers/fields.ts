import { epochOf } from "../observation/date.ts";
import { isMapping, type Mapping } from "../source/mapping.ts";
import type { Observation } from "../observation/observation.ts";

/** What a foreign object says under a key of its own; `undefined` for what only its prototype has. */
const own = (item: Mapping, key: string): unknown =>
  Object.hasOwn(item, key) ? item[key] : undefined;

export const textOf = (item: Mapping, key: string): string | undefined => {
  const value = own(item, key);
  return typeof value === "string" ? value : undefined;
};

/** True and false also as words, as Fiddler writes them. */
export const flagOf = (item: Mapping, key: string): boolean | undefined => {
  const value = own(item, key);
  return value === true || value === "true"
    ? true
    : value === false || value === "false"
      ? false
      : undefined;
};

/** A whole number from 1, as of a line. */
export const countOf = (item: Mapping, key: string): number | undefined => {
  const value = own(item, key);
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : undefined;
};

/** Empty where there is no object. */
export const mappingOf = (item: unknown, key: string): Mapping => {
  const value = isMapping(item) ? own(item, key) : undefined;
  return isMapping(value) ? value : {};
};

/** Empty where there is no list. */
export const listOf = (item: unknown, key: string): readonly unknown[] => {
  const value = isMapping(item) ? own(item, key) : undefined;
  return Array.isArray(value) ? value : [];
};

/** The epoch milliseconds of a date. */
export const timeOf = (item: Mapping, key: string): number | undefined =>
  epochOf(textOf(item, key) ?? "");

const sameSites: Readonly<Partial<Record<string, Observation["sameSite"]>>> = {
  strict: "strict",
  lax: "lax",
  none: "none",
  no_restriction: "none",
};

export const sameSiteOf = (item: Mapping): Observation["sameSite"] => {
  const value = (textOf(item, "sameSite") ?? textOf(item, "SameSite raw"))?.toLowerCase();
  return value !== undefined && Object.hasOwn(sameSites, value) ? sameSites[value] : undefined;
};

type Loose<T> = { -readonly [K in keyof T]: T[K] | undefined };

/** The object without the keys that hold `undefined`, which here means that the evidence cannot tell. */
export function withoutUnknown<T extends object>(fields: Loose<T>): T {
  const known: Partial<Loose<T>> = {};
  for (const key in fields) if (fields[key] !== undefined) known[key] = fields[key];
  return known as T;
}
