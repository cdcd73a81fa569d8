import { writeDuration, lengthInDays } from "../../vocabulary/duration.ts";
import { exampleCookie, exampleProvider } from "../examples/example.ts";
import { pathOfExempt } from "../exemptions.ts";
import type { LawRule } from "../rule.ts";
import { limit } from "../questions.ts";

const example = (dataRetention: string) =>
  exampleProvider({ role: "processor" }, [
    exampleCookie("visitor", { exemption: "audience-measurement", dataRetention }),
  ]);

export const exemptStatisticsDataKeptLong: LawRule = {
  id: "exempt-statistics-data-kept-long",
  severity: "warning",
  needs: "cookie",
  summary:
    "Data of an audience-measurement cookie that asks no consent is kept for longer than the authority advises.",
  why: "Where audience measurement is exempt, the authority recommends how long what it collects is kept at most, however short the cookie itself lives. That nothing is said of it is no more than a note.",
  law: limit("exemptStatisticsData", "atMost"),
  exampleIn: "FR",
  bad: example("3 years"),
  good: example("25 months"),
  check(subject, { place }) {
    const { exemption } = subject;
    const { name, dataRetention } = subject.cookie;
    const path = pathOfExempt(subject, "dataRetention");
    if (exemption !== "audience-measurement") return [];
    const longest = place.law.limits!.exemptStatisticsData!.atMost!;
    const expected = `expected at most "${writeDuration(longest)}"`;
    if (!dataRetention) {
      const message = `nothing says how long data is kept that "${name}" collects without consent, ${expected}`;
      return [{ severity: "note", path, message }];
    }
    if (dataRetention.kind !== "length") return [];
    if (lengthInDays(dataRetention) <= lengthInDays(longest)) return [];
    const message = `data that "${name}" collects without consent is kept "${writeDuration(dataRetention)}", ${expected}`;
    return [{ path, message, hint: "delete it earlier, or ask for consent" }];
  },
};
