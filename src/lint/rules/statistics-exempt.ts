import type { LintRule } from "../rule.ts";

const provider = (exemption: string) => `name: Example
recipients: []
cookies:
  - name: "visitor"
    function: audience-measurement
    purposes: [measure-audience]
${exemption}    duration: 6 months
  - name: "choice"
    function: consent-choices
    purposes: [remember-cookie-preferences]
    duration: 6 months
`;

export const statisticsExempt: LintRule = {
  id: "statistics-exempt",
  severity: "error",
  needs: "cookie",
  summary: "A cookie of statistics asks no consent where the law knows no exemption for them.",
  why: "German law exempts only what transmits a message and what is absolutely necessary for a service that the visitor expressly asked for. It has no exemption for measuring the audience, even where the figures are anonymous.",
  source: {
    document: "Telekommunikation-Digitale-Dienste-Datenschutz-Gesetz (TDDDG, Germany)",
    article: "section 25(2)",
    date: "2021-06-23",
    certainty: "A",
  },
  jurisdictions: ["DE"],
  bad: { "data/providers/example.yaml": provider("    exemption: audience-measurement\n") },
  good: { "data/providers/example.yaml": provider("") },
  check: ({ cookie: { name }, category, exemption }) =>
    exemption === "audience-measurement" || (exemption && category === "statistics")
      ? [
          {
            path: ["exemption"],
            message: `"${name}" asks no consent for statistics under the exemption "${exemption}", expected no such exemption in Germany`,
            hint: "ask for consent to it there",
          },
        ]
      : [],
};
