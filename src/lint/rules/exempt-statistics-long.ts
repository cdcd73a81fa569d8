import { writeDuration, lengthInDays } from "../../vocabulary/duration.ts";
import { exampleCookie, exampleProvider } from "../examples/example.ts";
import { pathOfExempt } from "../exemptions.ts";
import type { LawRule } from "../rule.ts";
import { limit } from "../questions.ts";

const example = (duration: string) =>
  exampleProvider({ role: "processor" }, [
    exampleCookie("visitor", { exemption: "audience-measurement", duration }),
  ]);

export const exemptStatisticsLong: LawRule = {
  id: "exempt-statistics-long",
  severity: "warning",
  needs: "cookie",
  summary:
    "An audience-measurement cookie that asks no consent stays for longer than the authority advises.",
  why: "Audience measurement is exempt while it is limited to what comparing audiences over time needs, for which the authority recommends a longest duration.",
  law: limit("exemptStatistics", "atMost"),
  exampleIn: "FR",
  bad: example("2 years"),
  good: example("13 months"),
  check(subject, { place }) {
    const { exemption } = subject;
    const { name, duration } = subject.cookie;
    const longest = place.law.limits!.exemptStatistics!.atMost!;
    if (exemption !== "audience-measurement" || !duration) return [];
    if (lengthInDays(duration) <= lengthInDays(longest)) return [];
    const message = `"${name}" measures the audience without consent and stays "${writeDuration(duration)}", expected at most "${writeDuration(longest)}"`;
    return [
      { path: pathOfExempt(subject, "duration"), message, hint: "shorten it, or ask for consent" },
    ];
  },
};
