import { Cookie } from "tough-cookie";
import { parseAddress } from "./address.ts";
import { type Owner, ownerOf, hasControl, isCookieName } from "./cookie-owner.ts";
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

/**
 * Reads one header, without its name, as browsers do (RFC 6265bis): `Max-Age` goes before `Expires`, which is counted
 * from the time of the response. `undefined` where a browser would ignore it: no name, a control character, more than
 * 4096 characters, a `Domain` to which the response's host does not belong.
 */
export function readSetCookie(header: string, at: Response): SetCookie | undefined {
  const url = parseAddress(at.url);
  if (hasControl(header) || !url?.hostname) return undefined;
  const cookie = Cookie.parse(header, { loose: true });
  if (!cookie || !isCookieName(cookie.key)) return undefined;
  if (cookie.key.length + cookie.value.length > maximumSize) return undefined;
  const owner = ownerOf(url.hostname, cookie.domain ?? undefined);
  if (!owner) return undefined;
  const sameSite = sameSites.get(cookie.sameSite);
  return {
    name: cookie.key,
    ...owner,
    path: cookie.path ?? defaultPath(url.pathname),
    ...lifetimeOf(cookie, at.time),
    httpOnly: cookie.httpOnly,
    secure: cookie.secure,
    ...(sameSite === undefined ? {} : { sameSite }),
    partitioned: cookie.extensions?.some((one) => /^partitioned\s*(?:=|$)/i.test(one)) ?? false,
  };
}
