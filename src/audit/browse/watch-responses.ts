import { createHash } from "node:crypto";
import type { BrowserContext, CDPSession, Response } from "playwright-core";
import { addressOf } from "../../observation/address.ts";
import { isBlockedBySetup, type Observation } from "../../observation/observation.ts";
import { readSetCookie, type SetCookie } from "../../observation/set-cookie.ts";
import { within } from "../../browser/within.ts";
import { note, type VisitLog } from "./visit-log.ts";

export interface Watch {
  /** Also learns why the browser blocks what the page's responses set. */
  readonly follow: (session: CDPSession) => Promise<void>;
  /** Notes everything that responses set. */
  readonly finish: () => Promise<void>;
}

interface Seen extends Pick<Observation, "phase" | "page"> {
  readonly url: string;
  readonly cookie: SetCookie;
  readonly refused: string | undefined;
  readonly line: string;
}

/** Stands for a header, which holds a value and is not kept. */
const fingerprint = (line: string): string => createHash("sha256").update(line).digest("base64");

async function readLines(response: Response): Promise<{ lines: string[]; time: number }> {
  const arrived = Date.now();
  const headers = await response.headersArray();
  const values = (name: string) =>
    headers.filter((one) => one.name.toLowerCase() === name).map(({ value }) => value);
  const date = Date.parse(values("date")[0] ?? "");
  return { lines: values("set-cookie"), time: Number.isNaN(date) ? arrived : date };
}

/** Follows each debugging session's requests, since a redirect's answers share the id of the first. */
function watchBlocked(most: number) {
  const urls = new Map<string, string[]>();
  const blocked: { id: string; line: string; reasons: readonly string[] }[] = [];
  const follow = async (session: CDPSession): Promise<void> => {
    session.on("Network.requestWillBeSent", ({ requestId, request, redirectResponse }) => {
      if (redirectResponse) urls.get(requestId)?.push(request.url);
      else if (urls.size < most) urls.set(requestId, [request.url]);
    });
    session.on("Network.responseReceivedExtraInfo", ({ requestId, blockedCookies }) => {
      for (const { cookieLine, blockedReasons } of blockedCookies)
        if (blocked.length < most)
          blocked.push({ id: requestId, line: fingerprint(cookieLine), reasons: blockedReasons });
    });
    await session.send("Network.enable");
  };
  /** Reasons by address and line. */
  const finish = () => {
    const reasons = new Map<string, readonly string[]>();
    for (const one of blocked)
      for (const url of urls.get(one.id) ?? []) reasons.set(`${url} ${one.line}`, one.reasons);
    return reasons;
  };
  return { follow, finish };
}

/** Watches the `Set-Cookie` headers of every response: of redirects, of frames and of workers, too. */
export function watchResponses(context: BrowserContext, record: VisitLog): Watch {
  const seen: Seen[] = [];
  const pending: Promise<void>[] = [];
  const { follow, finish: findReasons } = watchBlocked(record.most);
  const { incomplete, requests, most } = record;
  const noteRequest = (url: string, failed: boolean): void => {
    const address = addressOf(url);
    if (address !== undefined && requests.length < most) requests.push({ url: address, failed });
  };

  const read = async (response: Response): Promise<void> => {
    const { phase, page } = record;
    const url = response.url();
    const { lines, time } = await readLines(response);
    for (const line of lines) {
      const { cookie, refused } = readSetCookie(line, { url, time });
      if (cookie && !cookie.deletes)
        seen.push({ url, cookie, refused, line: fingerprint(line), phase, page });
    }
  };
  context.on("requestfailed", (request) => noteRequest(request.url(), true));
  context.on("response", (response) => {
    noteRequest(response.url(), response.status() >= 400);
    if (pending.length < most) pending.push(read(response).catch(() => {}));
    else incomplete.add(`the site made more than ${most} requests, and the rest was left out`);
  });

  const finish = async (): Promise<void> => {
    await within(2000, Promise.all(pending));
    const reasons = findReasons();
    for (const { url, cookie, refused, line, phase, page } of seen) {
      const { deletes: _deletes, ...asked } = cookie;
      const address = addressOf(url);
      const blocked =
        reasons.get(`${url} ${line}`) ?? (refused === undefined ? undefined : ["Refused"]);
      if (blocked && isBlockedBySetup({ blocked }))
        incomplete.add("the browser blocked cookies by a setting of its own");
      note(record, {
        ...asked,
        storage: "cookie",
        ...(phase && { phase }),
        ...(page && { page }),
        ...(address !== undefined && { setter: { kind: "response", url: address } }),
        ...(blocked && { blocked }),
      });
    }
  };
  return { follow, finish };
}
