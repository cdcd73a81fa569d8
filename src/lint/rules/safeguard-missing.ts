import { isInEuropeanEconomicArea } from "../../vocabulary/countries.ts";
import { exampleCookie, exampleProvider } from "../example.ts";
import type { LintRule } from "../rule.ts";

const example = (safeguard: string) =>
  exampleProvider(
    {
      country: "FR",
      recipients: "[Example Hosting]",
      transfers: `\n  - country: CA${safeguard}`,
      reviewed: "2026-11-01",
    },
    [exampleCookie("sid")],
  );

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
  bad: example(""),
  good: example("\n    safeguard: adequacy-decision"),
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
