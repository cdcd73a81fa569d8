import { writeDuration, daysOfMonths, lengthInDays } from "../../vocabulary/duration.ts";
import { hasNoLength } from "../exemptions.ts";
import type { Exemption } from "../../vocabulary/vocabulary.ts";
import { exampleCookie, exampleProvider } from "../examples/example.ts";
import type { LawRule } from "../rule.ts";
import { exemption } from "../questions.ts";

const example = (duration: string) => exampleProvider({}, [exampleCookie("csrf", { duration })]);

/** The record of a choice has to last, and laws differ in how long; after so many months no choice is meant any more. */
const monthsAtMost = (claimed: Exemption | undefined): number =>
  claimed === "consent-record" ? 60 : 12;

export const durationExcessive: LawRule = {
  id: "duration-excessive",
  severity: "warning",
  needs: "cookie",
  summary:
    "A cookie that asks no consent stays for more than twelve months, or a record of the choice for more than five years.",
  why: "A cookie may do without consent only for as long as stands in direct relation to its purpose. Twelve months, and five years for what keeps the visitor's choice, are this tool's thresholds for review, not figures of the opinion: a longer one needs an explanation.",
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
  check({ cookie: { name, duration }, asksConsent, exemption: claimed, storage }) {
    // Another rule judges the length of what measures the audience.
    if (asksConsent || claimed === "audience-measurement" || !duration) return [];
    if (hasNoLength({ duration, storage })) return [];
    const months = monthsAtMost(claimed);
    if (lengthInDays(duration) <= daysOfMonths(months)) return [];
    const message = `"${name}" asks no consent and stays "${writeDuration(duration)}", expected at most "${months} months"`;
    const hint = "shorten it to what its purpose needs, or ask for consent";
    return [{ path: ["duration"], message, hint }];
  },
};
