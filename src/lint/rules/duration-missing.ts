import { exampleCookie, exampleProvider } from "../example.ts";
import type { LintRule } from "../rule.ts";

const example = (duration?: string) => exampleProvider({}, [exampleCookie("sid", { duration })]);

export const durationMissing: LintRule = {
  id: "duration-missing",
  severity: "error",
  needs: "cookie",
  summary: "A cookie does not say how long it stays.",
  why: "Visitors must be told how long each cookie operates before they can choose; without it their consent is not informed.",
  source: {
    document: "CJEU, judgment C-673/17 (Planet49)",
    article: "operative part 3",
    date: "2019-10-01",
    certainty: "A2",
  },
  jurisdictions: ["EU", "UK"],
  bad: example(),
  good: example("session"),
  check: ({ cookie }) =>
    cookie.duration || cookie.storage === "pixel"
      ? []
      : [
          {
            path: [],
            message: `cookie "${cookie.name}" has no duration, expected "duration"`,
            hint: 'such as "session" or "13 months"; the cookie\'s Max-Age tells',
          },
        ],
};
