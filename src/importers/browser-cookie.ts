import { epochOf } from "../observation/date.ts";
import { jarHost, isCookieName } from "../observation/cookie-owner.ts";
import { jarLifetime } from "../observation/lifetime.ts";
import type { Lifetime, Observation } from "../observation/observation.ts";
import { isMapping } from "../source/mapping.ts";
import type { EvidenceEntry } from "./collect.ts";
import { flagOf, sameSiteOf, textOf, withoutUnknown } from "./fields.ts";

/** Why a list of cookies may hide something: it is a look at one moment, through one window. */
export const jarGaps: readonly string[] = [
  "a list of cookies shows no other storage and nothing that was gone when it was made",
];

/** What a jar may say of the time at which a cookie ends: epoch seconds, a date, or something for a session. */
export function lifetimeUntil(expires: unknown, at: number | undefined): Lifetime {
  if (expires === undefined || expires === null || expires === "" || expires === "Infinity")
    return { kind: "session" };
  if (typeof expires === "number")
    return expires <= 0 ? { kind: "session" } : jarLifetime(expires * 1000, at);
  const end = typeof expires === "string" ? epochOf(expires) : undefined;
  return end === undefined ? { kind: "unknown" } : jarLifetime(end, at);
}

/** What the formats differ in. */
export interface JarCookie {
  readonly expires: unknown;
  readonly hostOnly?: boolean | undefined;
}

/** A cookie as the lists of browsers and their tools have it, `at` the epoch milliseconds of the look into the jar. */
export function readJarCookie(
  item: unknown,
  at: number | undefined,
  shape: (item: Readonly<Record<string, unknown>>, domain: string) => JarCookie,
): EvidenceEntry {
  if (!isMapping(item)) return { fault: "that is no cookie" };
  const name = textOf(item, "name");
  const domain = textOf(item, "domain");
  if (name === undefined || name === "") return { fault: "without a name" };
  if (!isCookieName(name)) return { fault: "with a name that browsers refuse" };
  const host = domain === undefined ? undefined : jarHost(domain);
  if (domain === undefined || host === undefined) return { fault: "without a host" };
  const { expires, hostOnly } = shape(item, domain);
  return withoutUnknown<Observation>({
    name,
    storage: "cookie",
    host,
    hostOnly,
    path: textOf(item, "path"),
    lifetime: flagOf(item, "session") === true ? { kind: "session" } : lifetimeUntil(expires, at),
    httpOnly: flagOf(item, "httpOnly"),
    secure: flagOf(item, "secure"),
    sameSite: sameSiteOf(item),
    partitioned: (item["partitionKey"] ?? undefined) === undefined ? undefined : true,
  });
}

/** Browsers write a leading dot for a cookie with a `Domain`. */
export const isHostOnly = (domain: string): boolean => !domain.startsWith(".");
