import type { Position } from "../../diagnostic.ts";
import { memoize } from "../../memo.ts";
import type { Words } from "../../registry/registry.ts";
import { claimedIn } from "../claims.ts";
import { type FoundPhrase, isSeveralWords, saidInProse, saidInTerms } from "../phrases.ts";
import type { LawRule } from "../rule.ts";
import { duty } from "../questions.ts";

/** That nobody else gets the data, whatever the sentence excepts. */
const denialOf = memoize(({ nobodyElse }: Words["vague"]) =>
  nobodyElse ? { ...nobodyElse, unless: [] } : null,
);

const isWithin = (inner: FoundPhrase, outer: FoundPhrase): boolean => {
  const [phrase, sentence] = [inner.at.place?.location, outer.at.place?.location];
  if (!phrase || !sentence || phrase.file !== sentence.file) return false;
  const isAfter = (one: Position, other: Position) =>
    one.line > other.line || (one.line === other.line && one.column >= other.column);
  return isAfter(phrase, sentence) && isAfter(sentence.end, phrase.end);
};

/** What prose says of recipients, but for those whom a sentence denies. */
function affirmedInProse(words: Words, phrases: readonly string[]): FoundPhrase[] {
  const denied = claimedIn(words, denialOf(words.vague) ?? undefined);
  return saidInProse(words, phrases).filter((one) => !denied.some((other) => isWithin(one, other)));
}

export const proseVagueRecipients: LawRule = {
  id: "prose-vague-recipients",
  severity: "warning",
  needs: "language",
  summary: "The words of a language speak of recipients who could be anybody.",
  why: "“Our partners” names nobody: a visitor cannot learn who has the data, or turn to them. The page names each provider beside its cookies. A sentence that says that they get nothing is left out.",
  law: duty("recipients-named"),
  bad: {
    "content/en/sites/example.md": "Some of the data goes to our partners.\n",
  },
  good: {
    "content/en/sites/example.md": "Some of the data goes to Example Hosting.\n",
  },
  check(words) {
    const phrases = words.vague.recipients.filter(isSeveralWords);
    return [...saidInTerms(words, phrases), ...affirmedInProse(words, phrases)].map(
      ({ phrase, at }) => ({
        ...at,
        message: `vague recipients "${phrase}", expected their names`,
        hint: `such phrases are listed in content/${words.tag}/vague.yaml`,
      }),
    );
  },
};
