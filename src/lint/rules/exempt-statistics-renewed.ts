import { type Duration, writeDuration, lengthInDays } from "../../vocabulary/duration.ts";
import { exampleCookie, exampleProvider } from "../example.ts";
import type { LintRule } from "../rule.ts";

const example = (selfRenewing: string) =>
  exampleProvider({}, [
    exampleCookie("visitor", { exemption: "audience-measurement", selfRenewing }),
  ]);

/** A cookie that ends within a day is renewed while one visit lasts, not by the next. */
const endsWithVisit = (duration: Duration): boolean => lengthInDays(duration) <= 1;

export const exemptStatisticsRenewed: LintRule = {
  id: "exempt-statistics-renewed",
  severity: "error",
  needs: "cookie",
  summary: "An audience-measurement cookie that asks no consent is prolonged by every visit.",
  why: "A duration that every visit starts anew never ends for somebody who keeps coming. The CNIL recommends that new visits do not prolong audience measurement that is exempt in France. Cookies that end within a day are left out: what renews them is the same visit.",
  source: {
    document: "CNIL, deliberation 2020-092",
    article: "Article 5",
    date: "2020-09-17",
    certainty: "A",
  },
  jurisdictions: ["FR"],
  bad: example("true"),
  good: example("false"),
  check({ cookie: { name, duration, selfRenewing }, exemption }) {
    if (exemption !== "audience-measurement" || (duration && endsWithVisit(duration))) return [];
    const isCounted =
      duration?.kind === "length" && duration.bounds.includes("after-last-activity");
    if (!selfRenewing && !isCounted) return [];
    const how = isCounted ? `stays "${writeDuration(duration)}"` : "renews itself at every visit";
    const message = `"${name}" measures the audience without consent and ${how}, expected a duration that no visit prolongs`;
    const hint = "let it end when it was first set to end, or ask for consent";
    return [{ path: [isCounted ? "duration" : "selfRenewing"], message, hint }];
  },
};
