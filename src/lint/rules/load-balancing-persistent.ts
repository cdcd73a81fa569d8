import { exampleCookie, exampleProvider } from "../examples/example.ts";
import type { LawRule } from "../rule.ts";
import { exemption } from "../questions.ts";
import { findOutliving } from "../exemptions.ts";

const example = (duration: string) => exampleProvider({}, [exampleCookie("node", { duration })]);

export const loadBalancingPersistent: LawRule = {
  id: "load-balancing-persistent",
  severity: "warning",
  needs: "cookie",
  summary: "A load-balancing cookie that asks no consent outlives the session.",
  why: "Which server answers matters while a visitor is there, so it exempts a cookie for the session. A longer life serves to recognise the visitor again, or nothing, and is flagged for review. A length of up to a day counts as a session here: that figure is this tool's.",
  law: exemption("load-balancing", "short-lived"),
  bad: example("7 days"),
  good: example("session"),
  check: (subject) => findOutliving(subject, "load-balancing", "let it end with the session"),
};
