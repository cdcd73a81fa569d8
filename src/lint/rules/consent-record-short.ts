import { writeDuration, lengthInDays } from "../../vocabulary/duration.ts";
import { keepsChoice } from "../exemptions.ts";
import { exampleCookie, exampleProvider } from "../example.ts";
import type { LintRule } from "../rule.ts";

const example = (duration: string) => exampleProvider({}, [exampleCookie("choice", { duration })]);

/** The fewest days that six months can have. */
const fewestDaysOfSixMonths = 181;

export const consentRecordShort: LintRule = {
  id: "consent-record-short",
  severity: "warning",
  needs: "cookie",
  summary: "The record of a visitor's choice is kept for less than six months.",
  why: "Once the record of a refusal is gone, the visitor is asked again. The Italian authority wants at least six months to pass before that, since asking over and over wears a refusal down.",
  source: {
    document: "Garante, Linee guida cookie e altri strumenti di tracciamento [9677876]",
    date: "2021-06-10",
    certainty: "B",
  },
  jurisdictions: ["IT"],
  bad: example("30 days"),
  good: example("6 months"),
  check(subject) {
    const { name, duration } = subject.cookie;
    if (!keepsChoice(subject) || !duration) return [];
    if (lengthInDays(duration) >= fewestDaysOfSixMonths) return [];
    const message = `"${name}" keeps the visitor's choice for "${writeDuration(duration)}", expected at least "6 months"`;
    return [{ path: ["duration"], message, hint: "keep it longer, a refusal above all" }];
  },
};
