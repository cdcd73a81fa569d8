import { writeDuration, daysOfMonths, lengthInDays } from "../../vocabulary/duration.ts";
import { keepsChoice } from "../exemptions.ts";
import { exampleCookie, exampleProvider } from "../example.ts";
import type { LintRule } from "../rule.ts";

const example = (duration: string) => exampleProvider({}, [exampleCookie("choice", { duration })]);

export const consentRecordLong: LintRule = {
  id: "consent-record-long",
  severity: "warning",
  needs: "cookie",
  summary: "The record of a visitor's consent is kept for more than 24 months.",
  why: "Consent given long ago may no longer be what a visitor wants. The Spanish authority considers it good practice that consent to cookies is valid for no more than 24 months, so a longer record is flagged for review.",
  source: {
    document: "AEPD, Guía sobre el uso de las cookies",
    date: "2023-07-11",
    certainty: "B",
  },
  jurisdictions: ["ES"],
  bad: example("3 years"),
  good: example("24 months"),
  check(subject) {
    const { name, duration } = subject.cookie;
    if (!keepsChoice(subject) || !duration || lengthInDays(duration) <= daysOfMonths(24)) return [];
    const message = `"${name}" keeps the visitor's choice for "${writeDuration(duration)}", expected at most "24 months"`;
    return [{ path: ["duration"], message, hint: "shorten it, so that visitors are asked again" }];
  },
};
