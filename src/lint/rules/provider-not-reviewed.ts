import { yearsBefore } from "../../vocabulary/duration.ts";
import { exampleCookie, exampleProvider } from "../examples/example.ts";
import type { CraftRule } from "../rule.ts";

const example = (reviewed: string) => exampleProvider({ reviewed }, [exampleCookie("sid")]);

/** A provider without a date is left out: nothing tells how old its facts are. */
export const providerNotReviewed: CraftRule = {
  id: "provider-not-reviewed",
  severity: "warning",
  needs: "provider",
  summary: "The facts about a provider were last reviewed more than two years ago.",
  why: "A site has to keep its list of cookies true, and providers add, rename and prolong cookies without notice. The two years are this tool's own measure.",
  dependsOnToday: true,
  bad: example("2024-11-22"),
  good: example("2024-11-23"),
  check({ value: { name, reviewed } }, { today }) {
    const oldest = yearsBefore(today, 2);
    if (reviewed === undefined || reviewed >= oldest) return [];
    const message = `provider "${name}" was last reviewed on "${reviewed}", expected "${oldest}" or later`;
    const hint = 'compare its cookies with what the provider says today, then renew "reviewed"';
    return [{ path: ["reviewed"], message, hint }];
  },
};
