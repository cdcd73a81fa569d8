import { dayAfter } from "../../vocabulary/duration.ts";
import { exampleSite } from "../examples/example.ts";
import type { CraftRule } from "../rule.ts";

export const dateInFuture: CraftRule = {
  id: "date-in-future",
  severity: "warning",
  needs: "site",
  summary: "A policy is said to have been changed on a day that is still to come.",
  why: "The page prints the date, and a visitor who reads it tomorrow must be able to tell whether it has changed since. A year that is mistyped also keeps the review of the page from ever being due.",
  source: {
    document: "Article 29 Working Party, Guidelines on transparency (WP260 rev.01)",
    date: "2018-04-11",
    certainty: "C",
  },
  dependsOnToday: true,
  bad: exampleSite({ updated: "2031-01-01" }),
  good: exampleSite({ updated: "2026-11-23" }),
  check({ value: { updated } }, { today }) {
    // Somewhere it is tomorrow already.
    if (updated === undefined || updated <= dayAfter(today)) return [];
    const message = `updated on "${updated}", expected no day after "${today}"`;
    return [{ path: ["updated"], message }];
  },
};
