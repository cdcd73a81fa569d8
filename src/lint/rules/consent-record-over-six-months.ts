import { writeDuration, daysOfMonths, lengthInDays } from "../../vocabulary/duration.ts";
import { keepsChoice } from "../exemptions.ts";
import { exampleCookie, exampleProvider } from "../example.ts";
import type { LintRule } from "../rule.ts";

const example = (duration: string) => exampleProvider({}, [exampleCookie("choice", { duration })]);

export const consentRecordOverSixMonths: LintRule = {
  id: "consent-record-over-six-months",
  severity: "note",
  needs: "cookie",
  summary: "The record of a visitor's choice is kept for more than six months.",
  why: "Visitors should be asked again from time to time. For the French authority six months are good practice, whether the visitor accepted or refused; it is not a limit, so this is no more than a note.",
  source: {
    document: "CNIL, deliberation 2020-092",
    date: "2020-09-17",
    certainty: "A2",
  },
  jurisdictions: ["FR"],
  bad: example("12 months"),
  good: example("6 months"),
  check(subject) {
    const { name, duration } = subject.cookie;
    if (!keepsChoice(subject) || !duration || lengthInDays(duration) <= daysOfMonths(6)) return [];
    const message = `"${name}" keeps the visitor's choice for "${writeDuration(duration)}", expected "6 months" as good practice`;
    return [{ path: ["duration"], message }];
  },
};
