import { isSeveralWords, saidInProse, saidInTerms } from "../phrases.ts";
import type { LawRule } from "../rule.ts";
import { duty } from "../questions.ts";

export const proseVagueRecipients: LawRule = {
  id: "prose-vague-recipients",
  severity: "warning",
  needs: "language",
  summary: "The words of a language speak of recipients who could be anybody.",
  why: "“Our partners” names nobody: a visitor cannot learn who has the data, or turn to them. The page names each provider beside its cookies.",
  law: duty("recipients-named"),
  bad: {
    "content/en/sites/example.md": "Some of the data goes to our partners.\n",
  },
  good: {
    "content/en/sites/example.md": "Some of the data goes to Example Hosting.\n",
  },
  check(words) {
    const phrases = words.vague.recipients.filter(isSeveralWords);
    return [...saidInTerms(words, phrases), ...saidInProse(words, phrases)].map(
      ({ phrase, at }) => ({
        ...at,
        message: `vague recipients "${phrase}", expected their names`,
        hint: `such phrases are listed in content/${words.tag}/vague.yaml`,
      }),
    );
  },
};
