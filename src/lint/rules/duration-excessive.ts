import { writeDuration, daysOfMonths, lengthInDays } from "../../vocabulary/duration.ts";
import { hasNoLength } from "../exemptions.ts";
import type { Exemption } from "../../vocabulary/vocabulary.ts";
import { exampleCookie, exampleProvider } from "../examples/example.ts";
import type { LawRule } from "../rule.ts";
import { exemption } from "../questions.ts";

const example = (duration: string) => exampleProvider({}, [exampleCookie("csrf", { duration })]);

/** Those whose length other rules judge. */
const judgedElsewhere: ReadonlySet<Exemption | undefined> = new Set([
  "audience-measurement",
  "consent-record",
] as const);

export const durationExcessive: LawRule = {
  id: "duration-excessive",
  severity: "warning",
  needs: "cookie",
  summary: "A cookie that asks no consent stays for more than twelve months.",
  why: "A cookie may do without consent only for as long as stands in direct relation to its purpose. Twelve months is this tool's threshold for review, not a figure of the opinion: a longer one needs an explanation.",
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
    if (asksConsent || judgedElsewhere.has(claimed) || !duration) return [];
    if (hasNoLength({ duration, storage })) return [];
    if (lengthInDays(duration) <= daysOfMonths(12)) return [];
    const message = `"${name}" asks no consent and stays "${writeDuration(duration)}", expected at most "12 months"`;
    const hint = "shorten it to what its purpose needs, or ask for consent";
    return [{ path: ["duration"], message, hint }];
  },
};
