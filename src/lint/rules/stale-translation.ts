import type { Words } from "../../registry/registry.ts";
import { fingerprint, textsIn } from "../../registry/languages/texts.ts";
import { referenceLanguage } from "../../registry/languages/check-terms.ts";
import { exampleSite } from "../examples/example.ts";
import type { CraftRule } from "../rule.ts";

const inFrench = exampleSite({ languages: "[en, fr]" });

const maximumQuoted = 60;

function quote(text: string): string {
  const [line = ""] = text.split("\n");
  const isWhole = text.length <= maximumQuoted && line === text;
  return JSON.stringify(isWhole ? text : `${line.slice(0, maximumQuoted).trimEnd()}…`);
}

/** The texts of a language that are its own; those that another one lends are not. */
const ownTexts = ({ terms, prose, fallback }: Words) =>
  textsIn(terms.value, terms.place, fallback?.prose ? undefined : prose).filter(
    ({ key }) => !fallback?.terms.has(key.replace(/^terms\//, "")),
  );

export const staleTranslation: CraftRule = {
  id: "stale-translation",
  severity: "warning",
  needs: "language",
  summary: "An English text has changed since a language's translation was made from it.",
  why: "Visitors who read another language are told what was true before the change; every language must say the same.",
  bad: {
    "content/en/terms.yaml": "review: done\ntitle: Cookies and similar techniques\n",
    "content/fr/terms.yaml": "review: done\ntitle: Politique relative aux cookies\n",
    "content/fr/translated-from.yaml": `terms/title: "${fingerprint("Cookies policy")}"\n`,
    ...inFrench,
  },
  good: {
    "content/en/terms.yaml": "review: done\ntitle: Cookies and similar techniques\n",
    "content/fr/terms.yaml": "review: done\ntitle: Cookies et techniques semblables\n",
    "content/fr/translated-from.yaml": `terms/title: "${fingerprint("Cookies and similar techniques")}"\n`,
    ...inFrench,
  },
  check(words, { registry }) {
    const { tag, translatedFrom } = words;
    if (tag === referenceLanguage || translatedFrom.size === 0) return [];
    const originals = registry.originals();
    return ownTexts(words).flatMap(({ key, place }) => {
      const [recorded, original] = [translatedFrom.get(key), originals.get(key)];
      if (recorded === undefined || original === undefined) return [];
      if (recorded === fingerprint(original)) return [];
      return [
        {
          path: [],
          place: place(),
          message: `translation of an English text that has changed, expected one of ${quote(original)}`,
          hint: `npx cookie-ledger translate export --language ${tag}`,
        },
      ];
    });
  },
};
