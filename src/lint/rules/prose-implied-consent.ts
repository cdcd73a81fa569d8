import { claimedIn } from "../claims.ts";
import { optIn } from "../questions.ts";
import type { LawRule } from "../rule.ts";

export const proseImpliedConsent: LawRule = {
  id: "prose-implied-consent",
  severity: "error",
  needs: "language",
  summary: "The words of a page take a visit for consent.",
  why: "Consent is given by a clear act for that purpose. To scroll, to go on reading or to keep a browser's settings is none, and a page that says otherwise tells visitors what is not so.",
  law: optIn("marketing"),
  bad: { "content/en/sites/example.md": "By continuing to browse this site you accept cookies.\n" },
  good: {
    "content/en/sites/example.md":
      "We set these cookies once you have agreed. To go on browsing is no consent.\n",
  },
  check: (words) =>
    claimedIn(words, words.vague.impliedConsent).map(({ phrase, at }) => ({
      ...at,
      message: `consent by going on, "${phrase}", expected an act by which visitors agree`,
      hint: `what such sentences say is listed in content/${words.tag}/vague.yaml`,
    })),
};
