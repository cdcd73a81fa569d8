import type { LintRule } from "../rule.ts";

const terms = (review: string) => `author: The cookie-ledger authors\nreview: ${review}\n`;

export const languageNotReviewed: LintRule = {
  id: "language-not-reviewed",
  severity: "note",
  needs: "language",
  summary: "No native reviewer has read the words of a language that a site uses.",
  why: "Visitors must be able to understand the page; whether it reads as a native legal editor would write it, only a native reader can tell.",
  source: {
    document: "Article 29 Working Party, Guidelines on transparency (WP260 rev.01)",
    date: "2018-04-11",
    certainty: "B",
  },
  bad: { "content/en/terms.yaml": terms("pending") },
  good: { "content/en/terms.yaml": terms("done") },
  check: ({ tag, terms: { value } }) =>
    value.review === "done"
      ? []
      : [
          {
            path: ["review"],
            message: `words of "${tag}" not read by a native reviewer, expected "done"`,
            hint: "have terms.yaml and policy.md read, then set the value",
          },
        ],
};
