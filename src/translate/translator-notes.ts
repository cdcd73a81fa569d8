import type { RawEntry } from "../registry/entry.ts";
import type { Passage } from "../prose/passages.ts";
import type { Term } from "../registry/languages/texts.ts";
import type { durationPlaceholders, patternPlaceholders } from "../vocabulary/vocabulary.ts";

type NamesIn<T extends Readonly<Record<string, readonly string[]>>> = T[keyof T][number];
type Gap = NamesIn<typeof patternPlaceholders> | NamesIn<typeof durationPlaceholders>;

/** What stands in each gap of a term. */
const gaps: Readonly<Record<Gap, string>> = {
  function: 'a function, such as "Authentication"',
  locations: 'where a cookie is set, such as "front and back office"',
  category: 'the name of a category, such as "Necessary cookies"',
  duration: 'a length of time, such as "13 months"',
  exemption: 'an exemption, such as "Security"',
  country: "the name of a country",
  safeguard: 'a safeguard, such as "Standard contractual clauses"',
  provider: "the name of a service provider",
  title: "the title of the page, or the title of a person",
  site: "the name of the site",
  minimum: 'the shorter length of time, such as "5 minutes"',
  maximum: 'the longer length of time, such as "2 weeks"',
  criterion: 'what ends the keeping of data, such as "Your account is closed"',
  basis: 'a legal basis, such as "Your consent"',
  places: 'one place or several, such as "France, Germany"',
  sentence: 'a whole sentence, such as "They are set only with your consent."',
  law: "the official name of a law",
  extension: 'a further length of time, such as "2 months"',
  name: "the name of a person, an office or a law",
  route: "an e-mail address or a link",
  english: "the same name in English",
};

/** What stands at each placeholder of the prose. */
export const placeholderNotes: Readonly<Record<string, string>> = {
  "site.name": "the name of the site",
  "site.url": "the address of the site, as a link",
  "site.host": 'the host of the site, such as "www.example.org"',
  "site.controller.name": "the name of the controller",
  "site.controller.email": "the controller's e-mail address",
  "site.controller.dpo": "the e-mail address of the data protection officer",
  "site.controller.address": "the controller's postal address",
  "site.authority.name": "the name of the data protection authority",
  "site.authority.url": "the authority's address, as a link",
  "site.preferences": "the address where a visitor changes the choice, as a link",
  "site.objection": "the address where a visitor objects, as a link",
  "site.privacyPolicy": "the address of the site's privacy notice, as a link",
  "site.optOut": "the address where a visitor opts out of the sale of data, as a link",
  "site.gpc.display": "the address where a visitor sees that a signal was honoured, as a link",
  "site.updated": "the day of the last update, in the language of the page",
};

/** What the texts of each section of terms.yaml are. */
const sections: Readonly<Record<string, string>> = {
  title: "The title of the page.",
  columns: "Heading of a column of the tables.",
  categories: "Category of cookies: its name, or the paragraph above its table.",
  functions: "Function: what a cookie does, as a noun; stands alone in a cell.",
  purposes: "Purpose: answers why a cookie is set; stands alone in a cell.",
  locations: "Location: where a cookie is set; stands in brackets behind a function.",
  locationSets: "Several locations as one phrase; stands in brackets behind a function.",
  conditions: "Condition: when a cookie is set; stands below its name.",
  storage: "Where the browser keeps it.",
  exemptions: "Exemption: the criterion under which no consent is asked.",
  safeguards: "Safeguard: what protects data that is sent to another country.",
  transferAreas: "Heading of the countries to which a provider sends data.",
  laws: "Official name of a law.",
  jurisdictions: "Name of a place that is no country.",
  authorities: "Official name of an authority.",
  rights: 'Right: ends the sentence "this law gives you the right to:"; no capital, no full stop.',
  consent: "Sentence on how consent is asked for; stands below the name of a category.",
  sale: "Sentence on the sale and sharing of data, as laws of the United States understand them.",
  legalBases: "Legal basis: stands after a colon.",
  roles: "Sentence: in what capacity a provider uses the data.",
  contacts: "Title of a person or office that the law names.",
  retentionCriteria: "What ends the keeping of data; stands after a colon.",
  sentences: "Whole sentence without a gap.",
  labels: "Label: a short text around the tables.",
  durations: "How long a cookie stays.",
  patterns: "A sentence with gaps.",
};

/** `{{ site.name }}`, with or without spaces. */
export const notedPlaceholder = /\{\{[ \t]*([^\s{}]+)[ \t]*\}\}/g;

/** A sentence on each placeholder that `pattern` finds, as it is written there. */
function explainGaps(text: string, known: Readonly<Record<string, string>>, pattern: RegExp) {
  const found = new Map([...text.matchAll(pattern)].map(([whole, name = ""]) => [name, whole]));
  return [...found].flatMap(([name, whole]) => {
    const meaning = Object.hasOwn(known, name) ? known[name] : undefined;
    return meaning === undefined ? [] : [`${whole} stands for ${meaning}.`];
  });
}

/** The comment above a term in the English file, line by line. */
function commentAbove({ layers, place }: RawEntry, path: readonly string[]): string[] {
  const { file, line } = place(path, "key").location;
  const lines = layers.find((layer) => layer.file === file)?.text.split(/\r?\n/) ?? [];
  const above = lines.slice(0, line - 1);
  const first = above.findLastIndex((text) => !/^[ \t]*#/.test(text)) + 1;
  return above.slice(first).map((text) => text.replace(/^[ \t]*#[ \t]?/, ""));
}

/** What a translator should know of an English term. */
export const explainTerm = ({ path, text }: Term, english: RawEntry): string[] => [
  sections[path[0] ?? ""] ?? "Term.",
  ...explainGaps(text, gaps, /\{([^{}]*)\}/g),
  ...commentAbove(english, path),
];

/** What a translator should know of an English passage. */
export const explainPassage = ({ text, isHeading }: Passage): string[] => [
  isHeading ? "Heading." : "Prose, in Markdown.",
  ...(text.includes("](") ? ["Keep what stands between ]( and )."] : []),
  ...explainGaps(text, placeholderNotes, notedPlaceholder),
];
