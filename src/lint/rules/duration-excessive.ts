import { writeDuration, daysOfMonths, lengthInDays } from "../../vocabulary/duration.ts";
import type { Jurisdiction } from "../../registry/schema/jurisdiction.ts";
import { hasNoLength, pathOfExempt } from "../exemptions.ts";
import type { Exemption } from "../../vocabulary/vocabulary.ts";
import { exampleCookie, exampleProvider } from "../examples/example.ts";
import type { LawRule } from "../rule.ts";
import { exemption } from "../questions.ts";

const example = (duration: string) => exampleProvider({}, [exampleCookie("csrf", { duration })]);

/**
 * The longest life without a question, in months. The record of a choice has to last, and laws differ in how long; of
 * statistics another rule judges it where the law of the place gives a figure of its own.
 */
function longestFor(claimed: Exemption | undefined, { limits }: Jurisdiction): number | null {
  if (claimed === "consent-record") return 60;
  if (claimed !== "audience-measurement") return 12;
  return limits?.exemptStatistics?.atMost ? null : 13;
}

export const durationExcessive: LawRule = {
  id: "duration-excessive",
  severity: "warning",
  needs: "cookie",
  summary:
    "A cookie that asks no consent stays for more than twelve months, or a record of the choice for more than five years.",
  why: "A cookie may do without consent only for as long as stands in direct relation to its purpose. Twelve months, thirteen for exempt statistics and five years for what keeps the visitor's choice, are this tool's thresholds for review, not figures of the opinion: a longer life needs an explanation.",
  law: exemption("user-input", "short-lived"),
  bad: example("2 years"),
  yieldsTo: [
    "authentication-persistent",
    "interface-persistent",
    "load-balancing-persistent",
    "media-player-persistent",
    "user-input-persistent",
  ],
  good: example("6 months"),
  check(subject, { place: { law } }) {
    const { asksConsent, storage, exemption: claimed } = subject;
    const { name, duration } = subject.cookie;
    const longest = longestFor(claimed, law);
    if (asksConsent || longest === null || !duration) return [];
    if (hasNoLength({ duration, storage })) return [];
    if (lengthInDays(duration) <= daysOfMonths(longest)) return [];
    const message = `"${name}" asks no consent and stays "${writeDuration(duration)}", expected at most "${longest} months"`;
    const hint = "shorten it to what its purpose needs, or ask for consent";
    return [{ path: pathOfExempt(subject, "duration"), message, hint }];
  },
};
