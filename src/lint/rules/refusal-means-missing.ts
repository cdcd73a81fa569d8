import { declaredCookies } from "../../registry/cookies.ts";
import { lawOf } from "../../registry/site-law.ts";
import { advertisingExample } from "../examples/example-ads.ts";
import { exampleSite } from "../examples/example.ts";
import { duty } from "../questions.ts";
import type { LawRule } from "../rule.ts";

const tracking = advertisingExample({ operator: "site" });

export const refusalMeansMissing: LawRule = {
  id: "refusal-means-missing",
  severity: "error",
  needs: "site",
  summary: "A site sets what visitors may refuse, but does not say how.",
  why: "Where no consent is asked for beforehand, visitors must be told that they can refuse, and how.",
  law: duty("refusal-means"),
  exampleIn: "CH",
  bad: {
    ...exampleSite({ consent: "opt-out", preferences: undefined, objection: undefined }),
    ...tracking,
  },
  good: { ...exampleSite({ consent: "opt-out" }), ...tracking },
  check({ value }, { registry, place: { law: pack } }) {
    if (value.preferences !== undefined || value.objection !== undefined) return [];
    const law = lawOf(value, registry);
    const cookie = declaredCookies(value, registry).find(({ category, cookie: { consent } }) => {
      if (category === "necessary" || category === "unclassified") return false;
      if (pack.consent[category].asks !== "opt-out") return false;
      return (consent ?? law.consentTo(category)[0]?.model) !== "opt-in";
    });
    if (!cookie) return [];
    const message = `cookie "${cookie.name}" is set without asking and nothing says how to refuse it, expected "preferences" or "objection"`;
    return [{ path: ["objection"], message, hint: "the address where a visitor refuses it" }];
  },
};
