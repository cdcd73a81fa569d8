import { type Duration, writeDuration, lengthInDays } from "../../vocabulary/duration.ts";
import { exampleCookie, exampleProvider } from "../examples/example.ts";
import { pathOfExempt } from "../exemptions.ts";
import type { LawRule } from "../rule.ts";
import { limit } from "../questions.ts";

const example = (selfRenewing: string) =>
  exampleProvider({ role: "processor" }, [
    exampleCookie("visitor", { exemption: "audience-measurement", selfRenewing }),
  ]);

/** A cookie that ends within a day is renewed while one visit lasts, not by the next. */
const endsWithVisit = (duration: Duration): boolean => lengthInDays(duration) <= 1;

export const exemptStatisticsRenewed: LawRule = {
  id: "exempt-statistics-renewed",
  severity: "warning",
  needs: "cookie",
  summary: "An audience-measurement cookie that asks no consent is prolonged by every visit.",
  why: "A duration that every visit starts anew never ends for somebody who keeps coming. The authority recommends that new visits do not prolong audience measurement that is exempt. Cookies that end within a day are left out: what renews them is the same visit. That nothing is said of it is no more than a note.",
  law: limit("exemptStatistics", "renewable"),
  exampleIn: "FR",
  bad: example("true"),
  good: example("false"),
  check(subject) {
    const { exemption } = subject;
    const { name, duration, selfRenewing } = subject.cookie;
    if (exemption !== "audience-measurement" || (duration && endsWithVisit(duration))) return [];
    const isCounted =
      duration?.kind === "length" && duration.bounds.includes("after-last-activity");
    if (selfRenewing === undefined && !isCounted) {
      const message = `nothing says whether visits prolong "${name}", which measures the audience without consent, expected "selfRenewing: false"`;
      return [{ severity: "note", path: pathOfExempt(subject, "selfRenewing"), message }];
    }
    if (!selfRenewing && !isCounted) return [];
    const how = isCounted ? `stays "${writeDuration(duration)}"` : "renews itself at every visit";
    const message = `"${name}" measures the audience without consent and ${how}, expected a duration that no visit prolongs`;
    const hint = "let it end when it was first set to end, or ask for consent";
    return [
      {
        path: pathOfExempt(subject, isCounted ? "duration" : "selfRenewing"),
        message,
        hint,
      },
    ];
  },
};
