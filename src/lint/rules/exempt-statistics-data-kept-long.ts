import { writeDuration, daysOfMonths, lengthInDays } from "../../vocabulary/duration.ts";
import { exampleCookie, exampleProvider } from "../example.ts";
import type { LintRule } from "../rule.ts";

const example = (dataRetention: string) =>
  exampleProvider({}, [
    exampleCookie("visitor", { exemption: "audience-measurement", dataRetention }),
  ]);

export const exemptStatisticsDataKeptLong: LintRule = {
  id: "exempt-statistics-data-kept-long",
  severity: "error",
  needs: "cookie",
  summary:
    "Data of an audience-measurement cookie that asks no consent is kept for more than 25 months.",
  why: "Where audience measurement is exempt in France, the CNIL recommends that what it collects is kept for no more than twenty-five months, however short the cookie itself lives.",
  source: {
    document: "CNIL, deliberation 2020-092",
    date: "2020-09-17",
    certainty: "A2",
  },
  jurisdictions: ["FR"],
  bad: example("3 years"),
  good: example("25 months"),
  check({ cookie: { name, dataRetention }, exemption }) {
    if (exemption !== "audience-measurement" || dataRetention?.kind !== "length") return [];
    if (lengthInDays(dataRetention) <= daysOfMonths(25)) return [];
    const message = `data that "${name}" collects without consent is kept "${writeDuration(dataRetention)}", expected at most "25 months"`;
    return [{ path: ["dataRetention"], message, hint: "delete it earlier, or ask for consent" }];
  },
};
