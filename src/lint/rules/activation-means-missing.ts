import { declaredCookies } from "../../registry/cookies.ts";
import { advertisingExample } from "../examples/example-ads.ts";
import { exampleSite } from "../examples/example.ts";
import { duty } from "../questions.ts";
import type { LawRule } from "../rule.ts";

const inQuebec = {
  languages: "[fr]",
  personInCharge: "{ CA-QC: { name: A. Example, email: privacy@example.example } }",
};

const tracking = advertisingExample({ operator: "site" });

export const activationMeansMissing: LawRule = {
  id: "activation-means-missing",
  severity: "error",
  needs: "site",
  summary: "A site that profiles its visitors does not say how they turn that on.",
  why: "What identifies, locates or profiles people is off until they turn it on, and they must be told how.",
  law: duty("activation-means"),
  exampleIn: "CA-QC",
  bad: { ...exampleSite({ ...inQuebec, preferences: undefined }), ...tracking },
  good: { ...exampleSite(inQuebec), ...tracking },
  check({ value }, { registry }) {
    if (value.preferences !== undefined) return [];
    const cookie = declaredCookies(value, registry).find(
      ({ category, exemption }) =>
        category === "marketing" || (category === "statistics" && exemption === undefined),
    );
    if (!cookie) return [];
    const message = `cookie "${cookie.name}" may identify or profile visitors and nothing says how to turn it on, expected "preferences"`;
    return [{ path: ["preferences"], message, hint: "the address of the site's cookie settings" }];
  },
};
