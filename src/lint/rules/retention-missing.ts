import { declaredCookies } from "../../registry/cookies.ts";
import { advertisingExample } from "../examples/example-ads.ts";
import { exampleSite } from "../examples/example.ts";
import { duty } from "../questions.ts";
import type { LawRule } from "../rule.ts";

export const retentionMissing: LawRule = {
  id: "retention-missing",
  severity: "warning",
  needs: "site",
  summary: "Neither the page nor a privacy notice says how long what is collected is kept.",
  why: "How long a cookie stays is not how long the data stays that it collects. Visitors must be told the latter, too, or what ends it; a privacy notice to which the page leads may say so.",
  law: duty("retention"),
  bad: {
    ...exampleSite({ privacyPolicy: undefined }),
    ...advertisingExample({ dataRetention: undefined }),
  },
  good: {
    ...exampleSite({
      privacyPolicy: undefined,
      legalBasis: "{ necessary: legitimate-interest }",
    }),
    ...advertisingExample(),
  },
  check({ value }, { registry }) {
    if (value.privacyPolicy !== undefined) return [];
    const cookie = declaredCookies(value, registry).find(
      ({ category, cookie: { dataRetention } }) =>
        category !== "necessary" &&
        category !== "unclassified" &&
        !dataRetention &&
        !value.retention?.[category],
    );
    if (!cookie) return [];
    const message = `nothing says how long data of "${cookie.category}", such as that of cookie "${cookie.name}", is kept, expected "retention"`;
    const hint =
      'by category, such as "25 months" or "until account-closed"; or "privacyPolicy", where a notice says so';
    return [{ path: ["retention"], message, hint }];
  },
};
