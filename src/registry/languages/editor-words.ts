import { countries } from "../../vocabulary/countries.ts";
import { meantJurisdiction } from "../../vocabulary/synonyms.ts";
import { tcfPurposeNames } from "../consent-signals.ts";
import type { OpenRegistry } from "../open.ts";
import { listFiles } from "../project.ts";
import { featuresOf } from "../providers/providers.ts";
import type { EditorWords, OfferedIds } from "../schema/json-schema.ts";
import type { Terms } from "../schema/terms.ts";
import { isAbstract } from "../sites/site-list.ts";
import { type VocabularyName, wordsOfIds } from "../words-of-ids.ts";

const offer = (words: Iterable<readonly [string, string | undefined]>): OfferedIds => ({
  offered: new Map(words),
});

const offerTexts = (section: Readonly<Record<string, string>> = {}): OfferedIds =>
  offer(Object.entries(section));

function providerIds({ registry: { providers } }: OpenRegistry) {
  const entries = [...providers.ids].map((id) => ({ id, value: providers.get(id)?.value }));
  const words = entries.map(({ id, value }): [string, string | undefined] => {
    const kind = value?.kind === undefined ? "" : ` · ${value.kind}`;
    return [id, value && `${value.name}${kind}`];
  });
  const isParent = new Map(entries.map(({ id, value }) => [id, value?.abstract === true]));
  return {
    parentProviders: offer(words),
    providers: {
      ...offer(words.filter(([id]) => isParent.get(id) !== true)),
      accepted: entries.flatMap(({ value }) => value?.formerly ?? []),
    },
    features: new Map(
      entries.flatMap(({ id, value }) => {
        const its = value ? featuresOf(value) : [];
        return its.length > 0 ? [[id, its] as const] : [];
      }),
    ),
  };
}

/** The ids that the files of a project may name, with the English words for them; `rules` are those of its settings. */
export function editorWords(
  opened: OpenRegistry,
  terms: Terms,
  countryName: (code: string) => string,
  rules: ReadonlyMap<string, string>,
): EditorWords {
  const { registry, claims } = opened;
  const vocabulary = (name: VocabularyName): OfferedIds =>
    offer(
      wordsOfIds(opened, name, terms, countryName).map(({ id, word, effect }) => {
        const what = name === "jurisdictions" || effect === "" ? "" : ` · ${effect}`;
        return [id, word && `${word}${what}`];
      }),
    );
  const languageNames = new Intl.DisplayNames("en", { type: "language" });
  const tags = [...listFiles(registry.project, "content").files.keys()];
  const { features, ...providers } = providerIds(opened);
  const parents = [...claims.values()].filter(isAbstract).map(({ id }) => id);
  return {
    features,
    terms,
    lists: {
      ...providers,
      functions: vocabulary("functions"),
      purposes: vocabulary("purposes"),
      conditions: vocabulary("conditions"),
      locations: vocabulary("locations"),
      safeguards: vocabulary("safeguards"),
      jurisdictions: {
        ...vocabulary("jurisdictions"),
        accepted: [...countries].filter(
          (code) => !registry.jurisdictions.ids.has(code) && meantJurisdiction(code) === undefined,
        ),
      },
      parentSites: offer(parents.map((id) => [id, undefined])),
      languages: offer(tags.map((tag) => [tag, languageNames.of(tag)])),
      countries: offer([...countries].map((code) => [code, countryName(code)])),
      laws: offerTexts(terms.laws),
      authorities: offerTexts(terms.authorities),
      categories: offer(
        Object.entries(terms.categories).map(([id, { name, description }]) => [
          id,
          `${name}. ${description}`,
        ]),
      ),
      storage: offerTexts(terms.storage),
      exemptions: offerTexts(terms.exemptions),
      columns: offerTexts(terms.columns),
      roles: offerTexts(terms.roles),
      legalBases: offerTexts(terms.legalBases),
      asked: offerTexts(terms.consent.cookie),
      tcf: offerTexts(tcfPurposeNames),
      rules: offer(rules),
    },
  };
}
