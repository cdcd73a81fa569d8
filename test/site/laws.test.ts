import { expect, test } from "vitest";
import { memoizeByText } from "../../src/memo.ts";
import type { Terms } from "../../src/registry/schema/terms.ts";
import { isInEuropeanEconomicArea } from "../../src/vocabulary/countries.ts";
import { areas, asked } from "../../src/vocabulary/law.ts";
import { loadSites, places, renderFiles, termsIn } from "./law.ts";
import { checkout } from "../checkout.ts";

const { jurisdictions } = checkout.registry;
const lawOf = (id: string) => jurisdictions.get(id)!.value;

/** The law of each place outside the European Economic Area, said once more, so that a pack cannot name another. */
const lawsElsewhere: Readonly<Record<string, string>> = {
  EU: "gdpr",
  UK: "uk-gdpr",
  CH: "fadp",
  US: "us-states",
  "US-CA": "ccpa",
  CA: "pipeda",
  "CA-QC": "quebec-private-sector-act",
  BR: "lgpd",
  JP: "appi",
  KR: "pipa",
  TR: "kvkk",
  AU: "privacy-act",
  IL: "privacy-protection-law",
};

test.each(places)("the law of %s is its own", (place) => {
  const law = isInEuropeanEconomicArea(place) ? "gdpr" : lawsElsewhere[place];
  expect(lawOf(place).laws[0]!.id).toBe(law);
});

const tags = [...termsIn.keys()];

/** The languages of the package in which a law has an official name, and English. */
const languagesOf = (place: string): string[] => {
  const official = new Set(lawOf(place).languages.map((tag) => tag.split("-")[0]));
  return tags.filter((tag) => tag === "en" || official.has(tag.split("-")[0]));
};

const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

/** The words of a piece of HTML; thousands of pages are too many for a parser. */
const wordsOf = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&[a-z#0-9]+;/g, (entity) => entities[entity] ?? entity)
    .replaceAll(/[ \n\t]+/g, " ");

/** A text without some phrases, of which one may hold another. */
const without = (text: string, phrases: readonly string[]): string =>
  phrases
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, phrase) => rest.replaceAll(phrase, "|"), text);

/** Phrases of a closed list: which of the expected ones a text lacks, and which others it holds. */
function compare(text: string, all: readonly string[], expected: readonly string[]) {
  const rest = without(text, expected);
  return {
    lacks: expected.filter((phrase) => !text.includes(phrase)),
    foreign: all.filter((phrase) => !expected.includes(phrase) && rest.includes(phrase)),
  };
}

/** A name as prose may say it: whole, without the short form in brackets, and that form alone. */
function formsOf(name: string): string[] {
  const { whole, short } =
    /^(?<whole>.+?) *[(（](?<short>[^()（）]+)[)）]/.exec(name)?.groups ?? {};
  return whole === undefined || short === undefined ? [name] : [name, whole, short];
}

/** Of the scripts that divide their words; others let a name stand in a run of letters. */
const isLetter = (character = ""): boolean =>
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u.test(character);

/** Whether a text says a name by itself: what is a name in one language may be part of a word in another. */
function says(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1))
    if (!isLetter(text[at - 1]) && !isLetter(text[at + name.length])) return true;
  return false;
}

/** Every name of a law or authority in any language. */
const allNames = (section: "laws" | "authorities") =>
  [...termsIn.values()].flatMap((terms) => Object.entries(terms[section] ?? {}));
const names = { laws: allNames("laws"), authorities: allNames("authorities") };

/** A name that is also a word of its language: browsers label their settings with it. */
const ordinaryWords = new Set(["Persónuvernd"]);

type Section = keyof typeof names;

/** The names of some ids, and those that are only of others; two may be called the same. */
function divideNames(section: Section, ids: ReadonlySet<string>) {
  const formsWhere = (isOwn: boolean) => [
    ...new Set(
      names[section].flatMap(([id, name]) => (ids.has(id) === isOwn ? formsOf(name) : [])),
    ),
  ];
  const own = formsWhere(true);
  const isForeign = (name: string) => !own.includes(name) && !ordinaryWords.has(name);
  return { own, foreign: formsWhere(false).filter(isForeign) };
}

/** The names of laws and authorities of a place; of none, all are foreign. */
const namesAt = memoizeByText((place) => {
  const { laws, complaints = [] } = jurisdictions.get(place)?.value ?? { laws: [] };
  return {
    laws: divideNames("laws", new Set(laws.map(({ id }) => id))),
    authorities: divideNames(
      "authorities",
      new Set(complaints.flatMap(({ authority }) => authority ?? [])),
    ),
  };
});

/** The names in a text of laws and authorities of other places; one may hold another, as that of the United Kingdom does that of the Union. */
const foreignNames = (text: string, place: string): string[] =>
  (["laws", "authorities"] as const).flatMap((section) => {
    const { own, foreign } = namesAt(place)[section];
    const rest = without(text, own);
    return foreign.filter((name) =>
      says(own.some((one) => name.includes(one)) ? text : rest, name),
    );
  });

const models = ["undeclared", ...asked] as const;
type Model = (typeof models)[number];

const idOf = (place: string, declared: Model) => `${place.toLowerCase()}-${declared}`;

const keysOf = (ids: readonly string[], declared: Model) =>
  `jurisdictions: [${ids.map((id) => `"${id}"`).join(", ")}]
languages: [${tags.join(", ")}]
${declared === "undeclared" ? "" : `consent: ${declared}\n`}`;

/** One place of each law that gives rights. */
const ofEachLaw = [...new Map(places.map((id) => [lawOf(id).laws[0]!.id, id])).values()];

const render = renderFiles(
  loadSites({
    everywhere: keysOf(ofEachLaw, "undeclared"),
    nowhere: keysOf([], "undeclared"),
    ...Object.fromEntries(
      places.flatMap((place) =>
        models.map((declared) => [idOf(place, declared), keysOf([place], declared)]),
      ),
    ),
  }),
);
const fragmentOf = (site: string, tag: string): string =>
  render(site).get(`${tag}/fragment.html`)!();

const nameSomewhere = (id: string, of: readonly string[]) =>
  of.flatMap((tag) => termsIn.get(tag)?.laws[id] ?? []);

function consentOf(place: string, declared: Model, { consent }: Terms): string[] {
  const { consent: law, duties = {} } = lawOf(place);
  const { necessary, preferences, statistics, marketing } = law;
  if (declared === "undeclared")
    return [necessary, preferences, statistics, marketing].map(({ asks }) => consent.law[asks]);
  const isActivated = declared === "opt-in" && duties["activation-means"] !== undefined;
  return [consent.law[necessary.asks], consent.declared[isActivated ? "activated" : declared]];
}

/** What a page says of the rights under a law: who can withdraw consent for the future can withdraw it. */
function compareRights(text: string, place: string, { rights: words }: Terms) {
  const given = Object.keys(lawOf(place).rights ?? {}).map((right) => right as keyof typeof words);
  const inOtherWords = given.includes("withdrawal-for-the-future") ? [words.withdrawal] : [];
  const { lacks } = compare(
    text,
    [],
    given.map((right) => words[right]),
  );
  const { foreign } = compare(text, Object.values(words), [
    ...given.map((right) => words[right]),
    ...inOtherWords,
  ]);
  return { lacks, foreign };
}

/** What a page says of a law, rights, ways to ask for consent and transfers that it should not, or leaves out. */
function compareWithLaw(place: string, declared: Model, tag: string) {
  const { laws, transfers, languages } = lawOf(place);
  const terms = termsIn.get(tag)!;
  const text = wordsOf(fragmentOf(idOf(place, declared), tag));
  const { consent, transferAreas } = terms;
  const own = nameSomewhere(laws[0]!.id, [tag, languages[0]!, "en"]);
  const sentences = [consent.declared, consent.law, consent.cookie].flatMap((group) =>
    Object.values(group),
  );
  const titles = areas.map((area) => transferAreas[area]);
  return {
    law: { lacks: own.some((name) => text.includes(name)) ? [] : own },
    names: { foreign: foreignNames(text, place) },
    rights: compareRights(text, place, terms),
    consent: compare(text, sentences, consentOf(place, declared, terms)),
    transfers: compare(text, titles, [transferAreas[transfers?.area ?? "abroad"]]),
  };
}

/** The comparisons that found something, in each of these languages. */
const faultsIn = (
  its: readonly string[],
  compareIn: (tag: string) => Readonly<Record<string, Readonly<Record<string, unknown[]>>>>,
) =>
  its.flatMap((tag) =>
    Object.entries(compareIn(tag)).flatMap(([of, found]) =>
      Object.values(found).some((phrases) => phrases.length > 0) ? [{ tag, of, found }] : [],
    ),
  );

/** Every language where the site declares nothing, those of the law for each way to ask. */
const sitesOfPlaces = places.flatMap((place) =>
  models.map((declared) => ({
    place,
    declared,
    its: declared === "undeclared" ? tags : languagesOf(place),
  })),
);

test.each(sitesOfPlaces)(
  "the pages for $place, whose site is $declared, say the law of the place and no other, in $its.length languages",
  ({ place, declared, its }) => {
    expect(its.length).toBeGreaterThan(0);
    expect(faultsIn(its, (tag) => compareWithLaw(place, declared, tag))).toEqual([]);
  },
);

const sectionsIn = memoizeByText((tag) =>
  fragmentOf("everywhere", tag).split(/(?=<h3 id="cookie-policy-law-)/),
);

test.each(ofEachLaw)(
  "a page for places of many laws gives under that of %s its rights and no other, in every language",
  (place) => {
    const heading = `<h3 id="cookie-policy-law-${lawOf(place).laws[0]!.id}"`;
    const compareIn = (tag: string) => {
      const text = wordsOf(sectionsIn(tag).find((html) => html.startsWith(heading))!);
      return {
        names: { foreign: foreignNames(text, place) },
        rights: compareRights(text, place, termsIn.get(tag)!),
      };
    };
    expect(faultsIn(tags, compareIn)).toEqual([]);
  },
);

test("a page for places of no known law names none and promises nothing, in any language", () => {
  const compareIn = (tag: string) => {
    const text = wordsOf(fragmentOf("nowhere", tag));
    const { rights, consent } = termsIn.get(tag)!;
    const sentences = [consent.declared, consent.law].flatMap((group) => Object.values(group));
    return {
      names: { foreign: foreignNames(text, "") },
      rights: compare(text, Object.values(rights), []),
      consent: compare(text, sentences, []),
    };
  };
  expect(faultsIn(tags, compareIn)).toEqual([]);
});
