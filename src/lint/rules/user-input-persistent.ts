import { exampleCookie, exampleProvider } from "../example.ts";
import type { LintRule } from "../rule.ts";
import { findOutliving } from "../exemptions.ts";

const example = (duration: string) =>
  exampleProvider({}, [
    exampleCookie("cart", { function: "shopping-cart", purposes: "[keep-cart]", duration }),
  ]);

export const userInputPersistent: LintRule = {
  id: "user-input-persistent",
  severity: "warning",
  needs: "cookie",
  summary: "A cookie that holds a visitor's input without consent stays for more than a few hours.",
  why: "A cart or a half-filled form exempts a cookie for the session, or for a few hours where it would otherwise be lost. A longer life is flagged for review. A few hours are taken as one day here: that figure is this tool's.",
  source: {
    document: "Article 29 Working Party, Opinion 04/2012 on Cookie Consent Exemption (WP194)",
    date: "2012-06-07",
    certainty: "A2",
  },
  jurisdictions: ["EU"],
  bad: example("30 days"),
  good: example("2 hours"),
  check: (subject) =>
    findOutliving(subject, "user-input", "shorten it, or ask for consent to keep the input longer"),
};
