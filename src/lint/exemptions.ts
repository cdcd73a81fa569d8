import type { ProviderCookie } from "../registry/cookies.ts";
import type { Finding } from "../rules/rule.ts";
import type { Cookie } from "../registry/schema/provider.ts";
import type { Path } from "../source/yaml/locate.ts";
import { lengthInDays, writeDuration } from "../vocabulary/duration.ts";
import type { Exemption } from "../vocabulary/vocabulary.ts";
import type { CookieSubject } from "./subjects.ts";

/** What still counts as a session: "a few hours", whose figure is ours and not the Working Party's. */
const sessionDays = 1;

/** Whether it stays until it is deleted because nothing else is possible: only cookies have a length that the browser keeps. */
export const hasNoLength = ({
  duration,
  storage,
}: Pick<ProviderCookie, "storage"> & Pick<ProviderCookie["cookie"], "duration">): boolean =>
  duration?.kind === "persistent" && storage !== "cookie";

/** Where the exemption of a cookie and one of its facts meet: where a site claims it of what a provider states, at the claim. */
export function pathOfExempt(
  { override }: Pick<CookieSubject, "override">,
  key: keyof Cookie,
  ...rest: Path
): Path {
  if (!override || Object.hasOwn(override, key)) return [key, ...rest];
  return [override.exemption ? "exemption" : "category"];
}

/** That a cookie is exempt under a criterion which ends with the session, and stays longer. */
export function findOutliving(
  subject: CookieSubject,
  criterion: Exemption,
  hint: string,
): readonly Finding[] {
  const { storage, exemption } = subject;
  const { name, duration } = subject.cookie;
  if (exemption !== criterion || !duration || lengthInDays(duration) <= sessionDays) return [];
  const message = `"${name}" asks no consent under the criterion "${criterion}" and stays "${writeDuration(duration)}", expected "session" or at most "1 day"`;
  const weaker = hasNoLength({ duration, storage }) ? { severity: "note" as const } : {};
  return [{ path: pathOfExempt(subject, "duration"), message, hint, ...weaker }];
}

/** What follows people, or what they do, beyond a count of the audience: exempt under no criterion. */
export const followsPeople: ReadonlySet<string | undefined> = new Set([
  "session-recording",
  "conversion-measurement",
  "contact-tracking",
  "identifier-syncing",
  "retargeting",
  "interest-profiling",
  "affiliate-tracking",
  "company-recognition",
  "frequency-capping",
  "ad-auction",
  "ad-delivery",
]);

/** Whether a cookie keeps a visitor's choice about cookies. The record of an objection, which had better last, does not. */
export const keepsChoice = ({ cookie, exemption }: CookieSubject): boolean =>
  exemption === "consent-record" && cookie.function !== "objection-record";
