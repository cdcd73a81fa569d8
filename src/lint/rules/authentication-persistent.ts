import { exampleCookie, exampleProvider } from "../examples/example.ts";
import type { LawRule } from "../rule.ts";
import { exemption } from "../questions.ts";
import { findOutliving } from "../exemptions.ts";

const example = (duration: string) => exampleProvider({}, [exampleCookie("sid", { duration })]);

export const authenticationPersistent: LawRule = {
  id: "authentication-persistent",
  severity: "warning",
  needs: "cookie",
  summary: "A cookie that keeps a visitor logged in without consent outlives the session.",
  why: "Logging in exempts a cookie for the session, since visitors expect to be logged out when they leave. To stay logged in is a choice of theirs that the site has to ask for, so a longer life is flagged for review. A length of up to a day counts as a session here: that figure is this tool's.",
  law: exemption("authentication", "short-lived"),
  bad: example("2 weeks"),
  good: example("session"),
  check: (subject) =>
    subject.cookie.condition === "stay-logged-in-chosen"
      ? []
      : findOutliving(
          subject,
          "authentication",
          'where visitors ask to stay logged in, as by a box that they tick, add "condition: stay-logged-in-chosen"',
        ),
};
