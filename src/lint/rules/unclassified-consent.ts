import { exampleCookie, exampleProvider } from "../examples/example.ts";
import { optIn } from "../questions.ts";
import type { LawRule } from "../rule.ts";

const example = (consent?: string) =>
  exampleProvider({ operator: "site", reviewed: "2026-11-01" }, [
    exampleCookie("_x7", { category: "unclassified", consent, duration: "session" }),
    exampleCookie("choice"),
  ]);

export const unclassifiedConsent: LawRule = {
  id: "unclassified-consent",
  severity: "error",
  needs: "cookie",
  summary: "Visitors are said to consent to a cookie whose purpose is not known.",
  why: "Consent is given to a purpose. To what nobody has established nobody can consent, so that the choice that is offered for it is none.",
  law: optIn("marketing"),
  bad: example("opt-in"),
  good: {
    ...example(),
    ...exampleProvider({ operator: "site", reviewed: "2026-11-01" }, [exampleCookie("sid")]),
  },
  check({ cookie: { name, consent }, category }) {
    if (category !== "unclassified" || consent !== "opt-in") return [];
    const message = `cookie "${name}" is "unclassified" and asks for consent, expected "function" and "purposes"`;
    return [{ path: ["consent"], message, hint: "classify it, or do not set it" }];
  },
};
