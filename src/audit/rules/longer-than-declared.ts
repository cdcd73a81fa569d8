import { writeDuration } from "../../vocabulary/duration.ts";
import { days, declare, see } from "../example.ts";
import { compareLength, findLongest, hasNoEnd, writeLifetime } from "../compare-lifetimes.ts";
import type { AuditRule } from "../rule.ts";
import { tellNames, tellWho } from "../observation-text.ts";

const files = declare(
  "csrf",
  "function: form-protection",
  "purposes: [verify-requests]",
  "duration: 6 months",
);

export const longerThanDeclared: AuditRule = {
  id: "longer-than-declared",
  severity: "error",
  needs: "cookie",
  summary: "A cookie stays longer than the page says.",
  why: "How long a cookie operates is part of what visitors are to be told, and here the page promises them less than what happens. A month counts as 28 to 31 days and a year as 365 or 366; a day or 2 % more is let pass, a minute or 2 % where the length is given in hours or less. What browsers cut at their limit of 400 days agrees with every longer one. What stays in a storage that has no end of its own goes only when a script deletes it, which no visit shows: of that this is a note.",
  source: {
    document: "CJEU, judgment C-673/17 (Planet49)",
    article: "operative part 3",
    date: "2019-10-01",
    certainty: "A2",
  },
  bad: { files, seen: [see("csrf", { lifetime: days(365) })] },
  good: { files, seen: [see("csrf", { lifetime: days(184) })] },
  check(declared) {
    const {
      cookie: { duration },
      sightings,
    } = declared;
    if (duration?.kind !== "length") return [];
    const longer = sightings.filter(
      ({ lifetime, blocked }) =>
        !blocked &&
        (lifetime.kind === "persistent" ||
          (lifetime.kind === "length" && compareLength(duration, lifetime) === "longer")),
    );
    const longest = findLongest(longer);
    if (!longest) return [];
    const message = `${tellNames(declared, longer)} stays "${writeLifetime(longest.lifetime)}"${tellWho([longest])}, expected at most the declared "${writeDuration(duration)}"`;
    const hint = "shorten it on the site, or declare how long it stays";
    const finding = { path: ["duration"], message, hint };
    return [hasNoEnd(declared) ? { ...finding, severity: "note" } : finding];
  },
};
