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

/** Stands in a phrase for some words of the same sentence. */
const gap = "…";

function patternOf(phrase: string): string {
  if (phrase.includes(gap))
    return phrase
      .split(gap)
      .map((part) => patternOf(part.trim()))
      .join("[^.!?。]{0,120}?");
  const letters = phrase.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const body = letters.replaceAll(/['’]/g, "['’]").replaceAll(/\s+/g, String.raw`\s+`);
  const before = runsOn.test(phrase.slice(0, 1)) ? "" : String.raw`(?<![\p{L}\p{N}])`;
  const after = runsOn.test(phrase.slice(-1)) ? "" : String.raw`(?![\p{L}\p{N}])`;
  return before + body + after;
}

/** Whether a phrase is more than one word, which by itself may well be in place: “others”, “tiers”. */
export const isSeveralWords = (phrase: string): boolean =>
  /\s/.test(phrase) || spaceless.test(phrase);

const fold = (text: string): string =>
  text.toLowerCase().replaceAll("’", "'").replaceAll(/\s+/g, " ");

/** Finds each of the phrases as whole words, whatever its case, spaces and apostrophes. */
function search(text: string, phrases: readonly string[]): RegExpExecArray[] {
  const folded = fold(text);
  // Nearly every text holds none of them, and the expression is dear.
  const there = phrases.filter((phrase) =>
    phrase.split(gap).every((part) => folded.includes(fold(part).trim())),
  );
  if (there.length === 0) return [];
  const longestFirst = there.toSorted((a, b) => b.length - a.length);
  return [...text.matchAll(new RegExp(longestFirst.map(patternOf).join("|"), "giu"))];
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

const saidInText = (file: TextFile, phrases: readonly string[], site?: string): FoundPhrase[] =>
  search(file.text, phrases).map(({ 0: phrase, index }) => ({
    phrase: phrase.replaceAll(/\s+/g, " "),
    at: {
      path: [],
      place: placeOf(file, index, index + phrase.length),
      ...(site === undefined ? {} : { sites: [site] }),
    },
  }));

/** Which of the phrases the prose of a language says, the introductions of its sites included. */
export function saidInProse({ prose, intros }: Words, phrases: readonly string[]): FoundPhrase[] {
  return [
    ...saidInText(prose, phrases),
    ...[...intros].flatMap(([site, file]) => saidInText(file, phrases, site)),
  ];
}
