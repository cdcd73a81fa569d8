import { exampleSite } from "../examples/example.ts";
import { ask } from "../questions.ts";
import type { LawRule } from "../rule.ts";

export const complaintMissing: LawRule = {
  id: "complaint-missing",
  severity: "warning",
  needs: "site",
  summary: "A site does not name the authority to which a visitor can complain.",
  why: "Where a place has one authority, the page names it. Where it has several, as a union of states or a federal state has, only the site knows which one it answers to; visitors can find the one that is named with its address.",
  law: ask("complaints to an authority without a name", ({ complaints = [] }) => {
    const authorities = complaints.filter(({ to }) => to === "authority");
    return authorities.some(({ authority }) => authority) ? [] : authorities[0]?.source;
  }),
  bad: exampleSite({ authority: undefined }),
  good: exampleSite({}),
  check: ({ value: { authority } }, { place }) =>
    authority && (!authority.jurisdiction || place.line.includes(authority.jurisdiction))
      ? []
      : [
          {
            path: ["authority"],
            message: 'no authority for complaints, expected "authority" with its name and address',
          },
        ],
};
