import { exampleCookie, exampleProvider } from "../examples/example.ts";
import { ask } from "../questions.ts";
import type { LawRule } from "../rule.ts";

const example = (exemption?: string) =>
  exampleProvider({ country: "DE", dataRetention: "6 months" }, [
    exampleCookie("visitor", { exemption, duration: "6 months" }),
    exampleCookie("choice"),
  ]);

const notExempt = ask(
  "consent.statistics asks opt-in, without an exemption audience-measurement",
  ({ consent: { statistics }, exemptions = {} }) =>
    statistics.asks === "opt-in" && !exemptions["audience-measurement"]
      ? statistics.source
      : undefined,
);

export const statisticsExempt: LawRule = {
  id: "statistics-exempt",
  severity: "warning",
  needs: "cookie",
  summary: "A cookie of statistics asks no consent where no exemption for them is known.",
  why: "Only some laws and authorities exempt the measurement of an audience from consent. Elsewhere it needs consent, even where the figures are anonymous; a mere count that keeps nothing on the device and reads nothing from it is another matter.",
  law: notExempt,
  exampleIn: "DE",
  bad: example("audience-measurement"),
  good: example(),
  check: ({ cookie: { name }, category, exemption }) =>
    exemption === "audience-measurement" || (exemption && category === "statistics")
      ? [
          {
            path: ["exemption"],
            message: `"${name}" asks no consent for statistics under the exemption "${exemption}", expected no such exemption there`,
            hint: "ask for consent to it there",
          },
        ]
      : [],
};
