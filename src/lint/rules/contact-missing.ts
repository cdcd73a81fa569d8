import type { LintRule } from "../rule.ts";

const site = (controller: string) => `name: Example
url: https://example.example
controller: { ${controller} }
authority: { name: CNIL, url: https://www.cnil.fr }
languages: [en]
providers: [example]
preferences: https://example.example/#cookies
objection: https://example.example/#object
updated: 2026-11-01
`;

export const contactMissing: LintRule = {
  id: "contact-missing",
  severity: "error",
  needs: "site",
  summary: "A controller has neither an e-mail nor a postal address.",
  why: "Visitors have rights against the controller, and can use them only if the page says how to reach it.",
  source: {
    document: "Regulation (EU) 2016/679 (GDPR)",
    article: "Article 13",
    date: "2016-04-27",
    certainty: "B",
  },
  jurisdictions: ["EU", "CH", "BR"],
  bad: { "data/sites/example.yaml": site("name: Example SA") },
  good: { "data/sites/example.yaml": site("name: Example SA, email: privacy@example.example") },
  check: ({ value: { controller } }) =>
    !controller || controller.email !== undefined || controller.address
      ? []
      : [
          {
            path: ["controller", "name"],
            message: `controller "${controller.name}" cannot be reached, expected "email" or "address"`,
          },
        ],
};
