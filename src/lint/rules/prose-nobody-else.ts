import { usedProviders } from "../../registry/cookies.ts";
import type { Registry } from "../../registry/registry.ts";
import type { Site } from "../../registry/schema/site.ts";
import { claimedIn } from "../claims.ts";
import { exampleCookie, exampleProvider } from "../examples/example.ts";
import { duty } from "../questions.ts";
import type { LawRule } from "../rule.ts";
import { bearsNameOf, mayUseForItself } from "../who.ts";

const shared = exampleProvider({ recipients: "[Example Hosting]", reviewed: "2026-11-01" }, [
  exampleCookie("sid"),
]);

/** Somebody whom the page itself names as getting data, and who is no mere processor. */
function findRecipient(site: Site, registry: Registry): string | undefined {
  for (const { provider, recipients = [] } of usedProviders(site, registry)) {
    if (recipients[0] !== undefined) return recipients[0];
    if (mayUseForItself(provider.value) && !bearsNameOf(provider.value, site))
      return provider.value.name;
  }
  return undefined;
}

export const proseNobodyElse: LawRule = {
  id: "prose-nobody-else",
  severity: "warning",
  needs: "language",
  summary: "The words of a page say that nobody else gets the data, and its tables name somebody.",
  why: "Visitors must be told who gets the data. A page that denies it above a table which names recipients tells them what is not so. Processors, who serve the site alone, are left out.",
  law: duty("recipients"),
  bad: {
    ...shared,
    "content/en/sites/example.md":
      "We never share what cookies tell us; your data stays with us.\n",
  },
  good: {
    ...shared,
    "content/en/sites/example.md": "We share your data with nobody but those named below.\n",
  },
  check: (words, { registry, sites }) =>
    claimedIn(words, words.vague.nobodyElse).flatMap(({ phrase, at }) => {
      const its = sites.filter(({ id }) => at.sites?.includes(id) ?? true);
      for (const { id, value } of its) {
        const recipient = findRecipient(value, registry);
        if (recipient === undefined) continue;
        const message = `nobody else gets the data, "${phrase}", and on "${id}" "${recipient}" gets some, expected what its tables say`;
        const hint =
          '"operator: site" or "role: processor" of a provider says that it serves the site alone';
        return [{ ...at, message, hint }];
      }
      return [];
    }),
};
