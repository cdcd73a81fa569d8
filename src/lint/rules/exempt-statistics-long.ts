import { writeDuration, daysOfMonths, lengthInDays } from "../../vocabulary/duration.ts";
import { exampleCookie, exampleProvider } from "../example.ts";
import type { LintRule } from "../rule.ts";

const example = (duration: string) =>
  exampleProvider({}, [exampleCookie("visitor", { exemption: "audience-measurement", duration })]);

export const exemptStatisticsLong: LintRule = {
  id: "exempt-statistics-long",
  severity: "error",
  needs: "cookie",
  summary: "An audience-measurement cookie that asks no consent stays for more than 13 months.",
  why: "Audience measurement is exempt in France while it is limited to what comparing audiences over time needs, for which the CNIL recommends no more than thirteen months.",
  source: {
    document: "CNIL, deliberation 2020-092",
    article: "Article 5",
    date: "2020-09-17",
    certainty: "A",
  },
  jurisdictions: ["FR"],
  bad: example("2 years"),
  good: example("13 months"),
  check({ cookie: { name, duration }, exemption }) {
    if (exemption !== "audience-measurement" || !duration) return [];
    if (lengthInDays(duration) <= daysOfMonths(13)) return [];
    const message = `"${name}" measures the audience without consent and stays "${writeDuration(duration)}", expected at most "13 months"`;
    return [{ path: ["duration"], message, hint: "shorten it, or ask for consent" }];
  },
};
