import { writeDuration, lengthInDays } from "../../vocabulary/duration.ts";
import { keepsChoice } from "../exemptions.ts";
import { exampleCookie, exampleProvider } from "../examples/example.ts";
import type { LawRule } from "../rule.ts";
import { ask } from "../questions.ts";
import type { Jurisdiction } from "../../registry/schema/jurisdiction.ts";

const example = (duration: string) => exampleProvider({}, [exampleCookie("choice", { duration })]);

const toleratedDays = 3;

/** What a law says of keeping a choice: a figure, or that one has to be shown. */
function sourcesOf({ limits, consent, exemptions }: Jurisdiction) {
  if (limits?.consentRecord?.atLeast) return limits.consentRecord.source;
  if (consent.marketing.asks !== "opt-in") return undefined;
  return exemptions?.["consent-record"]?.source ?? consent.marketing.source;
}

export const consentRecordShort: LawRule = {
  id: "consent-record-short",
  severity: "warning",
  needs: "cookie",
  summary: "The record of a visitor's choice is kept for less time than the authority wants.",
  why: "Once the record of a refusal is gone, the visitor is asked again. Some time has to pass before that, since asking over and over wears a refusal down. Where no authority gives a figure, a choice that is gone with the session is a note.",
  law: ask("limits.consentRecord.atLeast, or consent.marketing asks opt-in", sourcesOf),
  exampleIn: "IT",
  bad: example("30 days"),
  good: example("6 months"),
  check(subject, { place }) {
    const { name, duration } = subject.cookie;
    const shortest = place.law.limits?.consentRecord?.atLeast;
    if (!keepsChoice(subject) || !duration || duration.kind === "not-stated") return [];
    if (!shortest) {
      if (duration.kind !== "session") return [];
      const message = `"${name}" keeps the visitor's choice for the session, expected a longer time`;
      const hint = "every visit else asks again, and wears a refusal down";
      return [{ severity: "note", path: ["duration"], message, hint }];
    }
    // Six months are a few days shorter or longer, by where in the year they begin.
    if (lengthInDays(duration) >= lengthInDays(shortest) - toleratedDays) return [];
    const message = `"${name}" keeps the visitor's choice for "${writeDuration(duration)}", expected at least "${writeDuration(shortest)}"`;
    return [{ path: ["duration"], message, hint: "keep it longer, a refusal above all" }];
  },
};
