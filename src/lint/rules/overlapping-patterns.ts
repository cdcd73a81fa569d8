import { citePlace } from "../../diagnostic.ts";
import { claimsOf, findConflicts } from "../overlaps.ts";
import { matches } from "../../vocabulary/name-pattern.ts";
import { exampleCookie, exampleProvider, exampleSite } from "../examples/example.ts";
import type { CraftRule } from "../rule.ts";

const example = (name: string) => ({
  ...exampleSite({ providers: "\n  - example\n  - other-statistics" }),
  ...exampleProvider(
    { name: "Other Statistics" },
    [
      exampleCookie(name, {
        function: "audience-measurement",
        purposes: "[measure-audience]",
        duration: "6 months",
      }),
    ],
    "other-statistics",
  ),
});

export const overlappingPatterns: CraftRule = {
  id: "overlapping-patterns",
  severity: "warning",
  needs: "site",
  summary:
    "Two providers of a site declare names that can be the same cookie, in different categories.",
  why: "When such a cookie is found, nobody can say whose it is, nor whether it may be set without consent. The specification asks this of the patterns of one provider; that it should hold among those of a site is this tool's reading.",
  source: {
    document: "IAB Europe, Vendor Device Storage & Operational Disclosures, version 1.1",
    date: "2025-10",
    certainty: "C",
  },
  bad: example("s*"),
  good: example("_es_*"),
  check: ({ value }, { registry }) =>
    // Two patterns with a star at either end can always be the same name; only one that takes in the other is a mistake.
    findConflicts(claimsOf(value, registry))
      .filter(
        ([narrow, wide]) => matches(wide.name, narrow.name) || matches(narrow.name, wide.name),
      )
      .map(([narrow, wide]) => {
        const { path } = narrow.index > wide.index ? narrow : wide;
        const message = `"${narrow.name}" of "${narrow.owner}" is "${narrow.view}", but "${wide.name}" of "${wide.owner}", declared at ${citePlace(wide.place())}, can match the same name and is "${wide.view}", expected one category`;
        const hint = "make the names narrower, or state the same category for both";
        return { path, message, hint };
      }),
};
