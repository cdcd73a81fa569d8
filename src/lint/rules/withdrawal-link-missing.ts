import { exampleCookie, exampleProvider, exampleSite } from "../example.ts";
import type { LintRule } from "../rule.ts";
import { declaredCookies } from "../../registry/cookies.ts";

const asking = exampleProvider({ reviewed: "2026-11-01" }, [
  exampleCookie("theme"),
  exampleCookie("choice"),
]);

export const withdrawalLinkMissing: LintRule = {
  id: "withdrawal-link-missing",
  severity: "error",
  needs: "site",
  summary: "A site asks for consent but does not say where it can be withdrawn.",
  why: "Consent must be as easy to withdraw as to give, at any time. Without a link on the page a visitor is left to the settings of a browser.",
  source: {
    document: "Regulation (EU) 2016/679 (GDPR)",
    article: "Article 7",
    date: "2016-04-27",
    certainty: "B",
  },
  jurisdictions: ["EU", "UK"],
  bad: { ...exampleSite({ preferences: undefined, objection: undefined }), ...asking },
  good: { ...exampleSite({ objection: undefined }), ...asking },
  check({ value }, { registry }) {
    if (value.preferences !== undefined) return [];
    const cookie = declaredCookies(value, registry).find(({ asksConsent }) => asksConsent);
    if (!cookie) return [];
    const message = `cookie "${cookie.name}" asks for consent and nothing says where to withdraw it, expected "preferences"`;
    const hint = "the address that opens the site's cookie settings again";
    return [{ path: ["preferences"], message, hint }];
  },
};
