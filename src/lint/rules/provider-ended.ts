import { exampleCookie, exampleProvider, exampleSite } from "../examples/example.ts";
import type { CraftRule } from "../rule.ts";

const example = (until: string) => ({
  ...exampleSite({}),
  ...exampleProvider({ until }, [exampleCookie("sid")]),
});

export const providerEnded: CraftRule = {
  id: "provider-ended",
  severity: "warning",
  needs: "site",
  summary: "A site names a provider whose service has ended.",
  why: "The page tells visitors of an organisation that no longer gets their data. If the site still carries its code, that sets cookies for nobody; if not, the page is not true.",
  dependsOnToday: true,
  bad: example("2023-07-01"),
  good: example("2999-01-01"),
  check: ({ value: { providers } }, { registry, today }) =>
    providers.flatMap((pick, index) => {
      const provider = registry.providers.get(typeof pick === "string" ? pick : pick.id);
      const { name = "", until = today } = provider?.value ?? {};
      if (until >= today) return [];
      return [
        {
          path: ["providers", index],
          message: `the service of provider "${name}" ended on "${until}", expected only providers that the site uses`,
          hint: "remove its code from the site, then take it off the list",
        },
      ];
    }),
};
