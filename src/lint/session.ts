import { writeDuration } from "../registry/duration.ts";
import type { Finding } from "../registry/rule.ts";
import type { Exemption } from "../registry/schema/vocabulary.ts";
import type { CookieSubject } from "./cookies.ts";
import { lengthInDays } from "./length.ts";

/** What still counts as a session: "a few hours", whose figure is ours and not the Working Party's. */
const sessionDays = 1;

/** That a cookie is exempt under a criterion which ends with the session, and stays longer. */
export function findOutliving(
  { cookie: { name, duration }, exemption }: CookieSubject,
  criterion: Exemption,
  hint: string,
): readonly Finding[] {
  if (exemption !== criterion || !duration || lengthInDays(duration) <= sessionDays) return [];
  const message = `"${name}" asks no consent under the criterion "${criterion}" and stays "${writeDuration(duration)}", expected "session" or at most "1 day"`;
  return [{ path: ["duration"], message, hint }];
}
