import type { CDPSession } from "playwright-core";
import { addressOf } from "../../observation/address.ts";
import { isKey } from "../../observation/cookie-owner.ts";
import type { Observation, Setter } from "../../observation/observation.ts";
import { readSetCookie } from "../../observation/set-cookie.ts";
import { bindingName, hook, type Told } from "./page-hook.ts";
import { note, type VisitLog } from "./visit-log.ts";
import { parseUrl } from "../../vocabulary/host.ts";

const kinds: ReadonlySet<unknown> = new Set<Told["kind"]>([
  "cookie",
  "local-storage",
  "session-storage",
  "indexed-db",
  "cache-storage",
]);

const isPlace = (place: unknown): boolean =>
  place === undefined ||
  (Array.isArray(place) &&
    typeof place[0] === "string" &&
    Number.isSafeInteger(place[1]) &&
    Number.isSafeInteger(place[2]));

const isTold = (told: unknown): told is Told => {
  if (typeof told !== "object" || told === null) return false;
  const { kind, text, kept, time, document, place } = told as { [Key in keyof Told]?: unknown };
  return (
    kinds.has(kind) &&
    typeof text === "string" &&
    typeof kept === "boolean" &&
    Number.isFinite(time) &&
    typeof document === "string" &&
    parseUrl(document) !== undefined &&
    isPlace(place)
  );
};

function setterOf({ place }: Told): Setter | undefined {
  const url = place && addressOf(place[0]);
  return url === undefined
    ? undefined
    : { kind: "script", url, line: place![1], column: place![2] };
}

/** What lies in a storage of an origin: no cookie, and it never ends of itself, but for what ends with the tab. */
export const stored = (
  storage: Exclude<Told["kind"], "cookie">,
  name: string,
  origin: string,
): Observation => ({
  name,
  storage,
  host: new URL(origin).hostname,
  lifetime: { kind: storage === "session-storage" ? "session" : "persistent" },
});

function observe(told: Told): Observation | undefined {
  const { kind, text, kept, time, document } = told;
  const setter = setterOf(told);
  if (kind !== "cookie")
    return isKey(text) ? { ...stored(kind, text, document), ...(setter && { setter }) } : undefined;
  const { cookie } = readSetCookie(text, { url: document, time });
  if (!cookie || cookie.deletes) return undefined;
  const { deletes: _deletes, ...asked } = cookie;
  return {
    ...asked,
    storage: "cookie",
    ...(setter && { setter }),
    ...(!kept && { blocked: ["NotKept"] }),
  };
}

function parse(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}

/** Notes what scripts of any frame write, and which script at which place. */
export async function watchScripts(session: CDPSession, record: VisitLog): Promise<void> {
  session.on("Runtime.bindingCalled", ({ name, payload }) => {
    if (name !== bindingName) return;
    const told = parse(payload);
    if (isTold(told)) {
      const observation = observe(told);
      if (observation) note(record, observation);
    } else
      record.incomplete.add(`${record.page} set more than 1000 things, and the rest was left out`);
  });
  await session.send("Runtime.enable");
  await session.send("Runtime.addBinding", { name: bindingName });
  await session.send("Page.enable");
  await session.send("Page.addScriptToEvaluateOnNewDocument", { source: hook });
}

/** Notes what is assigned to a storage without a call, as `localStorage.x = …`, of which no script is told. */
export async function watchStorages(session: CDPSession, record: VisitLog): Promise<void> {
  session.on("DOMStorage.domStorageItemAdded", ({ storageId, key }) => {
    const origin = (storageId.storageKey ?? storageId.securityOrigin ?? "").split("^")[0]!;
    if (parseUrl(origin) && isKey(key))
      note(
        record,
        stored(storageId.isLocalStorage ? "local-storage" : "session-storage", key, origin),
      );
  });
  await session.send("DOMStorage.enable");
}
