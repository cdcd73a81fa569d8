import { declaredCookies } from "../../registry/cookies.ts";
import { lawOf } from "../../registry/site-law.ts";
import { exampleCookie, exampleProvider, exampleSite } from "../examples/example.ts";
import { duty } from "../questions.ts";
import type { LawRule } from "../rule.ts";

const measuring = exampleProvider({ operator: "site", reviewed: "2026-11-01" }, [
  exampleCookie("visitor", { exemption: "audience-measurement" }),
]);

export const legalBasisMissing: LawRule = {
  id: "legal-basis-missing",
  severity: "warning",
  needs: "site",
  summary: "Neither the page nor a privacy notice says on what legal basis data is used.",
  why: "Visitors must be told why the data may be used at all. Where consent is asked for, that says it; elsewhere the basis has to be named, on the page or in a privacy notice to which it leads.",
  law: duty("legal-basis"),
  exampleIn: "FR",
  bad: { ...exampleSite({ privacyPolicy: undefined }), ...measuring },
  good: {
    ...exampleSite({
      privacyPolicy: undefined,
      legalBasis: "{ statistics: legitimate-interest }",
    }),
    ...measuring,
  },
  check({ value }, { registry }) {
    if (value.privacyPolicy !== undefined) return [];
    const law = lawOf(value, registry);
    const cookie = declaredCookies(value, registry).find(({ category, exemption, cookie: its }) => {
      if (category === "necessary" || category === "unclassified") return false;
      if (value.legalBasis?.[category]) return false;
      const model = its.consent ?? law.consentTo(category)[0]?.model;
      return exemption !== undefined || model !== "opt-in";
    });
    if (!cookie) return [];
    const message = `nothing says on what legal basis data of "${cookie.category}", such as that of cookie "${cookie.name}", is used, expected "legalBasis"`;
    const hint = 'by category; or "privacyPolicy", where a notice says so';
    return [{ path: ["legalBasis"], message, hint }];
  },
};
