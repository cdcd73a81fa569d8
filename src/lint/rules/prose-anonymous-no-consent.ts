import { saidInProse } from "../phrases.ts";
import { ask } from "../questions.ts";
import type { LawRule } from "../rule.ts";

export const proseAnonymousNoConsent: LawRule = {
  id: "prose-anonymous-no-consent",
  severity: "warning",
  needs: "language",
  summary: "The words of a page say that anonymous statistics need no consent.",
  why: "What is stored on a visitor's device, or read from it, needs consent whether it is personal data or not. Where no exemption for statistics is known, that they are anonymous spares nobody the question.",
  law: ask(
    "consent.statistics asks opt-in, without an exemption audience-measurement",
    ({ consent: { statistics }, exemptions = {} }) =>
      statistics.asks === "opt-in" && !exemptions["audience-measurement"]
        ? statistics.source
        : undefined,
  ),
  exampleIn: "DE",
  bad: {
    "content/en/sites/example.md":
      "Our statistics are anonymous, so they do not require your consent.\n",
  },
  good: { "content/en/sites/example.md": "We count visits only if you agree.\n" },
  check: (words) =>
    saidInProse(words, words.vague.anonymousNoConsent ?? []).map(({ phrase, at }) => ({
      ...at,
      message: `anonymous and therefore without consent, "${phrase}", expected consent to what is stored or read`,
      hint: `such phrases are listed in content/${words.tag}/vague.yaml`,
    })),
};
