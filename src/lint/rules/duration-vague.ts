import { type Duration, writeDuration } from "../../vocabulary/duration.ts";
import { hasNoLength } from "../exemptions.ts";
import { exampleCookie, exampleProvider } from "../examples/example.ts";
import type { LawRule } from "../rule.ts";
import { duty } from "../questions.ts";

const example = (duration: string) => exampleProvider({}, [exampleCookie("csrf", { duration })]);

const isVague = (duration: Duration): boolean =>
  duration.kind === "persistent" ||
  (duration.kind === "length" &&
    (duration.bounds.includes("up-to") || duration.bounds.includes("by-default")));

export const durationVague: LawRule = {
  id: "duration-vague",
  severity: "warning",
  needs: "cookie",
  summary: "A cookie's duration is stated without a definite length.",
  why: "Visitors must be told how long a cookie operates, and “up to”, “by default” or “until deleted” leaves it open. Beyond cookies, whose length somebody sets, this is a note; what lives until it is deleted by its nature is left out. It may be the best that can be known, so this flags it for review.",
  law: duty("durations"),
  bad: example("up to 12 months"),
  good: example("6 months"),
  yieldsTo: [
    "authentication-persistent",
    "consent-record-long",
    "duration-excessive",
    "exempt-statistics-long",
    "interface-persistent",
    "load-balancing-persistent",
    "marketing-long",
    "media-player-persistent",
    "user-input-persistent",
  ],
  check: ({ cookie: { duration }, storage }) =>
    duration && isVague(duration) && !hasNoLength({ duration, storage })
      ? [
          {
            severity: storage === "cookie" ? "warning" : "note",
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
