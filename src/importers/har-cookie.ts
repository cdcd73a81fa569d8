import { addressOf, parseAddress } from "../observation/address.ts";
import { jarHost, ownerOf } from "../observation/host.ts";
import { askedLifetime } from "../observation/lifetime.ts";
import { isCookieName } from "../observation/name.ts";
import type { Lifetime, Observation } from "../observation/observation.ts";
import type { Mapping } from "../registry/mapping.ts";
import type { Entry } from "./collect.ts";
import { flagOf, sameSiteOf, textOf, timeOf, withoutUnknown } from "./fields.ts";
import { isHostOnly, lifetimeUntil } from "./jar.ts";

/** The request or response of a HAR in which a cookie stands. */
export interface Exchange {
  readonly url: string;
  readonly page: string | undefined;
  /** In epoch milliseconds. */
  readonly time: number | undefined;
}

const hostnameOf = (url: string): string => parseAddress(url)?.hostname ?? "";

const attributes = ["path", "domain", "expires", "httpOnly", "secure", "sameSite"];

/** Some producers write names and values alone, for which the absence of an end means nothing. */
const hasAttributes = (cookie: Mapping): boolean => attributes.some((key) => key in cookie);

/** .NET, and so Fiddler, writes the year 1 where there is no date. */
const isDate = (time: number): boolean => time > Date.UTC(1000, 0, 1);

function askedUntil(cookie: Mapping, end: number | undefined, time: number | undefined): Lifetime {
  if (end === undefined) return { kind: hasAttributes(cookie) ? "session" : "unknown" };
  return time === undefined ? { kind: "unknown" } : askedLifetime((end - time) / 1000);
}

/** Producers differ in whether they keep the dot of a domain, so that only a dot or no domain at all says something. */
function isHostOnlyInList(cookie: Mapping): boolean | undefined {
  const domain = textOf(cookie, "domain") ?? "";
  if (domain !== "") return domain.startsWith(".") ? false : undefined;
  return hasAttributes(cookie) ? true : undefined;
}

const flagsOf = (cookie: Mapping) => ({
  path: textOf(cookie, "path"),
  httpOnly: flagOf(cookie, "httpOnly"),
  secure: flagOf(cookie, "secure"),
  sameSite: sameSiteOf(cookie),
});

/**
 * A cookie of a response's `cookies`, for producers that leave out its headers; `undefined` where it is deleted. Its
 * length is what was asked for.
 */
export function setInList(cookie: Mapping, { url, page, time }: Exchange): Entry | undefined {
  const name = textOf(cookie, "name") ?? "";
  const owner = ownerOf(hostnameOf(url), textOf(cookie, "domain"));
  if (!isCookieName(name) || !owner) return { fault: "refused" };
  const expires = timeOf(cookie, "expires");
  const end = expires !== undefined && isDate(expires) ? expires : undefined;
  if (end !== undefined && end <= (time ?? 0)) return undefined;
  const address = addressOf(url);
  return withoutUnknown<Observation>({
    name,
    storage: "cookie",
    host: owner.host,
    hostOnly: isHostOnlyInList(cookie),
    page,
    lifetime: askedUntil(cookie, end, time),
    setter: address === undefined ? undefined : { kind: "response", url: address },
    ...flagsOf(cookie),
  });
}

/**
 * A cookie that a request sends. Chrome tells a jar's attributes with it; elsewhere its name is all that is known, and
 * the request's host stands for its own. `undefined` where there is no name.
 */
export function sentInList(
  cookie: Mapping,
  { url, page, time }: Exchange,
): Observation | undefined {
  const name = textOf(cookie, "name") ?? "";
  if (!isCookieName(name)) return undefined;
  const domain = textOf(cookie, "domain") ?? "";
  const host = jarHost(domain);
  return withoutUnknown<Observation>({
    name,
    storage: "cookie",
    host: host ?? hostnameOf(url),
    hostOnly: host === undefined ? undefined : isHostOnly(domain),
    page,
    lifetime: host === undefined ? { kind: "unknown" } : lifetimeUntil(cookie["expires"], time),
    ...(host === undefined ? {} : flagsOf(cookie)),
  });
}
