import { exampleCookie, exampleProvider } from "../examples/example.ts";
import { exemption } from "../questions.ts";
import type { LawRule } from "../rule.ts";

const example = (id: string) =>
  exampleProvider({ operator: "site", reviewed: "2026-11-01" }, [
    exampleCookie("visitor", { function: id, exemption: "audience-measurement" }),
  ]);

/** What follows people, or what they do, beyond a count of the audience. */
const beyondCounting = new Set([
  "session-recording",
  "conversion-measurement",
  "contact-tracking",
  "identifier-syncing",
  "retargeting",
  "interest-profiling",
  "affiliate-tracking",
  "company-recognition",
  "ad-delivery",
]);

export const exemptStatisticsOtherFunction: LawRule = {
  id: "exempt-statistics-other-function",
  severity: "warning",
  needs: "cookie",
  summary: "A cookie is exempt as audience measurement and does more than count an audience.",
  why: "The exemption covers figures about an audience. What records single visits, measures advertising or follows people to other sites is not covered, whatever it measures besides.",
  law: exemption("audience-measurement"),
  exampleIn: "FR",
  bad: example("session-recording"),
  good: example("audience-measurement"),
  check({ cookie: { name, function: id }, exemption: under }) {
    if (under !== "audience-measurement" || id === undefined || !beyondCounting.has(id)) return [];
    const message = `"${name}" is exempt as "audience-measurement" and its function is "${id}", expected consent`;
    return [{ path: ["exemption"], message, hint: "ask for consent to it" }];
  },
};
