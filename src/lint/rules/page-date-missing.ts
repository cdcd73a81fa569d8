import { exampleSite } from "../examples/example.ts";
import type { LawRule } from "../rule.ts";
import { duty } from "../questions.ts";

const example = (updated?: string) =>
  exampleSite({ authority: undefined, preferences: undefined, objection: undefined, updated });

export const pageDateMissing: LawRule = {
  id: "page-date-missing",
  severity: "warning",
  needs: "site",
  summary:
    "A site does not say when the privacy policy, of which this page is part, was last updated.",
  why: "A privacy policy under California's regulations states the date of its last update, so that a reader can tell whether anything has changed.",
  law: duty("date"),
  exampleIn: "US-CA",
  bad: example(),
  good: example("2026-11-01"),
  check: ({ value }) =>
    value.updated === undefined
      ? [
          {
            path: ["updated"],
            message:
              'no date of the last update of the privacy policy, of which this page is part, expected "updated"',
          },
        ]
      : [],
};
