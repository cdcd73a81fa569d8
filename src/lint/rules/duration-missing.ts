import { keepsNothing } from "../../vocabulary/vocabulary.ts";
import { exampleCookie, exampleProvider } from "../examples/example.ts";
import type { LawRule } from "../rule.ts";
import { duty } from "../questions.ts";

const example = (duration?: string) => exampleProvider({}, [exampleCookie("sid", { duration })]);

export const durationMissing: LawRule = {
  id: "duration-missing",
  severity: "error",
  needs: "cookie",
  summary: "A cookie does not say how long it stays.",
  why: "Visitors must be told how long each cookie operates before they can choose; without it their consent is not informed.",
  law: duty("durations"),
  bad: example(),
  good: example("session"),
  check: ({ cookie }) =>
    cookie.duration || keepsNothing.has(cookie.storage)
      ? []
      : [
          {
            path: [],
            message: `cookie "${cookie.name}" has no duration, expected "duration"`,
            hint: 'such as "session" or "13 months"; the cookie\'s Max-Age tells',
          },
        ],
};
