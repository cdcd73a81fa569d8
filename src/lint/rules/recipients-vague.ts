import { memoize, memoizeByText } from "../../memo.ts";
import type { Registry } from "../../registry/registry.ts";
import type { Finding } from "../../rules/rule.ts";
import { gap, phrasePattern } from "../phrases.ts";
import { exampleCookie, exampleProvider } from "../examples/example.ts";
import type { LawRule } from "../rule.ts";
import { duty } from "../questions.ts";

const example = (recipients: string) =>
  exampleProvider({ recipients: `[${recipients}]` }, [exampleCookie("sid")]);

const plain = (text: string): string =>
  text.trim().replaceAll("’", "'").replaceAll(/\s+/g, " ").toLowerCase();

const expressionOf = memoizeByText((word) => new RegExp(`^${phrasePattern(word)}$`, "iu"));

/** Tells whether a part of a name is one of the words; only those that begin alike are held against it by expressions. */
const oneOf = memoize((words: readonly string[]) => {
  const whole = new Set(words.filter((word) => !word.includes(gap)));
  const open = words.filter((word) => word.includes(gap));
  return (part: string): boolean => {
    const folded = part.toLowerCase();
    return (
      whole.has(folded) ||
      open.some(
        (word) => folded.startsWith(word.split(gap, 1)[0]!) && expressionOf(word).test(part),
      )
    );
  };
});

/** Tells whether a recipient names nobody: as a phrase of some language, or by words of one language that make no name. */
const namesNobody = memoize((registry: Registry) => {
  const lists = [...registry.languages.values()].map(({ vague }) => vague);
  const phrases = new Set(lists.flatMap(({ recipients }) => recipients.map(plain)));
  const words = lists.flatMap(({ recipientWords = [] }) =>
    recipientWords.length === 0 ? [] : [oneOf(recipientWords)],
  );
  return memoizeByText((recipient): boolean => {
    const parts = recipient.match(/[\p{L}\p{M}\p{N}.-]+/gu) ?? [];
    return phrases.has(plain(recipient)) || words.some((ofLanguage) => parts.every(ofLanguage));
  });
});

function findVague(registry: Registry) {
  const isVague = namesNobody(registry);
  return (recipients: readonly string[] | undefined, under: Finding["path"]): Finding[] =>
    (recipients ?? []).flatMap((recipient, index) =>
      !registry.providers.has(recipient) && isVague(recipient)
        ? [
            {
              path: [...under, "recipients", index],
              message: `recipient "${recipient}" names nobody, expected a name or the id of a provider`,
              hint: "name every recipient, so that a visitor knows who has the data",
            },
          ]
        : [],
    );
}

export const recipientsVague: LawRule = {
  id: "recipients-vague",
  severity: "warning",
  needs: "provider",
  summary: "A recipient is a phrase such as “our partners”, which names nobody.",
  why: "A visitor who reads only “partners” or “third parties” cannot learn who has the data, or turn to them.",
  law: duty("recipients-named"),
  bad: example("Example Hosting, Our partners"),
  good: example("Example Hosting"),
  check({ value: { recipients, cookies } }, { registry }) {
    const find = findVague(registry);
    return [
      ...find(recipients, []),
      ...cookies.flatMap((cookie, index) => find(cookie.recipients, ["cookies", index])),
    ];
  },
};
