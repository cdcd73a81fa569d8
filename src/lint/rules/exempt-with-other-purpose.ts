import { exampleCookie, exampleProvider } from "../example.ts";
import type { LintRule } from "../rule.ts";

const example = (purposes: string) =>
  exampleProvider({}, [exampleCookie("sid", { purposes: `[${purposes}]`, category: "necessary" })]);

export const exemptWithOtherPurpose: LintRule = {
  id: "exempt-with-other-purpose",
  severity: "error",
  needs: "cookie",
  summary: "A cookie that asks no consent also serves statistics or marketing.",
  why: "A cookie with several purposes may do without consent only if every one of them is exempt. One that also measures or advertises has to ask, however necessary it is besides.",
  source: {
    document: "Article 29 Working Party, Opinion 04/2012 on Cookie Consent Exemption (WP194)",
    date: "2012-06-07",
    certainty: "A2",
  },
  jurisdictions: ["EU", "UK"],
  bad: example("check-identity, measure-audience"),
  good: example("check-identity"),
  check({ cookie: { name, purposes = [] }, asksConsent, exemption }, { registry }) {
    if (asksConsent) return [];
    const needsConsent =
      exemption === "audience-measurement" ? ["marketing"] : ["statistics", "marketing"];
    return purposes.flatMap((purpose, index) => {
      const category = registry.purposes[purpose]?.category ?? "";
      if (!needsConsent.includes(category)) return [];
      const message = `"${name}" asks no consent, but its purpose "${purpose}" is one of "${category}", expected exempt purposes only`;
      const hint = "use another cookie for it, or ask for consent to this one";
      return [{ path: ["purposes", index], message, hint }];
    });
  },
};
