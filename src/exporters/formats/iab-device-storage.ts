import { shortestDays } from "../consent-record.ts";
import type { CookieFact } from "../cookie-facts.ts";
import type { Disclosure } from "../../registry/providers/disclosure.ts";
import type { Exported, Exporter, ExportSource, Loss } from "../exporter.ts";
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

const typeOf = ({ storage }: CookieFact): "cookie" | "web" | undefined =>
  storage === "cookie" ? storage : webStorages.has(storage) ? "web" : undefined;

/** How long a cookie stays, in seconds; 0 for a session, `undefined` where no number says it. */
function maximumAge({ duration }: CookieFact): number | undefined {
  if (duration?.kind === "session") return 0;
  const days = duration && shortestDays(duration);
  return days === null || days === undefined ? undefined : Math.round(days * secondsADay);
}

const lose = (cookie: CookieFact, said: string): Loss => loseCookie("not-exportable", cookie, said);

const expectedStar = 'expected "name*" or "*name"';

/** One star, at the start or at the end. */
const isIdentifier = (name: string): boolean => /^(\*?[^*]+|[^*]+\*?)$/.test(name);

function disclose(cookie: CookieFact): object | Loss {
  const { name, storage, domain, duration, renewed, tcf, consent } = cookie;
  const type = typeOf(cookie);
  const isWeb = type === "web";
  if (type === undefined)
    return lose(
      cookie,
      `is ${storage}, which a disclosure does not know, expected a cookie or storage of the browser`,
    );
  if (!isIdentifier(name))
    return lose(cookie, `is a pattern that a disclosure cannot say, ${expectedStar}`);
  const age = maximumAge(cookie);
  if (!isWeb && age === undefined)
    return lose(cookie, "has no length in numbers, which a disclosure of a cookie must state");
  const refreshes = renewed || duration?.bounds.includes("after-last-activity") === true;
  return {
    identifier: name,
    type,
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

/** Each thing once, whichever of its domains the registry names it for. */
const once = (entries: readonly object[]): object[] => [
  ...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values(),
];

/** What is no cookie has no length that could be set, which the specification writes as `null`. */
const withAge = (type: string, disclosure: Disclosure): object =>
  type === "cookie"
    ? { type, ...disclosure }
    : { type, ...disclosure, maxAgeSeconds: disclosure.maxAgeSeconds ?? null };

/** What a vendor discloses itself, in place of what would follow from the registry. */
function tell(
  { vendor, cookies: disclosed }: ExportSource["disclosed"][string],
  cookies: readonly CookieFact[],
): Exported {
  const entries = cookies.map((cookie, index) => {
    const { name } = cookie;
    const own = disclosed[index] ?? [];
    const type = typeOf(cookie);
    if (own.length === 0 || type === undefined)
      return lose(cookie, "is not among what its vendor discloses, which is written as it is");
    if (!isIdentifier(name))
      return lose(cookie, `is a pattern that a disclosure cannot say, ${expectedStar}`);
    return own.map((one) => ({ identifier: name, ...withAge(type, one) }));
  });
  const { domains, sdks, apps = [] } = vendor;
  const ofApps = apps.map(({ identifier, ...one }) => ({ identifier, ...withAge("app", one) }));
  const disclosures = once([
    ...entries.flatMap((one) => (Array.isArray(one) ? one : [])),
    ...ofApps,
  ]);
  return {
    text: writeJson({ disclosures, domains, ...(sdks ? { sdks } : {}) }),
    losses: entries.flatMap((one) => (Array.isArray(one) ? [] : one)),
  };
}

/**
 * What a provider stores, as a vendor of the IAB's framework discloses it, version 1.1; as the vendor itself does, where
 * the registry says so:
 * https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework.
 */
export const iabDeviceStorage: Exporter = {
  id: "iab-device-storage",
  title: "device storage disclosure of the IAB's TCF, version 1.1",
  extension: "json",
  unit: "provider",
  write({ facts: { cookies, providers }, disclosed: byVendor }) {
    const [provider] = providers;
    const own = provider && byVendor[provider.id];
    if (own) return tell(own, cookies);
    const disclosed = cookies.map(disclose);
    const domains = providers.flatMap((one) => one.domains);
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
