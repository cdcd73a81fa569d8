import { memoize } from "../memo.ts";
import type { RawEntry } from "../registry/entry.ts";
import type { Passage } from "../prose/passages.ts";
import { markPlaceholders, placeholdersIn } from "../prose/marks.ts";
import { findPlaceholder } from "../prose/placeholders.ts";
import type { Source } from "../source/yaml-file.ts";
import type { Term } from "../registry/languages/texts.ts";
import type { durationPlaceholders, patternPlaceholders } from "../registry/schema/term-keys.ts";

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
  size: 'the size of a file, such as "212 kB"',
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
  place: 'the place of a law, such as "France"',
};

/** What the texts of each section of terms.yaml are. */
const sections: Readonly<Record<string, string>> = {
  title: "The title of the page.",
  columns: "Heading of a column of the tables.",
  shortColumns: "The same in one short word; stands before the value on a narrow screen.",
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
  laws: "Official name of a law; empty where it has none in this language.",
  jurisdictions: "Name of a place that is no country.",
  authorities: "Official name of an authority; empty where it has none in this language.",
  rights: 'Right: ends the sentence "this law gives you the right to:"; no capital, no full stop.',
  consent: "Sentence on how consent is asked for; stands below the name of a category.",
  sale: "Sentence on the sale and sharing of data, as laws of the United States understand them.",
  legalBases: "Legal basis: stands after a colon.",
  roles: "Sentence: in what capacity a provider uses the data.",
  contacts: "Title of a person or office that the law names.",
  retentionCriteria: "What ends the keeping of data; stands after a colon.",
  sentences: "Whole sentence without a gap.",
  labels: "Label: a short text around the tables.",
  banner: "Text of a consent banner; to refuse is said as plainly as to accept.",
  durations: "How long a cookie stays.",
  patterns: "A sentence with gaps.",
};

/** A sentence on each gap of a term that is known. */
function explainGaps(text: string): string[] {
  const names = new Set([...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name));
  return [...names].flatMap((name) =>
    Object.hasOwn(gaps, name) ? [`{${name}} stands for ${gaps[name as Gap]}.`] : [],
  );
}

/** A sentence on each placeholder of a passage, as it is last written there. */
function explainPlaceholders(text: string): string[] {
  const found = new Map<string, string>();
  for (const { name, start, end } of placeholdersIn(markPlaceholders(text)))
    found.set(name, text.slice(start, end).replaceAll(/\s+/g, " "));
  return [...found].flatMap(([name, written]) => {
    const placeholder = findPlaceholder(name);
    return placeholder ? [`${written} stands for ${placeholder.meaning}.`] : [];
  });
}

const linesOf = memoize(({ text }: Source) => text.split(/\r?\n/));

/** The comment above a term in the English file, line by line. */
function commentAbove({ layers, place }: RawEntry, path: readonly string[]): string[] {
  const { file, line } = place(path, "key").location;
  const layer = layers.find((one) => one.file === file);
  const above = layer ? linesOf(layer).slice(0, line - 1) : [];
  const first = above.findLastIndex((text) => !/^[ \t]*#/.test(text)) + 1;
  return above.slice(first).map((text) => text.replace(/^[ \t]*#[ \t]?/, ""));
}

/** What a translator should know of an English term. */
export const explainTerm = ({ path, text }: Term, english: RawEntry): string[] => [
  sections[path[0] ?? ""] ?? "Term.",
  ...explainGaps(text),
  ...commentAbove(english, path),
];

/** What a translator should know of an English passage. */
export const explainPassage = ({ text, isHeading }: Passage): string[] => [
  isHeading ? "Heading." : "Prose, in Markdown.",
  ...(text.includes("](") ? ["Keep what stands between ]( and )."] : []),
  ...(text.includes("](http") ? ["A link may lead to the same page in your language."] : []),
  ...explainPlaceholders(text),
];
