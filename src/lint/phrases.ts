import { memoizeByText } from "../memo.ts";
import type { Words } from "../registry/registry.ts";
import { placeOf, type TextFile } from "../source/text-file.ts";
import type { Path } from "../source/yaml/locate.ts";
import type { Finding } from "../rules/rule.ts";

/** A phrase as a text says it, and where. */
export interface FoundPhrase {
  readonly phrase: string;
  readonly at: Pick<Finding, "path" | "place" | "sites">;
}

/** Scripts that put no spaces between words. */
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Korean puts them, but writes particles onto a word. */
const runsOn = new RegExp(`${spaceless.source}|\\p{Script=Hangul}`, "u");

/** Stands in a phrase for some words of the same sentence, at an end of a word for any letters. */
export const gap = "…";

const letters = String.raw`[\p{L}\p{M}]*`;
const within = "[^.!?。]{0,120}?";

/** Part of a phrase between gaps; where a gap is a part of its word, the word goes on there. */
function partOf(text: string, goesOn: { readonly before: boolean; readonly after: boolean }) {
  if (text === "") return "";
  const literal = text
    .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/['’]/g, "['’‘]")
    .replaceAll('"', '["“”„«»‘’]\\s*')
    .replaceAll(/\s+/g, String.raw`\s+`);
  const isWhole = (letter: string, on: boolean) => !on && !runsOn.test(letter);
  const before = isWhole(text.slice(0, 1), goesOn.before) ? String.raw`(?<![\p{L}\p{N}])` : "";
  const after = isWhole(text.slice(-1), goesOn.after) ? String.raw`(?![\p{L}\p{N}])` : "";
  return before + literal + after;
}

/** The expression of a phrase: whole words, whatever their spaces and apostrophes. */
export const phrasePattern = (phrase: string): string =>
  phrase
    .split(/ +… +/)
    .map((words) => {
      const parts = words.split(gap);
      return parts
        .map((part, index) => partOf(part, { before: index > 0, after: index < parts.length - 1 }))
        .join(letters);
    })
    .join(within);

/** Whether a phrase is more than one word, which by itself may well be in place: “others”, “tiers”. */
export const isSeveralWords = (phrase: string): boolean =>
  /\s/.test(phrase) || spaceless.test(phrase);

const fold = (text: string): string =>
  text.toLowerCase().replaceAll(/[’‘]/g, "'").replaceAll(/\s+/g, " ");

/** The parts of a phrase as they stand in a folded text. */
const partsOf = memoizeByText((phrase) =>
  phrase.split(gap).map((part) => fold(part).replaceAll('"', "").trim()),
);

/** Those of the phrases that a text can hold: nearly every text holds none, and their expressions are costly. */
export function possibleIn(text: string, phrases: readonly string[]): string[] {
  const folded = fold(text);
  return phrases.filter((phrase) => partsOf(phrase).every((part) => folded.includes(part)));
}

const expressionOf = memoizeByText((phrase) => new RegExp(phrasePattern(phrase), "iu"));

/** Where in a text the first of the phrases stands, if any does. */
export function findFirst(text: string, phrases: readonly string[]): number | undefined {
  const found = possibleIn(text, phrases)
    .map((phrase) => text.search(expressionOf(phrase)))
    .filter((at) => at >= 0);
  return found.length > 0 ? Math.min(...found) : undefined;
}

/** The expression of those phrases that a text can hold. */
function expressionFor(text: string, phrases: readonly string[]): RegExp | undefined {
  const there = possibleIn(text, phrases);
  if (there.length === 0) return undefined;
  const longestFirst = there.toSorted((a, b) => b.length - a.length);
  return new RegExp(longestFirst.map(phrasePattern).join("|"), "giu");
}

/** Finds each of the phrases as whole words, whatever its case, spaces and apostrophes. */
function search(text: string, phrases: readonly string[]): RegExpExecArray[] {
  const expression = expressionFor(text, phrases);
  return expression ? [...text.matchAll(expression)] : [];
}

function textsIn(value: unknown, path: Path = []): { path: Path; text: string }[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]));
}

/** A character that the loader refuses in every text. */
const separator = "\u0000";

/** Which of the phrases the terms of a language say, within `section` or anywhere. */
export function saidInTerms(
  { terms }: Words,
  phrases: readonly string[],
  section?: "purposes",
): FoundPhrase[] {
  const texts = section ? textsIn(terms.value[section], [section]) : textsIn(terms.value);
  // All at once: each search by itself would compile the expression anew. No phrase reaches across the separator.
  const joined = texts.map(({ text }) => text).join(separator);
  let [at, end] = [0, texts[0]?.text.length ?? 0];
  return search(joined, phrases).map(({ 0: phrase, index }) => {
    while (index > end) {
      at += 1;
      end += separator.length + texts[at]!.text.length;
    }
    return { phrase, at: { path: texts[at]!.path } };
  });
}

/** Which of the phrases a text says. */
export const saidInText = (
  file: TextFile,
  phrases: readonly string[],
  site?: string,
): FoundPhrase[] =>
  search(file.text, phrases).map(({ 0: phrase, index }) => ({
    phrase: phrase.replaceAll(/\s+/g, " "),
    at: {
      path: [],
      place: placeOf(file, index, index + phrase.length),
      ...(site === undefined ? {} : { sites: [site] }),
    },
  }));

/** Every file of a language's prose, with the site that has it, or has it for those that extend it. */
export const proseFilesOf = ({
  prose,
  intros,
  sections: { ofAll, ofSites },
}: Words): { file: TextFile; site?: string }[] => [
  { file: prose },
  ...[...ofAll.values()].map(({ text }) => ({ file: text })),
  ...[...intros].map(([site, file]) => ({ file, site })),
  ...[...ofSites].flatMap(([site, its]) =>
    [...its.values()].map(({ text }) => ({ file: text, site })),
  ),
];

/** Which of the phrases the prose of a language says, that of single sites included. */
export const saidInProse = (words: Words, phrases: readonly string[]): FoundPhrase[] =>
  proseFilesOf(words).flatMap(({ file, site }) => saidInText(file, phrases, site));
