import { isInEuropeanEconomicArea } from "../../vocabulary/countries.ts";
import type { LintRule } from "../rule.ts";

const provider = (safeguard: string) => `name: Example
country: FR
recipients: [Example Hosting]
transfers:
  - country: CA
${safeguard}reviewed: 2026-11-01
cookies:
  - name: "sid"
    function: authentication
    purposes: [check-identity]
    duration: session
`;

export const safeguardMissing: LintRule = {
  id: "safeguard-missing",
  severity: "warning",
  needs: "provider",
  summary: "A transfer out of the European Economic Area does not say what protects the data.",
  why: "Data may leave the European Economic Area only under an adequacy decision or another safeguard, and visitors must be told under which.",
  source: {
    document: "Regulation (EU) 2016/679 (GDPR)",
    article: "Article 13",
    date: "2016-04-27",
    certainty: "B",
  },
  jurisdictions: ["EU", "ES"],
  bad: { "data/providers/example.yaml": provider("") },
  good: { "data/providers/example.yaml": provider("    safeguard: adequacy-decision\n") },
  check: ({ value: { transfers = [] } }) =>
    transfers.flatMap(({ country, safeguard }, index) =>
      safeguard !== undefined || isInEuropeanEconomicArea(country)
        ? []
        : [
            {
              path: ["transfers", index, "country"],
              message: `transfer to "${country}" has no safeguard, expected "safeguard"`,
              hint: 'such as "adequacy-decision" or "standard-contractual-clauses"',
            },
          ],
    ),
};
