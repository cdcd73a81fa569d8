import { yearsBefore } from "../../vocabulary/duration.ts";
import type { CraftRule } from "../rule.ts";

const law = (readUpTo: string) => `extends: EU
readUpTo: ${readUpTo}
countries: [LU]
languages: [fr, de]
notCovered: [cookie-walls]
`;

export const jurisdictionNotReread: CraftRule = {
  id: "jurisdiction-not-reread",
  severity: "note",
  needs: "registry",
  summary: "What a file says of a law was read more than a year ago.",
  why: "Laws change, and authorities change their minds. A page rests on what was read, so somebody has to read again whether it still holds. The year is this tool's own measure; who only uses the package is not asked.",
  dependsOnToday: true,
  bad: { "data/jurisdictions/LU.yaml": law("2025-11-22") },
  good: { "data/jurisdictions/LU.yaml": law("2025-11-23") },
  check({ jurisdictions }, { today }) {
    const oldest = yearsBefore(today, 1);
    return [...jurisdictions.ids].filter(jurisdictions.isOwn).flatMap((id) => {
      const entry = jurisdictions.get(id);
      const { readUpTo } = entry?.value ?? {};
      if (!entry || !readUpTo) return [];
      // A month or a year stands for its beginning, which is no later than what it says.
      if (readUpTo >= oldest.slice(0, readUpTo.length)) return [];
      const message = `the law of "${id}" was read up to "${readUpTo}", expected "${oldest}" or later`;
      const hint = 'read its sources again, add what is newer, then renew "readUpTo"';
      return [{ path: [], place: entry.place(["readUpTo"]), message, hint }];
    });
  },
};
