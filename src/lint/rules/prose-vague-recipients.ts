import { isSeveralWords, saidInProse, saidInTerms } from "../phrases.ts";
import type { LintRule } from "../rule.ts";

export const proseVagueRecipients: LintRule = {
  id: "prose-vague-recipients",
  severity: "warning",
  needs: "language",
  summary: "The words of a language speak of recipients who could be anybody.",
  why: "“Our partners” names nobody: a visitor cannot learn who has the data, or turn to them. The UK's regulator rules out such references. The page names each provider beside its cookies.",
  source: {
    document: "ICO, Guidance on the use of storage and access technologies",
    article: "“How do we tell people about the storage and access technologies we use?”",
    date: "2026-04-29",
    certainty: "A",
  },
  jurisdictions: ["EU", "UK"],
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
