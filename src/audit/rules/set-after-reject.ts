import { declare, see } from "../example.ts";
import type { AuditRule } from "../rule.ts";
import { tellNames, tellWho } from "../observation-text.ts";

const files = declare(
  "_es_id",
  "function: audience-measurement",
  "purposes: [measure-audience]",
  "duration: session",
);

export const setAfterReject: AuditRule = {
  id: "set-after-reject",
  severity: "error",
  needs: "cookie",
  phase: "rejected",
  summary: "A cookie that asks for consent is set although the visitor has rejected it.",
  why: "A choice that changes nothing is none. What is set before any choice already is reported as that alone, since it is there after rejecting in any case.",
  source: {
    document: "Directive 2002/58/EC (ePrivacy)",
    article: "Article 5(3)",
    date: "2002-07-12",
    certainty: "B",
  },
  bad: { files, seen: [see("_es_id", { phase: "rejected" })] },
  good: { files, seen: [see("_es_id", { phase: "accepted" })] },
  check(declared) {
    const { asksConsent, sightings, moved } = declared;
    if (!asksConsent) return [];
    const seen = [...sightings, ...moved];
    const early = new Set(
      seen.flatMap((one) => (one.phase === "before" ? [`${one.name}\n${one.host}`] : [])),
    );
    const late = seen.filter(
      (one) => one.phase === "rejected" && !early.has(`${one.name}\n${one.host}`),
    );
    if (late.length === 0) return [];
    const message = `${tellNames(declared, late)} is set after the visitor has rejected it${tellWho(late)}, expected it only with consent`;
    return [{ path: ["name"], message, hint: "let whatever sets it heed the choice" }];
  },
};
