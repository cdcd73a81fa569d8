import { epochOf } from "../observation/date.ts";
import { beforeValue } from "../observation/header-text.ts";
import { isRedacted } from "../observation/set-cookie.ts";
import { jarHost, isCookieName } from "../observation/cookie-owner.ts";
import { jarLifetime } from "../observation/lifetime.ts";
import type { Lifetime, Observation } from "../observation/observation.ts";
import { isMapping, type Mapping } from "../source/mapping.ts";
import { type EvidenceEntry, redacted } from "./collect.ts";
import { flagOf, sameSiteOf, textOf, withoutUnknown } from "./fields.ts";

/** Why a list of cookies may hide something: it is a look at one moment, through one window. */
export const jarGaps: readonly string[] = [
  "a list of cookies shows no other storage and nothing that was gone when it was made",
];

/** No cookie ends in the year 5138, so that a greater number counts milliseconds. */
const mostSeconds = 1e11;

const isNumber = /^-?\d+(?:\.\d+)?$/;

/** What a jar may say of the time at which a cookie ends: epoch seconds, a date, or something for a session. */
export function lifetimeUntil(expires: unknown, at: number | undefined): Lifetime {
  if (expires === undefined || expires === null || expires === "" || expires === "Infinity")
    return { kind: "session" };
  const end = typeof expires === "string" && isNumber.test(expires) ? Number(expires) : expires;
  if (typeof end === "number")
    return end <= 0 ? { kind: "session" } : jarLifetime(end > mostSeconds ? end : end * 1000, at);
  const date = typeof end === "string" ? epochOf(end) : undefined;
  return date === undefined ? { kind: "unknown" } : jarLifetime(date, at);
}

/** Browsers write a leading dot for a cookie with a `Domain`. */
export const isHostOnly = (domain: string): boolean => !domain.startsWith(".");

const firstText = (item: Mapping, ...keys: readonly string[]): string | undefined =>
  keys.map((key) => textOf(item, key)).find((text) => text !== undefined);

const firstFlag = (item: Mapping, ...keys: readonly string[]): boolean | undefined =>
  keys.map((key) => flagOf(item, key)).find((flag) => flag !== undefined);

/** Under whatever key a tool writes the end of a cookie. */
const endKeys = ["expirationDate", "expiry", "expires", "Expires raw"];

const attributes = ["path", "secure", "httpOnly", "hostOnly", "sameSite", "session"];

function lifetimeOf(item: Mapping, at: number | undefined): Lifetime {
  if (flagOf(item, "session") === true) return { kind: "session" };
  const key = endKeys.find((one) => Object.hasOwn(item, one));
  if (key !== undefined) return lifetimeUntil(item[key], at);
  const { maxAge } = item;
  const creation = epochOf(textOf(item, "creation") ?? "");
  if (typeof maxAge === "number")
    return creation === undefined ? { kind: "unknown" } : jarLifetime(creation + maxAge * 1000, at);
  // Only what tells all the rest means a session by telling no end.
  const tellsAll = flagOf(item, "session") === undefined && attributes.some((one) => one in item);
  return { kind: tellsAll ? "session" : "unknown" };
}

/** Of an address that stands for a host, as `https://.example.org/`, the host. */
const withoutScheme = (host: string): string => host.replace(/^https?:\/\/([^/]*).*$/s, "$1");

/** A cookie as the lists of browsers and their tools have it, `at` the epoch milliseconds of the look into the jar. */
export function readJarCookie(item: unknown, at: number | undefined): EvidenceEntry {
  if (!isMapping(item)) return { fault: "that is no cookie" };
  const told = firstText(item, "name", "key", "Name raw");
  const name = told === undefined ? undefined : beforeValue(told);
  const domain = withoutScheme(firstText(item, "domain", "Host raw") ?? "");
  const value = firstText(item, "value", "Content raw") ?? "";
  if (name === undefined || (name === "" && value === "")) return { fault: "without a name" };
  if (isRedacted(`${name}=`)) return redacted;
  if (!isCookieName(name)) return { fault: "with a name that browsers refuse" };
  const host = jarHost(domain);
  if (host === undefined) return { fault: "without a host" };
  return withoutUnknown<Observation>({
    name,
    storage: "cookie",
    host,
    hostOnly: firstFlag(item, "hostOnly", "This domain only raw") ?? isHostOnly(domain),
    path: firstText(item, "path", "Path raw"),
    lifetime: lifetimeOf(item, at),
    httpOnly: firstFlag(item, "httpOnly", "HTTP only raw"),
    secure: firstFlag(item, "secure", "Send for raw"),
    sameSite: sameSiteOf(item),
    partitioned: (item["partitionKey"] ?? undefined) === undefined ? undefined : true,
  });
}
