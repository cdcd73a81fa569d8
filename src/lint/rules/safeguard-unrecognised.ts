import { exampleCookie, exampleProvider } from "../examples/example.ts";
import type { LawContext, LawRule } from "../rule.ts";
import type { Jurisdiction } from "../../registry/schema/jurisdiction.ts";
import type { Entry } from "../../registry/entry.ts";
import type { Provider } from "../../registry/schema/provider.ts";
import { lawOf, type LegalPlace } from "../../registry/site-law.ts";
import { sitesByProvider } from "../subjects.ts";
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

/** The law that a place shares, by the id that a site names: `EU` for France. */
const lawIdOf = ({ line }: LegalPlace): string => line.at(-1)!;

/** Another law of the sites that use the provider, under which its safeguard is right and must stay. */
const servedLaw = (
  { id }: Entry<Provider>,
  { registry, place }: LawContext,
  isRight: (law: Jurisdiction) => boolean,
): LegalPlace | undefined =>
  (sitesByProvider(registry).get(id) ?? [])
    .flatMap(({ value }) => lawOf(value, registry).places)
    .find((other) => lawIdOf(other) !== lawIdOf(place) && isRight(other.law));

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
  check(provider, context) {
    const { transfers = [] } = provider.value;
    const { place } = context;
    const { law } = place;
    return transfers.flatMap(({ country, safeguard }, index) => {
      if (safeguard === undefined || !isOutside(country, law)) return [];
      const ofCountry = transfers.filter((one) => one.country === country);
      if (ofCountry.some((one) => isKnown(law, country, one.safeguard))) return [];
      const usable = Object.entries(law.safeguards!).filter(
        ([, { countries }]) => countries?.includes(country) ?? true,
      );
      const ids = usable.map(([id]) => `"${id}"`).join(", ");
      const message = `safeguard "${safeguard}" for "${country}" is not one of the law there, expected one of ${ids}`;
      const path = ["transfers", index, "safeguard"];
      const isRight = (other: Jurisdiction) =>
        isOutside(country, other) && isKnown(other, country, safeguard);
      const served = servedLaw(provider, context, isRight);
      if (served === undefined) return [{ path, message }];
      const isFramework = served.law.safeguards![safeguard]!.countries !== undefined;
      const [framework] = usable.find(([, { countries }]) => isFramework && countries) ?? [];
      const such = framework === undefined ? "" : `, such as "${framework}"`;
      const hint = `each law needs an entry of its own: keep this one for ${lawIdOf(served)}, and add one for "${country}" with a safeguard of ${lawIdOf(place)}${such}`;
      return [{ path, message, hint }];
    });
  },
};
