import { join } from "node:path";
import { type Diagnostic, createDiagnostic } from "../../diagnostic.ts";
import { type RawEntry, type Renaming } from "../entry.ts";
import { createSuggest, expectedOneOf } from "../../source/suggestions.ts";
import { durationPlaceholders, patternPlaceholders } from "../schema/term-keys.ts";
import { placeOfFile } from "../../source/text-file.ts";
import type { Project } from "../project.ts";
import { isMapping } from "../../source/mapping.ts";
import { markupIn } from "../../prose/markup.ts";
import { termsIn } from "./texts.ts";

/** Whose terms define the ids of locations, conditions and safeguards for every language. */
export const referenceLanguage = "en";

/** Misfits of terms have names of their own, since a translator reads them. */
export const termRules: Renaming = {
  "missing-key": "missing-term",
  "unknown-key": "superfluous-term",
};

/** The keys of a mapping within a draft; none if there is no such mapping. */
export function keysAt(draft: RawEntry | undefined, key: string): readonly string[] {
  const value = draft?.data[key];
  return isMapping(value) ? Object.keys(value) : [];
}

const maximumListed = 12;

/** Terms that the project lacks are missing in a file of the project, even if all there are stand in the package. */
function reportMissing(
  project: Project,
  terms: RawEntry,
  section: string,
  keys: readonly string[],
): Diagnostic {
  const listed = keys.slice(0, maximumListed).map((key) => `"${key}"`);
  const rest = keys.length - listed.length;
  const more = rest > 0 ? ` and ${rest} more` : "";
  const message = `missing ${keys.length === 1 ? "term" : "terms"} ${listed.join(", ")}${more} in "${section}", expected a text for each id`;
  const [first] = terms.layers;
  const isOwn = project.owns(first.file);
  const file = isOwn ? first.file : project.name(join(project.folder, terms.id));
  const place = isOwn ? first.place([section], "key") : placeOfFile(file);
  const hint = `write ${keys.length === 1 ? "it" : "them"} into "${file}"`;
  return createDiagnostic(place, { rule: "missing-term", message, hint });
}

function compareKeys(
  project: Project,
  terms: RawEntry,
  section: string,
  expected: readonly string[],
): Diagnostic[] {
  const given = new Set(keysAt(terms, section));
  const known = new Set(expected);
  const suggest = createSuggest(expected);
  const missing = expected.filter((key) => !given.has(key));
  const superfluous = [...given].filter((key) => !known.has(key));
  return [
    ...(given.size > 0 && missing.length > 0
      ? [reportMissing(project, terms, section, missing)]
      : []),
    ...superfluous.map((key) => {
      const { expected: listed, hint } = suggest(key);
      const message = `superfluous term "${key}", ${listed}`;
      return createDiagnostic(terms.place([section, key], "key"), {
        rule: "superfluous-term",
        message,
        hint,
      });
    }),
  ];
}

function checkLocationSets(terms: RawEntry, locations: readonly string[]): Diagnostic[] {
  return keysAt(terms, "locationSets").flatMap((key) => {
    const ids = key.split(" ");
    const sorted = ids.toSorted((a, b) => (a < b ? -1 : 1)).join(" ");
    if (ids.length > 1 && sorted === key && ids.every((id) => locations.includes(id))) return [];
    const message = `superfluous term "${key}", expected ids of locations in alphabetical order with a space between`;
    return [
      createDiagnostic(terms.place(["locationSets", key], "key"), {
        rule: "superfluous-term",
        message,
      }),
    ];
  });
}

function checkPlaceholders(
  terms: RawEntry,
  section: string,
  expected: Readonly<Record<string, readonly string[]>>,
): Diagnostic[] {
  const texts = terms.data[section];
  if (!isMapping(texts)) return [];
  return Object.entries(expected).flatMap(([key, names]) => {
    const text = texts[key];
    if (typeof text !== "string") return [];
    const used = [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
    const listed = names.map((name) => `{${name}}`);
    const at = (rule: "unknown-placeholder" | "missing-placeholder", name: string) => {
      const what = rule === "unknown-placeholder" ? "unknown" : "missing";
      const message = `${what} placeholder "{${name}}", ${expectedOneOf(`{${name}}`, listed)}`;
      return createDiagnostic(terms.place([section, key]), { rule, message });
    };
    return [
      ...used
        .filter((name) => !names.includes(name))
        .map((name) => at("unknown-placeholder", name)),
      ...names
        .filter((name) => !used.includes(name))
        .map((name) => at("missing-placeholder", name)),
    ];
  });
}

const sectionsWithGaps: ReadonlySet<string> = new Set(["patterns", "durations"]);

/** Markup in terms, which are shown as they stand; the gaps of those that have some are judged by name. */
const checkMarkup = (terms: RawEntry): Diagnostic[] =>
  termsIn(terms.data, terms.place).flatMap(({ path: [section = ""], text, place }) => {
    const hasGaps = sectionsWithGaps.has(section);
    const problem = markupIn(hasGaps ? text.replaceAll(/\{[^{}]*\}/g, "") : text);
    return problem ? [createDiagnostic(place(), problem)] : [];
  });

/** What is wrong with the texts of a language by themselves: their gaps, and markup. */
export const checkTexts = (terms: RawEntry): Diagnostic[] => [
  ...checkPlaceholders(terms, "patterns", patternPlaceholders),
  ...checkPlaceholders(terms, "durations", durationPlaceholders),
  ...checkMarkup(terms),
];

/** The vocabulary that every language must have words for; `undefined` where what defines it cannot be read. */
export interface Vocabulary {
  readonly functions: readonly string[] | undefined;
  readonly purposes: readonly string[] | undefined;
  readonly locations: readonly string[] | undefined;
  readonly conditions: readonly string[] | undefined;
  readonly safeguards: readonly string[] | undefined;
}

/** With the laws that have a name, of which a language may lack some. */
export interface KnownIds extends Vocabulary {
  readonly laws: readonly string[] | undefined;
}

/** Terms that are missing or belong to nothing, and placeholders that do not fit, of one language. */
export const checkTerms = (
  project: Project,
  terms: RawEntry,
  vocabulary: Vocabulary,
): Diagnostic[] => [
  ...Object.entries<readonly string[] | undefined>({ ...vocabulary }).flatMap(([section, ids]) =>
    ids ? compareKeys(project, terms, section, ids) : [],
  ),
  ...(vocabulary.locations ? checkLocationSets(terms, vocabulary.locations) : []),
  ...(terms.layers.every(({ fits }) => fits) ? [] : checkTexts(terms)),
];
