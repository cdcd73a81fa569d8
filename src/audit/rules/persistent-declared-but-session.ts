import { writeDuration } from "../../vocabulary/duration.ts";
import { days, declare, see } from "../example.ts";
import type { AuditRule } from "../rule.ts";
import { tellNames, tellWho } from "../observation-text.ts";

const files = declare(
  "theme",
  "function: display-settings",
  "purposes: [remember-display]",
  "duration: 6 months",
);

export const persistentDeclaredButSession: AuditRule = {
  id: "persistent-declared-but-session",
  severity: "error",
  needs: "cookie",
  summary: "A cookie is declared to stay, and goes with the session.",
  why: "The two are different kinds of cookie, and criteria of exemption tell them apart: a page that mixes them up misleads those who check it. A site that keeps something for the session only should say so.",
  source: {
    document: "CJEU, judgment C-673/17 (Planet49)",
    article: "operative part 3",
    date: "2019-10-01",
    certainty: "A2",
  },
  bad: { files, seen: [see("theme")] },
  good: { files, seen: [see("theme", { lifetime: days(182) })] },
  check(declared) {
    const {
      cookie: { duration },
      sightings,
    } = declared;
    if (!duration || duration.kind === "session" || duration.kind === "not-stated") return [];
    if (duration.kind === "length" && duration.orSession) return [];
    const known = sightings.filter(
      ({ lifetime, blocked }) => !blocked && lifetime.kind !== "unknown",
    );
    if (known.length === 0 || known.some(({ lifetime }) => lifetime.kind !== "session")) return [];
    const message = `${tellNames(declared, known)} goes with the session${tellWho(known)}, expected the declared "${writeDuration(duration)}"`;
    return [{ path: ["duration"], message, hint: 'declare "session", if it never stays longer' }];
  },
};
