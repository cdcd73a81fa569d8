import type { Site } from "../../../registry/schema/site.ts";
import type { CategoryConsent, LegalPlace } from "../../../registry/site-law.ts";
import { anchorPrefix } from "../../../prose/compile.ts";
import type { Opener } from "../../../vocabulary/vocabulary.ts";
import type { ByLanguage } from "../../../vocabulary/by-language.ts";
import type { Category, Column } from "../../../vocabulary/vocabulary.ts";
import { fillPattern } from "../format.ts";
import type { PageLanguage } from "../language.ts";
import { plainItem } from "../phrase.ts";
import type { GroupHead, Phrase } from "../policy.ts";

/** What stands above a table, in no language. */
export interface GroupFacts {
  readonly category: Category;
  readonly columns: readonly Column[];
  readonly consent: readonly CategoryConsent[];
  /** Some of the cookies are set without the consent that the others need. */
  readonly hasExceptions: boolean;
  /** Some of the cookies are set only with consent, whatever the law asks for their category. */
  readonly hasStricter: boolean;
  /** Where to refuse what is set until somebody does, and at which places. */
  readonly refusals: readonly {
    readonly address: ByLanguage;
    readonly places: readonly LegalPlace[];
    readonly opener?: Opener | undefined;
  }[];
  /** A name holds an asterisk. */
  readonly hasVaryingNames: boolean;
  readonly titles: Site["titles"];
  readonly sold: boolean | undefined;
  readonly shared: boolean | undefined;
  readonly legalBasis: NonNullable<Site["legalBasis"]>["necessary"];
  readonly retention: NonNullable<Site["retention"]>["necessary"];
}

/** Tells facts from others, without the texts of laws. */
export const keyOfGroup = ({ consent, refusals, ...facts }: GroupFacts): string =>
  JSON.stringify([
    consent.map((one) => ({ ...one, place: one.place?.id })),
    refusals.map(({ address, places, opener }) => [address, places.map(({ id }) => id), opener]),
    facts,
  ]);

/** The places of which the same sentence holds. */
interface Said {
  readonly sentence: string;
  readonly places: LegalPlace[];
}

/** How the site asks for the cookies of a category, a sentence for places that agree. */
function consentSentences(
  { consent, hasStricter }: GroupFacts,
  { terms, names }: PageLanguage,
): string[] {
  const [first] = consent;
  const isActivated = consent.length === 1 && first?.place?.law.duties?.["activation-means"];
  const said = new Map<string, Said>();
  for (const { place, model, isDeclared } of consent) {
    if (hasStricter && !isDeclared && model !== "opt-in") continue;
    const { declared, law } = terms.consent;
    const sentence = !isDeclared
      ? law[model]
      : isActivated && model === "opt-in"
        ? declared.activated
        : declared[model];
    const known = said.get(sentence) ?? { sentence, places: [] };
    said.set(sentence, known);
    if (place) known.places.push(place);
  }
  const all = [...said.values()];
  return all.length < 2
    ? all.map(({ sentence }) => sentence)
    : all.map(({ sentence, places }) => names.forPlaces(places, sentence));
}

/** Of several places only those are meant whose law wants a legal basis. */
function sayBasis(
  basis: NonNullable<GroupFacts["legalBasis"]>,
  consent: readonly CategoryConsent[],
  { terms, names }: PageLanguage,
): string {
  const { patterns, legalBases } = terms;
  const sentence = fillPattern(patterns.legalBasis, { basis: legalBases[basis] });
  const places = consent.flatMap(({ place }) => place ?? []);
  const wanting = places.filter(({ law }) => law.duties?.["legal-basis"] !== undefined);
  return wanting.length === 0 || wanting.length === places.length
    ? sentence
    : names.forPlaces(wanting, sentence);
}

const sayIf = (isTrue: boolean | undefined, positive: string, negative: string): string[] =>
  isTrue === undefined ? [] : [isTrue ? positive : negative];

export function describeGroup(facts: GroupFacts, language: PageLanguage): GroupHead {
  const { terms, names, addressIn, orUsual, retention } = language;
  const { category, consent, hasExceptions, legalBasis, titles } = facts;
  const { description } = terms.categories[category];
  const name = orUsual(titles?.categories?.[category], terms.categories[category].name);
  const consentIn = consentSentences(facts, language);
  const sentences = [...consentIn, ...(hasExceptions ? [terms.sentences.exceptions] : [])];
  const refusals = facts.refusals.map(({ address, places, opener }, _, all): Phrase => {
    const { refuse } = terms.labels;
    const text = all.length > 1 ? names.forPlaces(places, refuse) : refuse;
    const item = { ...plainItem(text), href: addressIn(address), ...(opener ? { opener } : {}) };
    return [{ text: "", item }];
  });
  const more = [
    ...sayIf(facts.sold, terms.sale.sold, terms.sale.notSold),
    ...sayIf(facts.shared, terms.sale.shared, terms.sale.notShared),
    ...(legalBasis ? [sayBasis(legalBasis, consent, language)] : []),
    ...(facts.retention ? [retention(facts.retention)] : []),
  ];
  const asPhrase = (text: string): Phrase => [{ text, item: null }];
  return {
    category,
    id: `${anchorPrefix}${category}`,
    name,
    description,
    consent: consentIn.length === 1 ? consentIn[0]! : null,
    statements: [...sentences.map(asPhrase), ...refusals, ...more.map(asPhrase)],
    caption: fillPattern(terms.patterns.tableCaption, { category: name }),
    columns: facts.columns.map((id) => ({
      id,
      label: orUsual(titles?.columns?.[id], terms.columns[id]),
    })),
    note: facts.hasVaryingNames ? terms.sentences.varyingNames : null,
  };
}
