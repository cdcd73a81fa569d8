import type { LintRule } from "../rule.ts";

const site = (updated: string) => `name: Example
url: https://example.example
controller: { name: Example SA, email: privacy@example.example }
languages: [en]
providers: [example]
${updated}`;

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
  bad: { "data/sites/example.yaml": site("") },
  good: { "data/sites/example.yaml": site("updated: 2026-11-01\n") },
  check: ({ value }) =>
    value.updated === undefined
      ? [{ path: ["updated"], message: 'no date of the last update, expected "updated"' }]
      : [],
};
