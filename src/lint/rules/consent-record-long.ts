import { writeDuration, lengthInDays } from "../../vocabulary/duration.ts";
import { keepsChoice } from "../exemptions.ts";
import { exampleCookie, exampleProvider } from "../examples/example.ts";
import type { LawRule } from "../rule.ts";
import { limit } from "../questions.ts";

const example = (duration: string) => exampleProvider({}, [exampleCookie("choice", { duration })]);

export const consentRecordLong: LawRule = {
  id: "consent-record-long",
  severity: "note",
  needs: "cookie",
  summary: "The record of a visitor's consent is kept for longer than the authority advises.",
  why: "Consent given long ago may no longer be what a visitor wants, so visitors should be asked again from time to time. The figure is the authority's: good practice, not a limit.",
  law: limit("consentRecord", "atMost"),
  exampleIn: "ES",
  yieldsTo: ["duration-excessive"],
  bad: example("3 years"),
  good: example("24 months"),
  check(subject, { place }) {
    const { name, duration } = subject.cookie;
    const longest = place.law.limits!.consentRecord!.atMost!;
    if (!keepsChoice(subject) || !duration || lengthInDays(duration) <= lengthInDays(longest))
      return [];
    const message = `"${name}" keeps the visitor's choice for "${writeDuration(duration)}", expected at most "${writeDuration(longest)}" as good practice`;
    return [{ path: ["duration"], message, hint: "shorten it, so that visitors are asked again" }];
  },
};
