import { declaredCookies } from "../../registry/cookies.ts";
import type { LintRule } from "../rule.ts";
const provider = (choice: string) => `name: Example
country: FR
recipients: []
reviewed: 2026-11-01
cookies:
  - name: "theme"
    function: display-settings
    purposes: [remember-display]
    duration: 6 months
${choice}`;

export const consentRecordMissing: LintRule = {
  id: "consent-record-missing",
  severity: "warning",
  needs: "site",
  summary: "A site asks for consent, but none of its cookies records the choice.",
  why: "A choice is nearly always kept in a cookie or in the browser's storage, and this one is often left off the list. Cookies that need no consent should be listed, too.",
  source: {
    document: "CNIL, deliberation 2020-092",
    article: "Article 5",
    date: "2020-09-17",
    certainty: "A",
  },
  bad: { "data/providers/example.yaml": provider("") },
  good: {
    "data/providers/example.yaml": provider(`  - name: "choice"
    function: consent-choices
    purposes: [remember-cookie-preferences]
    duration: 6 months
`),
  },
  check({ value }, { registry }) {
    const cookies = declaredCookies(value, registry);
    const asking = cookies.find(({ asksConsent }) => asksConsent);
    const isRecorded = cookies.some(({ exemption }) => exemption === "consent-record");
    if (!asking || isRecorded) return [];
    const message = `cookie "${asking.name}" asks for consent and no cookie records the choice, expected one with the exemption "consent-record"`;
    const hint = 'such as one with the function "consent-choices"';
    return [{ path: ["providers"], part: "key", message, hint }];
  },
};
