import { declaredCookies } from "../../registry/cookies.ts";
import { advertisingExample } from "../examples/example-ads.ts";
import { exampleSite } from "../examples/example.ts";
import { duty } from "../questions.ts";
import type { LawRule } from "../rule.ts";
import { mayBeSold } from "../sale.ts";

export const optOutMissing: LawRule = {
  id: "opt-out-missing",
  severity: "error",
  needs: "site",
  summary: "A site that advertises does not say where to opt out of the sale or sharing of data.",
  why: "Where data is sold, or shared for advertising across sites, a visitor has the right to opt out, and the page must lead to where that is done.",
  law: duty("opt-out-link"),
  exampleIn: "US-CA",
  bad: {
    ...exampleSite({ optOut: undefined, sold: undefined, shared: undefined }),
    ...advertisingExample({ role: "processor" }),
  },
  good: {
    ...exampleSite({ sold: undefined, shared: "true" }),
    ...advertisingExample({ role: "processor" }),
  },
  check({ value }, { registry }) {
    if (value.optOut !== undefined) return [];
    const cookie = declaredCookies(value, registry).find(({ category }) =>
      mayBeSold(value, category),
    );
    if (!cookie) return [];
    const message = `data of cookie "${cookie.name}" may be sold or shared, expected "optOut"`;
    const hint =
      'the address where a visitor opts out; "sold: false" and "shared: false" say that there is nothing to opt out of';
    return [{ path: ["optOut"], message, hint }];
  },
};
