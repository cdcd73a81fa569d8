import { declaredCookies } from "../../registry/cookies.ts";
import { lengthInDays, writeDuration } from "../../vocabulary/duration.ts";
import { advertisingExample } from "../examples/example-ads.ts";
import { exampleSite } from "../examples/example.ts";
import type { CraftRule } from "../rule.ts";

export const retentionContradicted: CraftRule = {
  id: "retention-contradicted",
  severity: "warning",
  needs: "site",
  summary: "A site says that data of a category is kept for less time than a cookie of it states.",
  why: "The page prints the one above the table and the other in it, so that visitors cannot know which of them holds.",
  bad: { ...exampleSite({ retention: "{ marketing: 3 months }" }), ...advertisingExample() },
  good: { ...exampleSite({ retention: "{ marketing: 6 months }" }), ...advertisingExample() },
  check({ value }, { registry }) {
    const found = new Map<string, string>();
    for (const { category, name, cookie } of declaredCookies(value, registry)) {
      const said = category === "unclassified" ? undefined : value.retention?.[category];
      const kept = cookie.dataRetention;
      if (said?.kind !== "length" || kept?.kind !== "length" || found.has(category)) continue;
      if (lengthInDays(kept) <= lengthInDays(said)) continue;
      const message = `what "${category}" cookies collect is kept "${writeDuration(said)}", expected at least the "${writeDuration(kept)}" that "${name}" states`;
      found.set(category, message);
    }
    return [...found].map(([category, message]) => ({
      path: ["retention", category],
      message,
      hint: 'say the longest, or leave the key out where each "dataRetention" says it',
    }));
  },
};
