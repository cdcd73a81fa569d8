import { exampleCookie, exampleProvider } from "../examples/example.ts";
import type { LawRule } from "../rule.ts";
import { exemption } from "../questions.ts";
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

export const interfacePersistent: LawRule = {
  id: "interface-persistent",
  severity: "warning",
  needs: "cookie",
  summary: "A cookie that adapts the interface without consent outlives the session.",
  why: "A choice of language or display exempts a cookie for the session, or slightly longer; to remember it for longer, visitors should be told beside the choice. A longer life is flagged for review. A length of up to a day counts as a session here: that figure is this tool's. Not applied where an authority exempts a choice of the visitor's whatever its length, as in Spain and France.",
  law: exemption("interface-customisation", "short-lived"),
  bad: example("12 months"),
  good: example("session"),
  check: (subject) =>
    findOutliving(
      subject,
      "interface-customisation",
      "where a notice beside the choice says that it is remembered, ignore this and say so",
    ),
};
