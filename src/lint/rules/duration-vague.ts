import { type Duration, writeDuration } from "../../vocabulary/duration.ts";
import { exampleCookie, exampleProvider } from "../example.ts";
import type { LintRule } from "../rule.ts";

const example = (duration: string) => exampleProvider({}, [exampleCookie("csrf", { duration })]);

const isVague = (duration: Duration): boolean =>
  duration.kind === "persistent" ||
  (duration.kind === "length" &&
    (duration.bounds.includes("up-to") || duration.bounds.includes("by-default")));

export const durationVague: LintRule = {
  id: "duration-vague",
  severity: "warning",
  needs: "cookie",
  summary: "A cookie's duration is stated without a definite length.",
  why: "Visitors must be told how long a cookie operates, and “up to”, “by default” or “until deleted” leaves it open. In Brazil, the ANPD's guide on cookies of 18 October 2022 finds an indeterminate period incompatible with the law. It may be the best that can be known, so this flags it for review.",
  source: {
    document: "CJEU, judgment C-673/17 (Planet49)",
    article: "operative part 3",
    date: "2019-10-01",
    certainty: "A2",
  },
  jurisdictions: ["EU", "BR"],
  bad: example("up to 12 months"),
  good: example("6 months"),
  check: ({ cookie: { duration } }) =>
    duration && isVague(duration)
      ? [
          {
            path: ["duration"],
            message: `duration "${writeDuration(duration)}" has no definite length, expected "session" or "<number> <unit>"`,
            hint:
              duration.kind === "persistent"
                ? "state when the site deletes it; where nothing does, ignore this and say so"
                : "state the length that is really set; a cookie's Max-Age tells",
          },
        ]
      : [],
};
