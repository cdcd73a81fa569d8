import type { BaseRegistry, OfficialNames, Words } from "../../registry/registry.ts";
import type { Terms } from "../../registry/schema/terms.ts";
import { isSameLanguage, languageOfLaw, type LegalPlace } from "../../registry/site-law.ts";
import { markText } from "./borrowed-words.ts";
import { type Format, fillPattern } from "./format.ts";

/** Names of places, laws and authorities for readers of one language. */
export interface Names {
  readonly places: (places: readonly LegalPlace[]) => string;
  /** A sentence, and where alone it holds. */
  readonly forPlaces: (places: readonly LegalPlace[], sentence: string) => string;
  readonly law: (id: string, place: LegalPlace) => string;
  readonly authority: (id: string, place: LegalPlace) => string;
}

const english = "en";

export function createNames(
  { tag, terms: { value: own }, fallback }: Words,
  terms: Terms,
  format: Format,
  { namesIn }: Pick<BaseRegistry, "namesIn">,
): Names {
  const nameOf = ({ id, law: { countries = [] } }: LegalPlace) =>
    terms.jurisdictions[id] ?? format.country(countries[0] ?? id);

  /** In the page's language; else in one of the place, which is named besides for readers who do not know it. */
  function official(section: keyof OfficialNames, id: string, place: LegalPlace) {
    const known = own[section]?.[id];
    const isLent = fallback?.terms.has(`${section}.${id}`) === true;
    if (known !== undefined && !isLent) return known;
    const near = languageOfLaw(tag, place);
    const local = namesIn(near)[section].get(id);
    const inEnglish = namesIn(english)[section].get(id);
    if (local !== undefined && isSameLanguage(near, tag)) return local;
    if (inEnglish !== undefined && isSameLanguage(english, tag)) return inEnglish;
    const lent: readonly [string, string] =
      inEnglish === undefined ? [known!, fallback!.tag] : [inEnglish, english];
    const [name, language] = local === undefined ? lent : [local, near];
    return fillPattern(terms.patterns.ownNameWithPlace, {
      name: format.isolate(markText(name, language)),
      place: nameOf(place),
    });
  }

  const namePlaces = (places: readonly LegalPlace[]) => format.list(places.map(nameOf));

  return {
    places: namePlaces,
    forPlaces: (places, sentence) =>
      format.capitalize(
        fillPattern(terms.patterns.forPlaces, { places: namePlaces(places), sentence }),
      ),
    law: (id, place) => official("laws", id, place),
    authority: (id, place) => official("authorities", id, place),
  };
}
