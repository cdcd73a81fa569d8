import { shortestDays } from "../consent-record.ts";
import type { CookieFact } from "../cookie-facts.ts";
import type { Exporter, Loss } from "../exporter.ts";
import { loseCookie } from "../losses.ts";
import { writeJson } from "../script-text.ts";

const secondsADay = 86_400;

const webStorages: ReadonlySet<string> = new Set([
  "local-storage",
  "session-storage",
  "indexed-db",
  "cache-storage",
  "service-worker",
]);

/** How long a cookie stays, in seconds; 0 for a session, `undefined` where no number says it. */
function maximumAge({ duration }: CookieFact): number | undefined {
  if (duration?.kind === "session") return 0;
  const days = duration && shortestDays(duration);
  return days === null || days === undefined ? undefined : Math.round(days * secondsADay);
}

const lose = (cookie: CookieFact, said: string): Loss => loseCookie("not-exportable", cookie, said);

/** One star, at the start or at the end. */
const isIdentifier = (name: string): boolean => /^(\*?[^*]+|[^*]+\*?)$/.test(name);

function disclose(cookie: CookieFact): object | Loss {
  const { name, storage, domain, duration, renewed, tcf, consent } = cookie;
  const isWeb = webStorages.has(storage);
  if (storage !== "cookie" && !isWeb)
    return lose(
      cookie,
      `is ${storage}, which a disclosure does not know, expected a cookie or storage of the browser`,
    );
  if (!isIdentifier(name))
    return lose(cookie, 'is a pattern that a disclosure cannot say, expected "name*" or "*name"');
  const age = maximumAge(cookie);
  if (!isWeb && age === undefined)
    return lose(cookie, "has no length in numbers, which a disclosure of a cookie must state");
  const refreshes = renewed || duration?.bounds.includes("after-last-activity") === true;
  return {
    identifier: name,
    type: isWeb ? "web" : "cookie",
    maxAgeSeconds: isWeb ? null : age,
    cookieRefresh: !isWeb && refreshes,
    domains: [domain ?? "*"],
    purposes: [...new Set([...(consent === "required" ? [1] : []), ...tcf])].toSorted(
      (a, b) => a - b,
    ),
    ...(cookie.function === "objection-record" ? { optOut: true } : {}),
  };
}

const isLoss = (one: object): one is Loss => "rule" in one;

/**
 * What a provider stores, as a vendor of the IAB's framework discloses it, version 1.1:
 * https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework.
 */
export const iabDeviceStorage: Exporter = {
  id: "iab-device-storage",
  title: "device storage disclosure of the IAB's TCF, version 1.1",
  extension: "json",
  unit: "provider",
  write({ facts: { cookies, providers } }) {
    const disclosed = cookies.map(disclose);
    const domains = providers.flatMap((provider) => provider.domains);
    return {
      text: writeJson({
        disclosures: disclosed.filter((one) => !isLoss(one)),
        domains: domains.map((domain) => ({ domain: `*.${domain}` })),
        sdks: [],
      }),
      losses: disclosed.filter(isLoss),
    };
  },
};
