import { declaredCookies } from "../../registry/cookies.ts";
import { advertisingExample } from "../examples/example-ads.ts";
import { exampleSite } from "../examples/example.ts";
import { duty } from "../questions.ts";
import type { LawRule } from "../rule.ts";
import { mayBeSold } from "../sale.ts";

export const signalUnstated: LawRule = {
  id: "signal-unstated",
  severity: "error",
  needs: "site",
  summary: "A site that advertises does not say how it treats a browser's signal to opt out.",
  why: "Global Privacy Control is a request to opt out that has to be honoured, and the policy has to say how it is processed.",
  law: duty("signal-processing"),
  exampleIn: "US-CA",
  bad: {
    ...exampleSite({ gpc: undefined, sold: undefined, shared: "true" }),
    ...advertisingExample({ role: "processor" }),
  },
  good: {
    ...exampleSite({ sold: undefined, shared: "true" }),
    ...advertisingExample({ role: "processor" }),
  },
  check({ value }, { registry }) {
    if (value.gpc) return [];
    const cookie = declaredCookies(value, registry).find(({ category }) =>
      mayBeSold(value, category),
    );
    if (!cookie) return [];
    const message = `data of cookie "${cookie.name}" may be sold or shared and nothing says how a signal to opt out is treated, expected "gpc"`;
    const hint = '"gpc: {}" says that the site honours Global Privacy Control';
    return [{ path: ["gpc"], message, hint }];
  },
};
