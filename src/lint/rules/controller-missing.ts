import { exampleSite } from "../example.ts";
import type { LintRule } from "../rule.ts";

export const controllerMissing: LintRule = {
  id: "controller-missing",
  severity: "error",
  needs: "site",
  summary: "A site does not say who is responsible for it.",
  why: "Whoever decides why and how personal data is collected must give their name, so that visitors know against whom they have rights.",
  source: {
    document: "Regulation (EU) 2016/679 (GDPR)",
    article: "Article 13",
    date: "2016-04-27",
    certainty: "B",
  },
  jurisdictions: ["EU", "UK", "CH", "BR"],
  bad: exampleSite({ controller: undefined }),
  good: exampleSite({}),
  check: ({ value }) =>
    value.controller
      ? []
      : [{ path: ["controller"], message: 'no controller, expected "controller" with its name' }],
};
