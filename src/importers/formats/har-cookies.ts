import { addressOf, parseAddress } from "../../observation/address.ts";
import { isCookieName, jarHost, ownerOf } from "../../observation/cookie-owner.ts";
import { nameInList } from "../../observation/header-text.ts";
import { askedLifetime } from "../../observation/lifetime.ts";
import type { Lifetime, Observation } from "../../observation/observation.ts";
import { type AskedCookie, isRedacted, refusalOf } from "../../observation/set-cookie.ts";
import { isMapping, type Mapping } from "../../source/mapping.ts";
import { isHostOnly, lifetimeUntil } from "../browser-cookie.ts";
import { type EvidenceEntry, redacted } from "../collect.ts";
import {
  flagOf,
  listOf,
  mappingOf,
  sameSiteOf,
  textOf,
  timeOf,
  withoutUnknown,
} from "../fields.ts";

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
export function setInList(
  cookie: Mapping,
  { url, page, time }: Exchange,
): EvidenceEntry | undefined {
  const name = nameInList(textOf(cookie, "name") ?? "");
  if (isRedacted(`${name}=`)) return redacted;
  const owner = ownerOf(hostnameOf(url), textOf(cookie, "domain"));
  if (!owner) return { fault: "for a Domain that is not the response's", kind: "refused" };
  const flags = flagsOf(cookie);
  const hostOnly = isHostOnlyInList(cookie);
  const asked = { name, value: textOf(cookie, "value") ?? "", hostOnly, ...flags };
  const refused = refusalOf(withoutUnknown<AskedCookie>(asked), parseAddress(url)!);
  if (refused !== undefined) return { fault: `for ${refused}`, kind: "refused" };
  const expires = timeOf(cookie, "expires");
  const end = expires !== undefined && isDate(expires) ? expires : undefined;
  if (end !== undefined && end <= (time ?? 0)) return undefined;
  const address = addressOf(url);
  return withoutUnknown<Observation>({
    name,
    storage: "cookie",
    host: owner.host,
    hostOnly,
    page,
    lifetime: askedUntil(cookie, end, time),
    setter: address === undefined ? undefined : { kind: "response", url: address },
    ...flags,
  });
}

/**
 * A cookie that a request sends. Chrome tells a jar's attributes with it; elsewhere its name is all that is known, and
 * the request's host stands for its own. `undefined` where no browser has such a name.
 */
export function sentInList(
  cookie: Mapping,
  { url, page, time }: Exchange,
): Observation | undefined {
  const name = nameInList(textOf(cookie, "name") ?? "");
  if (!isCookieName(name) || isRedacted(`${name}=`)) return undefined;
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

const isRedirect = (entry: Mapping): boolean => {
  const status = mappingOf(entry, "response")["status"];
  return typeof status === "number" && status >= 300 && status < 400;
};

const isDocument = (entry: Mapping): boolean =>
  /\bhtml\b/i.test(textOf(mappingOf(mappingOf(entry, "response"), "content"), "mimeType") ?? "");

const urlOf = (entry: Mapping): string | undefined =>
  addressOf(textOf(mappingOf(entry, "request"), "url") ?? "");

/**
 * The address of the page to which each entry belongs: of its first document that is no redirect, else the page's title
 * where that is an address, else of its first entry. A HAR without pages counts as one page.
 */
export function pagesOf(
  log: Mapping,
  entries: readonly Mapping[],
): (entry: Mapping) => string | undefined {
  const documents = new Map<string | undefined, string>();
  const firsts = new Map<string | undefined, string>();
  for (const entry of entries) {
    const [page, url] = [textOf(entry, "pageref"), urlOf(entry)];
    if (url === undefined) continue;
    if (!firsts.has(page)) firsts.set(page, url);
    if (!documents.has(page) && isDocument(entry) && !isRedirect(entry)) documents.set(page, url);
  }
  const titles = new Map<string | undefined, string>();
  for (const page of listOf(log, "pages").filter(isMapping)) {
    const url = addressOf(textOf(page, "title") ?? "");
    if (url !== undefined) titles.set(textOf(page, "id"), url);
  }
  return (entry) => {
    const page = textOf(entry, "pageref");
    return documents.get(page) ?? titles.get(page) ?? firsts.get(page);
  };
}
