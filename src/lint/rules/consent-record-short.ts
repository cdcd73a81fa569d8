import { writeDuration, lengthInDays } from "../../vocabulary/duration.ts";
import { keepsChoice } from "../exemptions.ts";
import { exampleCookie, exampleProvider } from "../examples/example.ts";
import type { LawRule } from "../rule.ts";
import { limit } from "../questions.ts";

const example = (duration: string) => exampleProvider({}, [exampleCookie("choice", { duration })]);

const toleratedDays = 3;

export const consentRecordShort: LawRule = {
  id: "consent-record-short",
  severity: "warning",
  needs: "cookie",
  summary: "The record of a visitor's choice is kept for less time than the authority wants.",
  why: "Once the record of a refusal is gone, the visitor is asked again. Some time has to pass before that, since asking over and over wears a refusal down.",
  law: limit("consentRecord", "atLeast"),
  exampleIn: "IT",
  bad: example("30 days"),
  good: example("6 months"),
  check(subject, { place }) {
    const { name, duration } = subject.cookie;
    const shortest = place.law.limits!.consentRecord!.atLeast!;
    if (!keepsChoice(subject) || !duration || duration.kind === "not-stated") return [];
    // Six months are a few days shorter or longer, by where in the year they begin.
    if (lengthInDays(duration) >= lengthInDays(shortest) - toleratedDays) return [];
    const message = `"${name}" keeps the visitor's choice for "${writeDuration(duration)}", expected at least "${writeDuration(shortest)}"`;
    return [{ path: ["duration"], message, hint: "keep it longer, a refusal above all" }];
  },
};
