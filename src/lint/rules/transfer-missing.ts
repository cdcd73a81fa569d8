import { isInEuropeanEconomicArea } from "../../vocabulary/countries.ts";
import { exampleCookie, exampleProvider } from "../example.ts";
import type { LintRule } from "../rule.ts";

const example = (transfers?: string) =>
  exampleProvider({ country: "US", transfers, reviewed: "2026-11-01" }, [exampleCookie("sid")]);

export const transferMissing: LintRule = {
  id: "transfer-missing",
  severity: "warning",
  needs: "provider",
  summary:
    "A provider outside the European Economic Area does not say whether data is sent out of it.",
  why: "Visitors must be told of transfers to third countries and of what protects the data there. A provider that sits in such a country probably receives data there; this flags it for review.",
  source: {
    document: "Regulation (EU) 2016/679 (GDPR)",
    article: "Article 13",
    date: "2016-04-27",
    certainty: "B",
  },
  jurisdictions: ["EU", "ES"],
  bad: example(),
  good: example("\n  - country: US\n    safeguard: data-privacy-framework"),
  check({ value: { name, country, transfers } }) {
    if (country === undefined || isInEuropeanEconomicArea(country) || transfers) return [];
    const message = `provider "${name}" is in "${country}", outside the European Economic Area, expected "transfers"`;
    const hint =
      'name each country and its safeguard; "transfers: []" says that no data leaves the Area';
    return [{ path: ["country"], message, hint }];
  },
};
