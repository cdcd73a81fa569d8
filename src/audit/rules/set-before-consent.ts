import { declare, see } from "../example.ts";
import type { AuditRule } from "../rule.ts";
import { tellNames, tellWho } from "../observation-text.ts";

const files = declare(
  "_es_id",
  "function: audience-measurement",
  "purposes: [measure-audience]",
  "duration: session",
);

export const setBeforeConsent: AuditRule = {
  id: "set-before-consent",
  severity: "error",
  needs: "cookie",
  phase: "before",
  summary: "A cookie that asks for consent is set before any choice.",
  why: "Only what is exempt may be stored before the visitor has agreed, and a page that puts a cookie among those that need consent says that it waits. An attempt counts, too, where the browser refused it.",
  source: {
    document: "Directive 2002/58/EC (ePrivacy)",
    article: "Article 5(3)",
    date: "2002-07-12",
    certainty: "B",
  },
  bad: { files, seen: [see("_es_id", { phase: "before" })] },
  good: { files, seen: [see("_es_id", { phase: "accepted" })] },
  check(declared) {
    const { asksConsent, sightings, moved } = declared;
    const early = [...sightings, ...moved].filter(({ phase }) => phase === "before");
    if (!asksConsent || early.length === 0) return [];
    const message = `${tellNames(declared, early)} is set before any choice${tellWho(early)}, expected consent first`;
    const hint =
      'let whatever sets it wait for consent, or declare the "exemption" under which it need not';
    return [{ path: ["name"], message, hint }];
  },
};
