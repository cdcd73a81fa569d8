import type { BrowserContext, Cookie, Frame, Page } from "playwright-core";
import { jarHost, isCookieName, isKey } from "../../observation/cookie-owner.ts";
import { jarLifetime } from "../../observation/lifetime.ts";
import type { Observation } from "../../observation/observation.ts";
import type { Clock } from "./timeouts.ts";
import { within } from "../../browser/within.ts";
import { noteHeldOnce, type VisitLog } from "./visit-log.ts";
import { stored } from "./watch-scripts.ts";
import { parseUrl } from "../../vocabulary/host.ts";

function readCookie(cookie: Cookie, at: number): Observation | undefined {
  const host = jarHost(cookie.domain);
  if (host === undefined || !isCookieName(cookie.name)) return undefined;
  return {
    name: cookie.name,
    storage: "cookie",
    host,
    hostOnly: !cookie.domain.startsWith("."),
    path: cookie.path,
    lifetime: cookie.expires === -1 ? { kind: "session" } : jarLifetime(cookie.expires * 1000, at),
    httpOnly: cookie.httpOnly,
    secure: cookie.secure,
    sameSite: cookie.sameSite.toLowerCase() as "strict" | "lax" | "none",
    partitioned: cookie.partitionKey !== undefined,
  };
}

/** Names alone; run in the page, whose own scripts may have put anything in the place of what it calls. */
const listNames = `(async () => {
  const list = async (get) => {
    try {
      return (await get()).slice(0, 1000).map((name) => String(name).slice(0, 5000));
    } catch {
      return [];
    }
  };
  return {
    origin: self.origin,
    names: {
      "local-storage": await list(() => Object.keys(localStorage)),
      "session-storage": await list(() => Object.keys(sessionStorage)),
      "indexed-db": await list(async () => (await indexedDB.databases()).map(({ name }) => name)),
      "cache-storage": await list(() => caches.keys()),
    },
  };
})()`;

const storages = ["local-storage", "session-storage", "indexed-db", "cache-storage"] as const;

interface Listed {
  readonly origin?: unknown;
  readonly names?: { readonly [Name in (typeof storages)[number]]?: unknown };
}

const maximumFrames = 50;

async function readStorages(frame: Frame): Promise<Observation[]> {
  const { origin, names } = (await frame.evaluate<Listed | undefined>(listNames)) ?? {};
  if (typeof origin !== "string" || !parseUrl(origin)) return [];
  return storages.flatMap((storage) => {
    const listed: unknown = names?.[storage];
    return (Array.isArray(listed) ? listed : [])
      .filter((name): name is string => typeof name === "string" && isKey(name))
      .map((name) => stored(storage, name, origin));
  });
}

/** Notes the cookies of every host that the browser holds now. */
export async function noteJar(
  context: BrowserContext,
  record: VisitLog,
  clock: Clock,
): Promise<void> {
  const cookies = await within(Math.min(clock.left(), 5000), context.cookies());
  if (!cookies) record.incomplete.add("the browser did not tell its cookies");
  const at = Date.now();
  for (const cookie of cookies ?? []) {
    const observation = readCookie(cookie, at);
    if (observation) noteHeldOnce(record, observation, cookie.expires);
  }
}

/** As `noteJar`, and the storages of every frame of the page. False where the page no longer answers. */
export async function noteHeld(
  context: BrowserContext,
  page: Page,
  record: VisitLog,
  clock: Clock,
): Promise<boolean> {
  await noteJar(context, record, clock);
  const frames = page.frames().slice(0, maximumFrames);
  const held = await Promise.all(
    frames.map((frame) => within(Math.min(clock.left(), 3000), readStorages(frame))),
  );
  for (const observation of held.flatMap((found) => found ?? [])) noteHeldOnce(record, observation);
  return held[0] !== undefined;
}
