import { daysOfMonths, lengthInDays, writeDuration } from "../../vocabulary/duration.ts";
import { advertisingExample } from "../examples/example-ads.ts";
import { hasNoLength } from "../exemptions.ts";
import { duty } from "../questions.ts";
import type { LawRule } from "../rule.ts";

export const marketingLong: LawRule = {
  id: "marketing-long",
  severity: "note",
  needs: "cookie",
  summary: "A marketing cookie stays for more than 13 months.",
  why: "A duration has to be told, and to be justified by the purpose. Thirteen months are this tool's own threshold for a look, not a figure of a law.",
  law: duty("durations"),
  bad: advertisingExample({}, { duration: "10 years" }),
  good: advertisingExample(),
  check({ cookie: { name, duration }, category, storage }) {
    if (category !== "marketing" || !duration || hasNoLength({ duration, storage })) return [];
    if (lengthInDays(duration) <= daysOfMonths(13)) return [];
    const message = `marketing cookie "${name}" stays "${writeDuration(duration)}", expected at most "13 months"`;
    return [{ path: ["duration"], message, hint: "shorten it to what its purpose needs" }];
  },
};
