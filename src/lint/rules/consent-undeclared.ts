import { declaredCookies } from "../../registry/cookies.ts";
import { lawOf } from "../../registry/site-law.ts";
import { exampleCookie, exampleProvider, exampleSite } from "../examples/example.ts";
import { ask, askedBy } from "../questions.ts";
import type { LawRule } from "../rule.ts";

const asking = exampleProvider({ operator: "site", reviewed: "2026-11-01" }, [
  exampleCookie("theme"),
  exampleCookie("choice"),
]);

export const consentUndeclared: LawRule = {
  id: "consent-undeclared",
  severity: "warning",
  needs: "site",
  summary: "A site does not say how it asks for consent.",
  why: "Without a declaration the page states what the law asks, not what the site does: only its owner knows whether visitors are asked, may refuse, or are told no more than by the page.",
  law: ask("consent", ({ consent }) =>
    [consent.preferences, consent.statistics, consent.marketing]
      .filter(({ asks }) => asks === "opt-in" || asks === "opt-out")
      .flatMap(({ source }) => source),
  ),
  bad: { ...exampleSite({ consent: undefined }), ...asking },
  good: { ...exampleSite({ consent: "opt-in" }), ...asking },
  check({ value }, { registry, place: { law: pack } }) {
    const law = lawOf(value, registry);
    const undeclared = declaredCookies(value, registry).flatMap(
      ({ category, exemption, cookie }) => {
        if (category === "unclassified" || category === "necessary" || cookie.consent) return [];
        if (law.consentTo(category).every(({ isDeclared }) => isDeclared)) return [];
        const wanted = askedBy(pack, category, exemption);
        const isOwed = wanted === "opt-in" || (wanted === "opt-out" && !exemption);
        return isOwed ? [category] : [];
      },
    );
    const named = [...new Set(undeclared)].map((category) => `"${category}"`);
    if (named.length === 0) return [];
    const message = `nothing says how the site asks for consent to ${named.join(", ")}, expected "consent"`;
    const hint =
      'such as "consent: opt-in"; without it the page states what the law asks, not what the site does';
    return [{ path: ["consent"], message, hint }];
  },
};
