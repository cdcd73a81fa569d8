import type { LintRule } from "../rule.ts";

const site = (controller: string) => `name: Example
url: https://example.example
${controller}authority: { name: CNIL, url: https://www.cnil.fr }
languages: [en]
providers: [example]
preferences: https://example.example/#cookies
objection: https://example.example/#object
updated: 2026-11-01
`;

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
  bad: { "data/sites/example.yaml": site("") },
  good: {
    "data/sites/example.yaml": site(
      "controller: { name: Example SA, email: privacy@example.example }\n",
    ),
  },
  check: ({ value }) =>
    value.controller
      ? []
      : [{ path: ["controller"], message: 'no controller, expected "controller" with its name' }],
};
