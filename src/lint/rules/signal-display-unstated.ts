import { exampleSite } from "../examples/example.ts";
import { duty } from "../questions.ts";
import type { LawRule } from "../rule.ts";

export const signalDisplayUnstated: LawRule = {
  id: "signal-display-unstated",
  severity: "warning",
  needs: "site",
  summary: "A site honours the signal to opt out, but does not say where that is shown.",
  why: "A visitor must be able to see that the signal was taken as a request to opt out.",
  law: duty("signal-display"),
  exampleIn: "US-CA",
  bad: exampleSite({ gpc: "{}" }),
  good: exampleSite({}),
  check: ({ value: { gpc } }) =>
    gpc && gpc.display === undefined
      ? [
          {
            path: ["gpc"],
            part: "key",
            message: 'nothing says where the result of the signal is shown, expected "display"',
            hint: "the address where a visitor sees that the signal was honoured",
          },
        ]
      : [],
};
