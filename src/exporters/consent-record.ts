import type { ProviderKind } from "../vocabulary/vocabulary.ts";
import type { CookieFact, CookieFacts, DurationFacts } from "./cookie-facts.ts";
import type { Loss } from "./exporter.ts";
import { loseCookie } from "./losses.ts";

const secondsADay = 86_400;
const secondsOf: Readonly<Record<string, number>> = { H: 3600, M: 60, S: 1 };
const daysOfUnit: Readonly<Record<string, number>> = { Y: 365, W: 7, D: 1 };

/** How long a length is at least, in days: a month has 30 and 12 of them 365, so that none of the calendar is shorter; `null` for what is no length. */
export function shortestDays({ iso }: DurationFacts): number | null {
  const [, time, digits, unit = ""] = /^P(T?)(\d+)([YMWDHS])$/.exec(iso ?? "") ?? [];
  if (digits === undefined) return null;
  const count = Number(digits);
  if (time === "T") return (count * secondsOf[unit]!) / secondsADay;
  if (unit === "M") return Math.floor(count / 12) * 365 + (count % 12) * 30;
  return count * daysOfUnit[unit]!;
}

/** The cookie in which a banner keeps the choice, as the site declares it, and what is amiss with it. */
interface ConsentRecord {
  readonly name: string | null;
  /** Whole days. */
  readonly days: number | null;
  readonly losses: readonly Loss[];
}

function faultOf({ name, storage, party }: CookieFact): string | undefined {
  if (name.includes("*")) return "keeps the choice and is a pattern, expected a name";
  if (storage === "cookie" && party === "first") return undefined;
  return "keeps the choice, expected a cookie of the site itself";
}

/** The cookie of a banner, else that of the site or its platform: what measures or advertises keeps choices of its own. */
function findRecord({ cookies, providers }: CookieFacts): CookieFact | undefined {
  const kinds = new Map(providers.map(({ id, kind }) => [id, kind]));
  const records = cookies.filter(
    (one) =>
      one.function === "consent-choices" ||
      (one.exemption === "consent-record" && one.function !== "objection-record"),
  );
  const ofKind = (...wanted: readonly (ProviderKind | null)[]) =>
    records.find(({ provider }) => wanted.includes(kinds.get(provider) ?? null));
  return ofKind("consent") ?? ofKind(null, "platform");
}

export function consentRecordOf(facts: CookieFacts): ConsentRecord {
  const cookie = findRecord(facts);
  if (!cookie) {
    const message =
      'no cookie keeps the choice, expected one with the function "consent-choices"; the banner sets one that is not declared';
    return { name: null, days: null, losses: [{ rule: "not-exportable", message }] };
  }
  const lose = (said: string) => [loseCookie("not-exportable", cookie, said)];
  const fault = faultOf(cookie);
  if (fault !== undefined) return { name: null, days: null, losses: lose(fault) };
  const days = Math.floor((cookie.duration && shortestDays(cookie.duration)) ?? 0);
  return days > 0
    ? { name: cookie.name, days, losses: [] }
    : {
        name: cookie.name,
        days: null,
        losses: lose("keeps the choice for no whole days, so that the banner's own length holds"),
      };
}
