import { exampleCookie, exampleProvider } from "../examples/example.ts";
import { exemption } from "../questions.ts";
import type { LawRule } from "../rule.ts";

const example = (id: string, purpose: string) =>
  exampleProvider({ operator: "site", reviewed: "2026-11-01" }, [
    exampleCookie("seen", { function: id, purposes: `[${purpose}]`, duration: "6 months" }),
  ]);

export const exemptionUnrecognised: LawRule = {
  id: "exemption-unrecognised",
  severity: "warning",
  needs: "cookie",
  summary: "A cookie is exempt under a criterion that is not known of the place.",
  why: "Some criteria hold in some places only: a few authorities let paid sites count the articles that visitors read for free, and one law the finding of faults. Elsewhere such a cookie asks for consent, or meets another criterion.",
  law: exemption("security"),
  bad: example("article-metering", "count-free-articles"),
  good: example("attack-protection", "prevent-attacks"),
  yieldsTo: ["statistics-exempt", "exemption-unfit"],
  check({ cookie, exemption: under, asksConsent }, { place: { law } }) {
    if (under === undefined || asksConsent || law.exemptions?.[under]) return [];
    const message = `"${cookie.name}" is exempt as "${under}", expected an exemption that is known there`;
    const path = [cookie.exemption ? "exemption" : "function"];
    const known = Object.keys(law.exemptions ?? {}).map((id) => `"${id}"`);
    return [
      { path, message, hint: `one of ${known.join(", ")}; where none is met, ask for consent` },
    ];
  },
};
