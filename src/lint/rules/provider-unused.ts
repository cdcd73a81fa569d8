import type { Registry } from "../../registry/registry.ts";
import { exampleCookie, exampleProvider, exampleSite } from "../examples/example.ts";
import type { CraftRule } from "../rule.ts";

const acme = exampleProvider(
  { name: "Acme", role: "processor" },
  [
    exampleCookie("acme", {
      function: "bot-detection",
      purposes: "[tell-people-from-robots]",
      duration: "30 minutes",
    }),
  ],
  "acme",
);

/** The present ids of providers that a site uses, or that are named as recipients. */
function usedIds({ sites, providers }: Registry): Set<string> {
  const picked = [...sites.values()].flatMap(({ value }) =>
    value.providers.flatMap((pick) =>
      typeof pick === "string"
        ? [pick]
        : [pick.id, ...Object.values(pick.override ?? {}).flatMap((one) => one.recipients ?? [])],
    ),
  );
  const named = providers
    .read()
    .flatMap(({ value: { recipients = [], cookies } }) => [
      ...recipients,
      ...cookies.flatMap((cookie) => cookie.recipients ?? []),
    ]);
  return new Set([...picked, ...named].map((id) => providers.get(id)?.id ?? id));
}

export const providerUnused: CraftRule = {
  id: "provider-unused",
  severity: "warning",
  needs: "registry",
  summary: "A provider of the project is used by no site.",
  why: "Either a site sets these cookies without listing them, or the file is left over and nobody sees when it ceases to be true. The catalogue that cookie-ledger brings waits for sites to use it, in its own repository, too.",
  bad: { ...exampleSite({}), ...acme },
  good: { ...exampleSite({ providers: "[example, acme]" }), ...acme },
  check(registry) {
    const { sites, providers, project, unread } = registry;
    if (sites.size === 0 || project.holdsCatalogue) return [];
    // What cannot be read may name any of them.
    if (unread.sites.length + unread.providers.length > 0) return [];
    const used = usedIds(registry);
    return providers
      .read()
      .filter(({ id, layers }) => !used.has(id) && project.owns(layers[0].file))
      .map(({ id }) => ({
        path: ["providers", id, "name"],
        message: `no site uses provider "${id}", expected it among the "providers" of a site`,
        hint: "list it there, or delete the file",
      }));
  },
};
