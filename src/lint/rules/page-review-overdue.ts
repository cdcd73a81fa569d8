import { yearsBefore } from "../../vocabulary/duration.ts";
import { exampleSite } from "../examples/example.ts";
import type { LawRule } from "../rule.ts";
import { duty } from "../questions.ts";

const example = (updated: string) =>
  exampleSite({ authority: undefined, preferences: undefined, objection: undefined, updated });

export const pageReviewOverdue: LawRule = {
  id: "page-review-overdue",
  severity: "warning",
  needs: "site",
  summary:
    "A privacy policy, of which this page is part, was last updated more than twelve months ago.",
  why: "In California the information in a privacy policy has to be updated at least once every twelve months.",
  law: duty("yearly-review"),
  exampleIn: "US-CA",
  dependsOnToday: true,
  bad: example("2025-11-22"),
  good: example("2025-11-23"),
  check({ value: { updated } }, { today }) {
    const oldest = yearsBefore(today, 1);
    if (updated === undefined || updated >= oldest) return [];
    const message = `last updated on "${updated}", expected "${oldest}" or later`;
    const hint =
      'check that the privacy policy, of which this page is part, is still true, then renew "updated"';
    return [{ path: ["updated"], message, hint }];
  },
};
