import { exampleCookie, exampleProvider } from "../examples/example.ts";
import type { LawRule } from "../rule.ts";
import type { Jurisdiction } from "../../registry/schema/jurisdiction.ts";
import { isOutside, safeguardsListed } from "../transfers.ts";

const example = (safeguard: string) =>
  exampleProvider(
    {
      country: "US",
      transfers: `\n  - country: US\n    safeguard: ${safeguard}`,
      reviewed: "2026-11-01",
    },
    [exampleCookie("sid")],
  );

/** Whether a law knows a safeguard for a country; a decision that does not exist is another rule's. */
function isKnown(
  { safeguards = {} }: Jurisdiction,
  country: string,
  safeguard: string | undefined,
): boolean {
  const known = safeguard === undefined ? undefined : safeguards[safeguard];
  return known !== undefined && (known.countries?.includes(country) ?? true);
}

export const safeguardUnrecognised: LawRule = {
  id: "safeguard-unrecognised",
  severity: "error",
  needs: "provider",
  summary: "A transfer rests on a safeguard that the law of the place does not know.",
  why: "Each law lists what may protect data abroad. The clauses of the European Commission do not suffice by themselves in the United Kingdom, and a framework with one country protects nothing in another. A provider may state a safeguard for each law.",
  law: safeguardsListed,
  exampleIn: "UK",
  bad: example("standard-contractual-clauses"),
  good: example("uk-addendum"),
  check({ value: { transfers = [] } }, { place: { law } }) {
    return transfers.flatMap(({ country, safeguard }, index) => {
      if (safeguard === undefined || !isOutside(country, law)) return [];
      const ofCountry = transfers.filter((one) => one.country === country);
      if (ofCountry.some((one) => isKnown(law, country, one.safeguard))) return [];
      const usable = Object.entries(law.safeguards!)
        .filter(([, { countries }]) => countries?.includes(country) ?? true)
        .map(([id]) => `"${id}"`);
      const message = `safeguard "${safeguard}" for "${country}" is not one of the law there, expected one of ${usable.join(", ")}`;
      return [{ path: ["transfers", index, "safeguard"], message }];
    });
  },
};
