import { days, declare, see } from "../example.ts";
import { findLongest, hasNoEnd, writeLifetime } from "../compare-lifetimes.ts";
import type { AuditRule } from "../rule.ts";
import { tellNames, tellWho } from "../observation-text.ts";

const files = declare(
  "sid",
  "function: authentication",
  "purposes: [check-identity]",
  "duration: session",
);

export const sessionDeclaredButPersistent: AuditRule = {
  id: "session-declared-but-persistent",
  severity: "error",
  needs: "cookie",
  summary: "A cookie is declared to go with the session, and stays.",
  why: "Whoever reads `session` expects that closing the browser is the end of it. Some exemptions from consent hold for the session only. What stays in a storage that has no end of its own goes only when a script deletes it, which no visit shows: of that this is a note.",
  source: {
    document: "CJEU, judgment C-673/17 (Planet49)",
    article: "operative part 3",
    date: "2019-10-01",
    certainty: "A2",
  },
  bad: { files, seen: [see("sid", { lifetime: days(14) })] },
  good: { files, seen: [see("sid")] },
  check(declared) {
    const {
      cookie: { duration },
      sightings,
    } = declared;
    if (duration?.kind !== "session") return [];
    const staying = sightings.filter(
      ({ lifetime: { kind }, blocked }) => !blocked && (kind === "length" || kind === "persistent"),
    );
    const longest = findLongest(staying);
    if (!longest) return [];
    const message = `${tellNames(declared, staying)} stays "${writeLifetime(longest.lifetime)}"${tellWho([longest])}, expected the declared "session"`;
    const hint = "let it end with the session, or declare how long it stays";
    const finding = { path: ["duration"], message, hint };
    return [hasNoEnd(declared) ? { ...finding, severity: "note" } : finding];
  },
};
