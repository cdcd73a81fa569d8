import type { LintRule } from "../rule.ts";

const terms = (purpose: string) => `review: done
purposes:
  measure-audience: ${purpose}
`;

export const functionAsPurpose: LintRule = {
  id: "function-as-purpose",
  severity: "warning",
  needs: "language",
  summary: "A purpose has the same words as a function.",
  why: "The function says what a cookie does, the purpose why. Where both read the same, the page answers only one of the two questions.",
  source: {
    document: "cookiedatabase.org, definitions of function and purpose",
    date: "2026-11",
    certainty: "A",
  },
  bad: { "content/en/terms.yaml": terms("Audience measurement") },
  good: { "content/en/terms.yaml": terms("To count visits and visitors") },
  check({ terms: { value } }) {
    const functions = new Map(
      Object.entries(value.functions).map(([id, term]) => [term.toLowerCase(), id]),
    );
    return Object.entries(value.purposes).flatMap(([id, term]) => {
      const same = functions.get(term.toLowerCase());
      if (same === undefined) return [];
      const message = `purpose "${term}" reads as the function "${same}", expected words that say why`;
      return [{ path: ["purposes", id], message }];
    });
  },
};
