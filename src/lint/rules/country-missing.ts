import type { Provider } from "../../registry/schema/provider.ts";
import { exampleCookie, exampleProvider } from "../example.ts";
import type { LintRule } from "../rule.ts";

const example = (country?: string) =>
  exampleProvider({ country, reviewed: "2026-11-01" }, [
    exampleCookie("sid", { domain: "example.example" }),
  ]);

/** Whether its cookies are set on a host of its own, or somebody else has their data or may have it. */
const mayDisclose = ({ recipients, cookies }: Provider): boolean =>
  cookies.some(
    (cookie) => cookie.domain !== undefined || (cookie.recipients ?? recipients)?.length !== 0,
  );

export const countryMissing: LintRule = {
  id: "country-missing",
  severity: "warning",
  needs: "provider",
  summary: "Nothing says in which country a provider that may receive data is.",
  why: "Where personal data is disclosed abroad, visitors must be told the State by name. Without the provider's country nobody can tell whether it is abroad.",
  source: {
    document: "Federal Act on Data Protection (FADP, Switzerland)",
    article: "Article 19",
    date: "2020-09-25",
    certainty: "B",
  },
  jurisdictions: ["CH"],
  bad: example(),
  good: example("FR"),
  check({ value }) {
    const { name, country, transfers = [] } = value;
    if (country !== undefined || transfers.length > 0 || !mayDisclose(value)) return [];
    return [
      { path: ["country"], message: `provider "${name}" has no country, expected "country"` },
    ];
  },
};
