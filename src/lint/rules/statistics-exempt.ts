import { exampleCookie, exampleProvider } from "../example.ts";
import type { LintRule } from "../rule.ts";

const example = (exemption?: string) =>
  exampleProvider({}, [
    exampleCookie("visitor", { exemption, duration: "6 months" }),
    exampleCookie("choice"),
  ]);

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
  bad: example("audience-measurement"),
  good: example(),
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
