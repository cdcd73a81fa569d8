import { exampleSite } from "../example.ts";
import type { LintRule } from "../rule.ts";

const example = (updated?: string) =>
  exampleSite({ authority: undefined, preferences: undefined, objection: undefined, updated });

export const pageDateMissing: LintRule = {
  id: "page-date-missing",
  severity: "warning",
  needs: "site",
  summary: "A site does not say when its policy was last updated.",
  why: "A privacy policy under California's regulations states the date of its last update, so that a reader can tell whether anything has changed.",
  source: {
    document: "California Code of Regulations, title 11 (CCPA regulations)",
    article: "section 7011(e)(4)",
    date: "2026-01-01",
    certainty: "A",
  },
  jurisdictions: ["US-CA"],
  bad: example(),
  good: example("2026-11-01"),
  check: ({ value }) =>
    value.updated === undefined
      ? [{ path: ["updated"], message: 'no date of the last update, expected "updated"' }]
      : [],
};
