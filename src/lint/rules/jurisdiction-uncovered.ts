import { countries } from "../../vocabulary/countries.ts";
import { meantJurisdiction } from "../../vocabulary/synonyms.ts";
import { exampleSite } from "../examples/example.ts";
import type { CraftRule } from "../rule.ts";

/** Whether the loader takes it for a place at all. */
const isCountry = (id: string): boolean => countries.has(id) && meantJurisdiction(id) === undefined;

export const jurisdictionUncovered: CraftRule = {
  id: "jurisdiction-uncovered",
  severity: "warning",
  needs: "site",
  summary: "A site is in a place whose law is not known here.",
  why: "The page then names no law and no right of that place, and no rule judges it there. Its owner has to find out what is asked there.",
  bad: exampleSite({ jurisdictions: "[EU, ZA]" }),
  good: exampleSite({ jurisdictions: "[EU]" }),
  check: ({ value: { jurisdictions = [] } }, { registry }) =>
    jurisdictions.flatMap((id, index) =>
      registry.jurisdictions.ids.has(id) || !isCountry(id)
        ? []
        : [
            {
              path: ["jurisdictions", index],
              message: `nothing is known here of the law of "${id}", expected a file data/jurisdictions/${id}.yaml`,
              hint: "the page uses words that name no law there",
            },
          ],
    ),
};
