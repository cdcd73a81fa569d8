import { exampleSite } from "../examples/example.ts";
import { addressesOfPreferences } from "../../registry/schema/site.ts";
import { inEveryLanguage } from "../../vocabulary/by-language.ts";
import { duty } from "../questions.ts";
import type { LawRule } from "../rule.ts";

export const optOutOnlyBanner: LawRule = {
  id: "opt-out-only-banner",
  severity: "warning",
  needs: "site",
  summary: "The way to opt out of sale and sharing is the site's cookie settings.",
  why: "Settings for cookies by themselves are not a sufficient way to opt out: they govern what is collected, and not the sale of what is there.",
  law: duty("opt-out-beyond-banner"),
  exampleIn: "US-CA",
  bad: exampleSite({ optOut: "https://example.example/#cookies" }),
  good: exampleSite({}),
  check: ({ value: { optOut, preferences } }) =>
    inEveryLanguage(optOut).some((address) =>
      inEveryLanguage(addressesOfPreferences(preferences)).includes(address),
    )
      ? [
          {
            path: ["optOut"],
            message: '"optOut" leads to the cookie settings of "preferences", expected another way',
            hint: "such as a form for the right to opt out",
          },
        ]
      : [],
};
