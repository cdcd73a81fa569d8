import type { Evidence, Lifetime, Observation } from "../../src/observation/observation.ts";
import type { ProviderCookie } from "../../src/registry/cookies.ts";
import type { Entry } from "../../src/registry/entry.ts";
import type { Provider } from "../../src/registry/schema/provider.ts";
import { type Duration, lengthInDays } from "../../src/vocabulary/duration.ts";
import type { Storage } from "../../src/vocabulary/vocabulary.ts";
import { declaredBy, siteUrl } from "./packaged.ts";

/** A browser keeps nothing for longer. */
const mostDays = 400;

/** How long something stays that is kept as long as it is declared. */
function keptFor(duration: Duration | undefined): Lifetime {
  if (!duration || duration.kind === "not-stated") return { kind: "unknown" };
  if (duration.kind !== "length") return { kind: duration.kind };
  const days = lengthInDays(duration);
  return {
    kind: "length",
    seconds: Math.round(Math.min(days, mostDays) * 86_400),
    capped: days > mostDays,
  };
}

/** A storage ends with the session or not at all, whatever is declared. */
function lifetimeOf(storage: Storage, duration: Duration | undefined): Lifetime {
  if (storage === "cookie") return keptFor(duration);
  return { kind: storage === "session-storage" ? "session" : "persistent" };
}

const observe = ({ name, storage, cookie }: ProviderCookie): Observation => ({
  name: name.replaceAll("*", "1"),
  storage,
  host: cookie.domain ?? new URL(siteUrl).hostname,
  lifetime: lifetimeOf(storage, cookie.duration),
  phase: "accepted",
});

const isKept = ({ storage }: ProviderCookie) =>
  !["pixel", "device-reading", "link-decoration"].includes(storage);

const addressOf = ({ name, cookie }: ProviderCookie): string =>
  `https://${cookie.domain}${name.startsWith("/") ? name.replaceAll("*", "") : "/"}`;

/** A visit in which a provider sets all that it declares, after consent, exactly as it says. */
export function visitOf(entry: Entry<Provider>): Evidence {
  const declared = declaredBy(entry);
  return {
    observations: declared.filter(isKept).map(observe),
    requests: [
      siteUrl,
      ...declared
        .filter(({ storage, cookie }) => storage === "pixel" && cookie.domain !== undefined)
        .map(addressOf),
    ].map((url) => ({ url, failed: false })),
    diagnostics: [],
    incomplete: [],
  };
}
