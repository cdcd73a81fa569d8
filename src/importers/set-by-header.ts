import { addressOf } from "../observation/address.ts";
import type { Observation } from "../observation/observation.ts";
import { readSetCookie, type Response } from "../observation/set-cookie.ts";
import type { Entry } from "./collect.ts";
import { withoutUnknown } from "./fields.ts";

/** What a `Set-Cookie` header of a response shows; `undefined` where it deletes a cookie, which shows none. */
export function setByHeader(header: string, at: Response, page?: string): Entry | undefined {
  const cookie = readSetCookie(header, at);
  if (!cookie) return { fault: "refused" };
  if (cookie.deletes) return undefined;
  const url = addressOf(at.url);
  return withoutUnknown<Observation>({
    name: cookie.name,
    storage: "cookie",
    host: cookie.host,
    hostOnly: cookie.hostOnly,
    path: cookie.path,
    page,
    lifetime: cookie.lifetime,
    setter: url === undefined ? undefined : { kind: "response", url },
    httpOnly: cookie.httpOnly,
    secure: cookie.secure,
    sameSite: cookie.sameSite,
    partitioned: cookie.partitioned,
  });
}
