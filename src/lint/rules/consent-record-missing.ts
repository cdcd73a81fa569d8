import { declaredCookies } from "../../registry/cookies.ts";
import { exampleCookie, exampleProvider } from "../examples/example.ts";
import type { LawRule } from "../rule.ts";
import { ask } from "../questions.ts";
const example = (...more: readonly string[]) =>
  exampleProvider({ country: "FR", reviewed: "2026-11-01" }, [exampleCookie("theme"), ...more]);

export const consentRecordMissing: LawRule = {
  id: "consent-record-missing",
  severity: "warning",
  needs: "site",
  summary: "A site asks for consent, but none of its cookies records the choice.",
  why: "A choice is nearly always kept in a cookie or in the browser's storage, and this one is often left off the list. Cookies that need no consent should be listed, too.",
  law: ask("exemptions.consent-record, where consent is asked for", ({ consent, exemptions }) =>
    consent.marketing.asks === "opt-in"
      ? (exemptions?.["consent-record"]?.source ?? consent.marketing.source)
      : undefined,
  ),
  bad: example(),
  good: example(exampleCookie("choice")),
  check({ value }, { registry }) {
    const cookies = declaredCookies(value, registry);
    const asking = cookies.find(({ asksConsent }) => asksConsent);
    const isRecorded = cookies.some(
      ({ exemption, cookie }) =>
        cookie.function === "consent-choices" ||
        (exemption === "consent-record" && cookie.function !== "objection-record"),
    );
    if (!asking || isRecorded) return [];
    const message = `cookie "${asking.name}" asks for consent and no cookie records the choice, expected one with the exemption "consent-record"`;
    const hint = 'such as one with the function "consent-choices"';
    return [{ path: ["providers"], part: "key", message, hint }];
  },
};
