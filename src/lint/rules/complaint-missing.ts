import { exampleSite } from "../example.ts";
import type { LintRule } from "../rule.ts";

export const complaintMissing: LintRule = {
  id: "complaint-missing",
  severity: "warning",
  needs: "site",
  summary: "A site does not name the authority to which a visitor can complain.",
  why: "Visitors must be told that they may complain to a data protection authority. The page always says so; named, with its address, the authority can also be found.",
  source: {
    document: "Regulation (EU) 2016/679 (GDPR)",
    article: "Article 13",
    date: "2016-04-27",
    certainty: "B",
  },
  jurisdictions: ["EU"],
  bad: exampleSite({ authority: undefined }),
  good: exampleSite({}),
  check: ({ value }) =>
    value.authority
      ? []
      : [
          {
            path: ["authority"],
            message: 'no authority for complaints, expected "authority" with its name and address',
          },
        ],
};
