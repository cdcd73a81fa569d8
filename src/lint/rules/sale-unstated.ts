import { usedProviders } from "../../registry/cookies.ts";
import { advertisingExample } from "../examples/example-ads.ts";
import { exampleSite } from "../examples/example.ts";
import { duty } from "../questions.ts";
import type { LawRule } from "../rule.ts";
import { statedOf } from "../sale.ts";
import { mayUseForItself, optionalCookies } from "../who.ts";

export const saleUnstated: LawRule = {
  id: "sale-unstated",
  severity: "warning",
  needs: "site",
  summary: "Nothing says whether data that others get is sold or shared.",
  why: "The policy says by category whether personal information is sold, or shared for advertising across sites. What a provider gets that is not bound as a service provider may be either.",
  law: duty("sold-or-shared"),
  exampleIn: "US-CA",
  bad: { ...exampleSite({ sold: undefined, shared: undefined }), ...advertisingExample() },
  good: { ...exampleSite({}), ...advertisingExample() },
  check({ value }, { registry }) {
    const found = optionalCookies(usedProviders(value, registry)).find(
      ({ cookie: { category }, used: { provider } }) =>
        mayUseForItself(provider.value) &&
        category !== "unclassified" &&
        statedOf(value.sold, category) === undefined &&
        statedOf(value.shared, category) === undefined,
    );
    if (!found) return [];
    const { name, category } = found.cookie;
    const message = `nothing says whether data of "${category}", such as that of cookie "${name}", is sold or shared, expected "sold" and "shared"`;
    const hint = `such as "sold: false"; "role: processor" of "${found.used.provider.id}" says that it serves the site alone`;
    return [{ path: ["sold"], message, hint }];
  },
};
