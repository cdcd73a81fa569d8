import { exampleCookie, exampleProvider, exampleSite } from "../examples/example.ts";
import type { LawRule } from "../rule.ts";
import { duty } from "../questions.ts";
import { declaredCookies } from "../../registry/cookies.ts";

const asking = exampleProvider({ reviewed: "2026-11-01" }, [
  exampleCookie("theme"),
  exampleCookie("choice"),
]);

export const withdrawalLinkMissing: LawRule = {
  id: "withdrawal-link-missing",
  severity: "error",
  needs: "site",
  summary: "A site asks for consent but does not say where it can be withdrawn.",
  why: "Consent must be as easy to withdraw as to give, at any time. Without a link on the page a visitor is left to the settings of a browser.",
  law: duty("withdrawal-means"),
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
