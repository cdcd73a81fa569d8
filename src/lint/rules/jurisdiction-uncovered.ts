import { isPlainCountry } from "../../vocabulary/synonyms.ts";
import { exampleSite } from "../examples/example.ts";
import type { CraftRule } from "../rule.ts";

export const jurisdictionUncovered: CraftRule = {
  id: "jurisdiction-uncovered",
  severity: "warning",
  needs: "site",
  summary: "A site is in a place whose law is not known here.",
  why: "The page then names no law and no right of that place, and no rule judges it there. Its owner has to find out what is asked there.",
  bad: exampleSite({ jurisdictions: "[EU, ZA]" }),
  good: exampleSite({ jurisdictions: "[EU]" }),
  check: ({ value: { jurisdictions } }, { registry }) => {
    if (jurisdictions?.length === 0) {
      const message = 'no place of the visitors is named, expected one such as "EU"';
      const hint = "the page names no law and promises no right";
      return [{ severity: "note", path: ["jurisdictions"], message, hint }];
    }
    return (jurisdictions ?? []).flatMap((id, index) =>
      registry.jurisdictions.ids.has(id) || !isPlainCountry(id)
        ? []
        : [
            {
              path: ["jurisdictions", index],
              message: `nothing is known here of the law of "${id}", expected a file data/jurisdictions/${id}.yaml`,
              hint: "the page uses words that name no law there",
            },
          ],
    );
  },
};
