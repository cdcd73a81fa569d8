import type { Registry } from "../../registry/registry.ts";
import type { Finding } from "../../rules/rule.ts";
import { exampleCookie, exampleProvider } from "../examples/example.ts";
import type { LawRule } from "../rule.ts";
import { duty } from "../questions.ts";

const example = (recipients: string) =>
  exampleProvider({ recipients: `[${recipients}]` }, [exampleCookie("sid")]);

const plain = (text: string): string =>
  text.trim().replaceAll("’", "'").replaceAll(/\s+/g, " ").toLowerCase();

const phrasesOf = new WeakMap<Registry, ReadonlySet<string>>();

/** The phrases of every language, collected once for each registry. */
function vaguePhrases(registry: Registry): ReadonlySet<string> {
  const words = [...registry.languages.values()];
  const phrases =
    phrasesOf.get(registry) ?? new Set(words.flatMap(({ vague }) => vague.recipients.map(plain)));
  phrasesOf.set(registry, phrases);
  return phrases;
}

function findVague(registry: Registry) {
  const phrases = vaguePhrases(registry);
  return (recipients: readonly string[] | undefined, under: Finding["path"]): Finding[] =>
    (recipients ?? []).flatMap((recipient, index) =>
      !registry.providers.has(recipient) && phrases.has(plain(recipient))
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
