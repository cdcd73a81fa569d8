import { Cookie } from "tough-cookie";
import { parseAddress } from "./address.ts";
import { type Owner, ownerOf, hasControl, isCookieName } from "./cookie-owner.ts";
import { fromHeader } from "./header-text.ts";
import { askedLifetime } from "./lifetime.ts";
import type { Lifetime, Observation } from "./observation.ts";

/** What one `Set-Cookie` header asks for, without its value; `deletes` where it ends the cookie instead. */
export interface SetCookie
  extends Owner, Pick<Observation, "httpOnly" | "secure" | "sameSite" | "partitioned"> {
  readonly name: string;
  readonly path: string;
  readonly lifetime: Lifetime;
  readonly deletes: boolean;
}

/** The response that carries the header; `time` in epoch milliseconds. */
export interface Response {
  readonly url: string;
  readonly time?: number | undefined;
}

/** No cookie that is to stay ends before the year of RFC 6265, whenever it was set. */
const longPast = Date.UTC(2011, 0, 1);

const maximumSize = 4096;

/** RFC 6265, 5.1.4. */
const defaultPath = (pathname: string): string =>
  pathname.slice(0, pathname.lastIndexOf("/")) || "/";

function lifetimeOf(
  { maxAge, expires }: Cookie,
  time: number | undefined,
): Pick<SetCookie, "lifetime" | "deletes"> {
  if (maxAge !== null)
    return { lifetime: askedLifetime(Math.max(Number(maxAge), 0)), deletes: Number(maxAge) <= 0 };
  if (!(expires instanceof Date)) return { lifetime: { kind: "session" }, deletes: false };
  const end = expires.getTime();
  if (end <= (time ?? longPast)) return { lifetime: askedLifetime(0), deletes: true };
  if (time === undefined) return { lifetime: { kind: "unknown" }, deletes: false };
  return { lifetime: askedLifetime((end - time) / 1000), deletes: false };
}

const sameSites: ReadonlyMap<unknown, "strict" | "lax" | "none"> = new Map(
  (["strict", "lax", "none"] as const).map((value) => [value, value]),
);

/** What is known of a cookie that a browser may refuse; absent where the evidence cannot tell. */
export interface AskedCookie extends Pick<
  Observation,
  "hostOnly" | "path" | "secure" | "sameSite" | "partitioned"
> {
  readonly name: string;
  /** The beginning of its value matters where it has no name. */
  readonly value: string;
}

const isTrustworthy = (url: URL): boolean =>
  url.protocol !== "http:" || /^(?:(?:.+\.)?localhost|127\.[\d.]+|\[::1\])$/.test(url.hostname);

/** Why browsers refuse a cookie that a response of the address sets, the end of "for …"; `undefined` where they keep it. */
export function refusalOf(
  { name, value, hostOnly, path, secure, sameSite, partitioned }: AskedCookie,
  url: URL,
): string | undefined {
  const prefixed = (name === "" ? value : name).toLowerCase();
  const isHostPrefixed = prefixed.startsWith("__host-");
  if (name === "" && value === "") return "neither a name nor a value";
  if (name === "" && (isHostPrefixed || prefixed.startsWith("__secure-")))
    return "no name, and a value that begins as a protected name";
  if (!isCookieName(name)) return "a name with a control character, or too long";
  if (name.length + value.length > maximumSize) return `more than ${maximumSize} characters`;
  if (secure === true && !isTrustworthy(url)) return "Secure over http";
  if (secure === false) {
    if (isHostPrefixed || prefixed.startsWith("__secure-")) return "a prefix without Secure";
    if (sameSite === "none") return "SameSite=None without Secure";
    if (partitioned === true) return "Partitioned without Secure";
  }
  if (isHostPrefixed && (hostOnly === false || (path !== undefined && path !== "/")))
    return "__Host- with a Domain or another Path than /";
  return undefined;
}

const redactedName = /^\s*(?:[[<({][^=]*[\])>}]|\*{2,}|\W?(?:redacted|sanitized|masked)\W?)\s*=/i;

/** A header without a name, as those who clean evidence leave it: `[set-cookie redacted]`, `***`, `REDACTED=REDACTED`. */
export const isRedacted = (header: string): boolean =>
  redactedName.test(header) ||
  /^\s*(?:[[<({][^=]*[\])>}]|\*{2,}|x{4,}|\W?(?:redacted|removed|sanitized|hidden|masked)\W?)\s*$/i.test(
    header,
  );

/** What a header says. */
export interface ReadSetCookie {
  /** Absent where there is none to read. */
  readonly cookie?: SetCookie;
  /** Why browsers refuse it; absent where they keep it. */
  readonly refused?: string;
  /** Why the header tells nothing; absent where it does. */
  readonly unread?: "redacted" | "empty";
}

/**
 * Reads one header, without its name, as browsers do (RFC 6265bis): `Max-Age` goes before `Expires`, which is counted
 * from the time of the response. A cookie may have no name; its value is not told in its place.
 */
export function readSetCookie(raw: string, at: Response): ReadSetCookie {
  const header = fromHeader(raw);
  const url = parseAddress(at.url);
  if (header.trim() === "") return { unread: "empty" };
  if (isRedacted(header)) return { unread: "redacted" };
  if (hasControl(header)) return { refused: "a control character" };
  const parsed = Cookie.parse(header, { loose: true });
  if (!parsed || !url?.hostname) return { refused: "neither a name nor a value" };
  const { key: name, value, domain, path, httpOnly, secure } = parsed;
  const owner = ownerOf(url.hostname, domain ?? undefined);
  if (!owner) return { refused: "a Domain that is not the response's" };
  const sameSite = sameSites.get(parsed.sameSite);
  const flags = {
    secure,
    ...(sameSite === undefined ? {} : { sameSite }),
    partitioned: parsed.extensions?.some((one) => /^partitioned\s*(?:=|$)/i.test(one)) ?? false,
  };
  const asked = { name, value, hostOnly: !domain, path: path ?? "", ...flags };
  const refused = refusalOf(asked, url);
  const cookie = {
    name,
    ...owner,
    path: path ?? defaultPath(url.pathname),
    ...lifetimeOf(parsed, at.time),
    httpOnly,
    ...flags,
  };
  return refused === undefined ? { cookie } : { cookie, refused };
}
