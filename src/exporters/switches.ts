import type { Category } from "../vocabulary/vocabulary.ts";
import type { CookieFact, CookieFacts, DurationFacts, ProviderFacts } from "./cookie-facts.ts";
import type { ExportSource, Loss } from "./exporter.ts";

/** How a visitor decides: it is set after consent, until it is refused, or always. */
const decisions = ["asked", "refusable", "always"] as const;
type Decision = (typeof decisions)[number];

/** What a banner switches at once: the cookies of one provider, of one category, about which a visitor decides alike. */
export interface Switch {
  /** Unique in a site: `matomo-statistics`, `matomo-statistics-always`. */
  readonly id: string;
  readonly provider: ProviderFacts;
  readonly category: Category;
  /** The category, and how a visitor decides where that is not usual for it: `statistics`, `statistics-always`. */
  readonly group: string;
  readonly decision: Decision;
  readonly cookies: readonly CookieFact[];
}

const decisionOn = ({ consent, refusable }: CookieFact): Decision =>
  consent === "required" ? "asked" : refusable ? "refusable" : "always";

function groupOf(category: Category, decision: Decision): string {
  const usual: Decision = category === "necessary" ? "always" : "asked";
  return decision === usual ? category : `${category}-${decision}`;
}

/** In the order of categories, then of providers. */
export function switchesOf({ categories, providers, cookies }: CookieFacts): Switch[] {
  return categories.flatMap(({ id: category }) =>
    providers.flatMap((provider) => {
      const own = cookies.filter(
        (one) => one.provider === provider.id && one.category === category,
      );
      return decisions.flatMap((decision) => {
        const those = own.filter((one) => decisionOn(one) === decision);
        const group = groupOf(category, decision);
        return those.length === 0
          ? []
          : [
              {
                id: `${provider.id}-${group}`,
                provider,
                category,
                group,
                decision,
                cookies: those,
              },
            ];
      });
    }),
  );
}

/** Whether a script of the page can erase it. */
export const isErasable = ({ storage, party, httpOnly }: CookieFact): boolean =>
  storage === "cookie" && party === "first" && !httpOnly;

const whyNotErasable = ({ storage, party, httpOnly }: CookieFact): string =>
  storage === "cookie"
    ? httpOnly && party === "first"
      ? "it is hidden from scripts (HttpOnly)"
      : "it belongs to another site"
    : `it is kept as ${storage}`;

export const cookieOf = ({ provider, name }: CookieFact) => ({ provider, name });

/** What a visitor may refuse and a banner cannot take away again. */
export const notErasable = (switches: readonly Switch[]): Loss[] =>
  switches
    .filter(({ decision }) => decision !== "always")
    .flatMap(({ cookies }) => cookies)
    .filter((cookie) => !isErasable(cookie))
    .map((cookie) => ({
      rule: "not-erasable",
      message: `"${cookie.name}" stays after a refusal, since ${whyNotErasable(cookie)}`,
      cookie: cookieOf(cookie),
    }));

/** What a banner cannot erase that sends a domain with every name, which cookies of the host alone do not have. */
export const hostOnly = (switches: readonly Switch[], banner: string): Loss[] =>
  switches
    .filter(({ decision }) => decision !== "always")
    .flatMap(({ cookies }) => cookies)
    .filter((cookie) => isErasable(cookie) && cookie.domain === null)
    .map((cookie) => ({
      rule: "not-erasable",
      message: `"${cookie.name}" stays after a refusal where it is set without a domain, since ${banner} erases only what has one`,
      cookie: cookieOf(cookie),
    }));

const secondsADay = 86_400;

/** How long a length is at least, in days: a year has 365, a month 30 and 12 of them 365, so that no calendar is shorter. */
export function daysOf({ iso }: DurationFacts): number | null {
  const [, time, digits, unit = ""] = /^P(T?)(\d+)([YMWDHS])$/.exec(iso ?? "") ?? [];
  const count = Number(digits);
  if (digits === undefined) return null;
  if (time === "T") return (count * { H: 3600, M: 60, S: 1 }[unit]!) / secondsADay;
  if (unit === "M") return Math.floor(count / 12) * 365 + (count % 12) * 30;
  return count * { Y: 365, W: 7, D: 1 }[unit]!;
}

/** The cookie in which a banner keeps the choice, as the site declares it, and what is amiss with it. */
export interface ConsentRecord {
  readonly name: string | null;
  /** Whole days. */
  readonly days: number | null;
  readonly losses: readonly Loss[];
}

export function consentRecordOf({ cookies }: CookieFacts): ConsentRecord {
  const cookie = cookies.find(
    (one) => one.exemption === "consent-record" || one.function === "consent-choices",
  );
  const fail = (message: string): ConsentRecord => ({
    name: null,
    days: null,
    losses: [{ rule: "not-exportable", message, ...(cookie ? { cookie: cookieOf(cookie) } : {}) }],
  });
  if (!cookie)
    return fail(
      'no cookie keeps the choice, expected one with the function "consent-choices"; the banner sets one that is not declared',
    );
  if (cookie.name.includes("*"))
    return fail(`"${cookie.name}" keeps the choice and is a pattern, expected a name`);
  if (cookie.storage !== "cookie" || cookie.party !== "first")
    return fail(`"${cookie.name}" keeps the choice, expected a cookie of the site itself`);
  const days = Math.floor((cookie.duration && daysOf(cookie.duration)) ?? 0);
  if (days > 0) return { name: cookie.name, days, losses: [] };
  const { losses } = fail(
    `"${cookie.name}" keeps the choice for no whole days, so that the banner's own length holds`,
  );
  return { name: cookie.name, days: null, losses };
}

/** Where a cookie of the site may belong: to its stated domain, or to any of the site's. */
export const cookieDomains = (
  { domain }: CookieFact,
  { hosts }: ExportSource,
): readonly string[] => [...new Set([...(domain === null ? [] : [domain]), ...hosts])];
