import { writeDuration } from "../../vocabulary/duration.ts";
import { days, declare, see } from "../example.ts";
import { compareLength, findLongest, writeLifetime } from "../compare-lifetimes.ts";
import type { AuditRule } from "../rule.ts";
import { tellNames } from "../observation-text.ts";

const files = declare(
  "csrf",
  "function: form-protection",
  "purposes: [verify-requests]",
  "duration: 6 months",
);

export const shorterThanDeclared: AuditRule = {
  id: "shorter-than-declared",
  severity: "note",
  needs: "cookie",
  summary: "A cookie goes earlier than the page says.",
  why: "That harms no visitor, but the page is not exact, and a list of the cookies of a browser that has been open for long shows only what is left of their time. Nothing is said where the page says `up to`, `by default`, or `persistent`.",
  source: {
    document: "CJEU, judgment C-673/17 (Planet49)",
    article: "operative part 3",
    date: "2019-10-01",
    certainty: "A2",
  },
  bad: { files, seen: [see("csrf", { lifetime: days(30) })] },
  good: { files, seen: [see("csrf", { lifetime: days(182) })] },
  check(declared) {
    const {
      cookie: { duration },
      sightings,
    } = declared;
    if (
      duration?.kind !== "length" ||
      duration.bounds.includes("up-to") ||
      duration.bounds.includes("by-default") ||
      duration.minimum !== undefined ||
      duration.orSession === true
    )
      return [];
    const known = sightings.filter(
      ({ lifetime, blocked }) => !blocked && lifetime.kind !== "unknown",
    );
    const longest = findLongest(known);
    if (longest?.lifetime.kind !== "length") return [];
    if (compareLength(duration, longest.lifetime) !== "shorter") return [];
    const message = `${tellNames(declared, known)} stays "${writeLifetime(longest.lifetime)}", expected the declared "${writeDuration(duration)}"`;
    const hint = "declare how long it stays, if it was set in this visit";
    return [{ path: ["duration"], message, hint }];
  },
};
