import { exampleCookie, exampleProvider } from "../examples/example.ts";
import { ask } from "../questions.ts";
import type { LawRule } from "../rule.ts";
import { isOutside } from "../transfers.ts";

const example = (country: string) =>
  exampleProvider(
    {
      country,
      transfers: `\n  - country: ${country}\n    safeguard: adequacy-decision`,
      reviewed: "2026-11-01",
    },
    [exampleCookie("sid")],
  );

const scopes = {
  "commercial-organisations": "commercial organisations",
  "private-sector": "the private sector",
  "listed-organisations": "organisations that are on its list",
} as const;

export const adequacyPartial: LawRule = {
  id: "adequacy-partial",
  severity: "note",
  needs: "provider",
  summary: "A transfer rests on an adequacy decision that covers only some organisations.",
  why: "A decision on adequacy may hold for businesses only, or for those that have joined a framework. Whether the recipient is one of them has to be checked.",
  law: ask("adequate.*.scope", ({ adequate = [] }) =>
    adequate.filter(({ scope }) => scope).flatMap(({ source }) => source),
  ),
  bad: example("JP"),
  good: example("NZ"),
  check: ({ value: { transfers = [] } }, { place: { law } }) =>
    transfers.flatMap(({ country, safeguard }, index) => {
      const all = law.adequate!.filter(({ countries }) => countries.includes(country));
      const { scope, source } = all.find((one) => one.scope) ?? {};
      if (safeguard !== "adequacy-decision" || !scope || !isOutside(country, law)) return [];
      const message = `the adequacy decision on "${country}" covers only ${scopes[scope]}, expected a check that the recipient is one`;
      const framework = Object.entries(law.safeguards ?? {}).find(([, { countries }]) =>
        countries?.includes(country),
      );
      return [
        {
          path: ["transfers", index, "safeguard"],
          message,
          ...(framework ? { hint: `write "${framework[0]}"` } : {}),
          cites: [source!].flat(),
        },
      ];
    }),
};
