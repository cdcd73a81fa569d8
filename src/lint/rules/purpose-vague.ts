import { saidInProse, saidInTerms } from "../phrases.ts";
import type { LawRule } from "../rule.ts";
import { duty } from "../questions.ts";

const terms = (purpose: string) => `review: done
purposes:
  check-identity: ${purpose}
`;

export const purposeVague: LawRule = {
  id: "purpose-vague",
  severity: "warning",
  needs: "language",
  summary: "The words of a language give a purpose that tells a visitor nothing.",
  why: "Phrases such as “to improve your experience” fit any cookie, so that nobody can tell what is done with the data.",
  law: duty("plain-language"),
  bad: {
    "content/en/terms.yaml": terms("To improve your experience"),
    "content/en/sites/example.md": "We use cookies for technical reasons.\n",
  },
  good: {
    "content/en/terms.yaml": terms("To check who is signed in"),
    "content/en/sites/example.md": "We use cookies to keep you signed in.\n",
  },
  check: (words) =>
    [
      ...saidInTerms(words, words.vague.purposes, "purposes"),
      ...saidInProse(words, words.vague.purposes),
    ].map(({ phrase, at }) => ({
      ...at,
      message: `vague purpose "${phrase}", expected what the data is used for`,
      hint: `such phrases are listed in content/${words.tag}/vague.yaml`,
    })),
};
