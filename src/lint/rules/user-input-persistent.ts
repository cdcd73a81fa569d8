import type { LintRule } from "../rule.ts";
import { findOutliving } from "../exemptions.ts";

const provider = (duration: string) => `name: Example
recipients: []
cookies:
  - name: "cart"
    function: shopping-cart
    purposes: [keep-cart]
    duration: ${duration}
`;

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
  bad: { "data/providers/example.yaml": provider("30 days") },
  good: { "data/providers/example.yaml": provider("2 hours") },
  check: (subject) =>
    findOutliving(subject, "user-input", "shorten it, or ask for consent to keep the input longer"),
};
