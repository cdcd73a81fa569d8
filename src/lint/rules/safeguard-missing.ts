import { exampleCookie, exampleProvider } from "../examples/example.ts";
import type { LawRule } from "../rule.ts";
import { areaOf, isAdequate, isOutside, safeguardsListed } from "../transfers.ts";

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

export const safeguardMissing: LawRule = {
  id: "safeguard-missing",
  severity: "warning",
  needs: "provider",
  summary: "A transfer abroad does not say what protects the data.",
  why: "Data may go abroad only under a decision that the country protects it adequately, or under another safeguard, and visitors must be told under which. Where there is such a decision on the whole country it is a note.",
  law: safeguardsListed,
  bad: example(""),
  good: example("\n    safeguard: binding-corporate-rules"),
  check({ value: { transfers = [] } }, { place: { law } }) {
    const isSaid = (country: string) =>
      transfers.some((one) => one.country === country && one.safeguard !== undefined);
    const known = Object.keys(law.safeguards!).map((id) => `"${id}"`);
    return transfers.flatMap(({ country }, index) => {
      if (isSaid(country) || !isOutside(country, law)) return [];
      const adequate = isAdequate(country, law);
      return [
        {
          severity: adequate ? ("note" as const) : ("warning" as const),
          path: ["transfers", index, "country"],
          message: `transfer to "${country}", outside ${areaOf(law)}, has no safeguard, expected "safeguard"`,
          hint: adequate ? 'such as "adequacy-decision"' : `one of ${known.join(", ")}`,
        },
      ];
    });
  },
};
