import { memberStates } from "../../vocabulary/vocabulary.ts";
import { exampleCookie, exampleProvider } from "../example.ts";
import type { LintRule } from "../rule.ts";
import { findOutliving } from "../exemptions.ts";

const example = (duration: string) =>
  exampleProvider({}, [
    exampleCookie("language", {
      function: "language-selection",
      purposes: "[remember-language]",
      category: "necessary",
      duration,
    }),
  ]);

/** France sets no length; it relaxes the rule only where no other member state is concerned. */
function isRelaxed(jurisdictions: ReadonlySet<string>): boolean {
  const states = memberStates.filter((state) => jurisdictions.has(state));
  return states.length === 1 && states[0] === "FR";
}

export const interfacePersistent: LintRule = {
  id: "interface-persistent",
  severity: "warning",
  needs: "cookie",
  summary: "A cookie that adapts the interface without consent outlives the session.",
  why: "A choice of language or display exempts a cookie for the session, or slightly longer; to remember it for longer, visitors should be told beside the choice. A longer life is flagged for review. A length of up to a day counts as a session here: that figure is this tool's. Not applied where France is the only member state concerned, whose CNIL holds that a cookie of the preferred language can be exempt and names no such length.",
  source: {
    document: "Article 29 Working Party, Opinion 04/2012 on Cookie Consent Exemption (WP194)",
    date: "2012-06-07",
    certainty: "A2",
  },
  jurisdictions: ["EU"],
  bad: example("12 months"),
  good: example("session"),
  check: (subject, { jurisdictions }) =>
    isRelaxed(jurisdictions)
      ? []
      : findOutliving(
          subject,
          "interface-customisation",
          "where a notice beside the choice says that it is remembered, ignore this and say so",
        ),
};
