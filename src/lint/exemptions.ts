import type { ProviderCookie } from "../registry/cookies.ts";
import type { Finding } from "../rules/rule.ts";
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

/** That a cookie is exempt under a criterion which ends with the session, and stays longer. */
export function findOutliving(
  { cookie: { name, duration }, storage, exemption }: CookieSubject,
  criterion: Exemption,
  hint: string,
): readonly Finding[] {
  if (exemption !== criterion || !duration || lengthInDays(duration) <= sessionDays) return [];
  const message = `"${name}" asks no consent under the criterion "${criterion}" and stays "${writeDuration(duration)}", expected "session" or at most "1 day"`;
  const weaker = hasNoLength({ duration, storage }) ? { severity: "note" as const } : {};
  return [{ path: ["duration"], message, hint, ...weaker }];
}

/** Whether a cookie keeps a visitor's choice about cookies. The record of an objection, which had better last, does not. */
export const keepsChoice = ({ cookie, exemption }: CookieSubject): boolean =>
  exemption === "consent-record" && cookie.function !== "objection-record";
