import { dayAfter, yearsBefore } from "../../vocabulary/duration.ts";
import { exampleCookie, exampleProvider } from "../examples/example.ts";
import type { CraftRule } from "../rule.ts";

const example = (reviewed: string) => exampleProvider({ reviewed }, [exampleCookie("sid")]);

/** A provider without a date is left out: nothing tells how old its facts are. */
export const providerNotReviewed: CraftRule = {
  id: "provider-not-reviewed",
  severity: "warning",
  needs: "provider",
  summary:
    "The facts about a provider were last reviewed more than two years ago, or on a day that is still to come.",
  why: "A site has to keep its list of cookies true, and providers add, rename and prolong cookies without notice. The two years are this tool's own measure.",
  dependsOnToday: true,
  bad: example("2024-11-22"),
  good: example("2024-11-23"),
  check({ value: { name, reviewed } }, { today }) {
    if (reviewed === undefined) return [];
    const said = `provider "${name}" was last reviewed on "${reviewed}"`;
    // Somewhere it is tomorrow already.
    if (reviewed > dayAfter(today)) {
      const message = `${said}, expected no day after "${today}"`;
      return [{ path: ["reviewed"], message }];
    }
    const oldest = yearsBefore(today, 2);
    if (reviewed >= oldest) return [];
    const message = `${said}, expected "${oldest}" or later`;
    const hint = 'compare its cookies with what the provider says today, then renew "reviewed"';
    return [{ path: ["reviewed"], message, hint }];
  },
};
