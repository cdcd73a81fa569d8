import type { Words } from "../registry/registry.ts";
import { placeOf, type TextFile } from "../registry/text.ts";
import type { Path } from "../registry/yaml/locate.ts";
import type { Finding } from "./rule.ts";

/** A phrase as a text says it, and where. */
export interface Said {
  readonly phrase: string;
  readonly at: Pick<Finding, "path" | "place">;
}

/** Scripts that put no spaces between words. */
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Korean puts them, but writes particles onto a word. */
const runsOn = new RegExp(`${spaceless.source}|\\p{Script=Hangul}`, "u");

function patternOf(phrase: string): string {
  const letters = phrase.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const body = letters.replaceAll(/['’]/g, "['’]").replaceAll(/\s+/g, String.raw`\s+`);
  const before = runsOn.test(phrase.slice(0, 1)) ? "" : String.raw`(?<![\p{L}\p{N}])`;
  const after = runsOn.test(phrase.slice(-1)) ? "" : String.raw`(?![\p{L}\p{N}])`;
  return before + body + after;
}

/** Whether a phrase is more than one word, which by itself may well be in place: “others”, “tiers”. */
export const isSeveralWords = (phrase: string): boolean =>
  /\s/.test(phrase) || spaceless.test(phrase);

/** Matches each of the phrases as whole words, whatever its case, spaces and apostrophes. */
function expressionOf(phrases: readonly string[]): RegExp {
  const longestFirst = phrases.toSorted((a, b) => b.length - a.length);
  return new RegExp(longestFirst.map(patternOf).join("|") || "(?!)", "giu");
}

function textsIn(value: unknown, path: Path = []): { path: Path; text: string }[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]));
}

/** Which of the phrases the terms of a language say, within `section` or anywhere. */
export function saidInTerms(
  { terms }: Words,
  phrases: readonly string[],
  section?: "purposes",
): Said[] {
  const expression = expressionOf(phrases);
  const texts = section ? textsIn(terms.value[section], [section]) : textsIn(terms.value);
  return texts.flatMap(({ path, text }) =>
    [...text.matchAll(expression)].map(([phrase]) => ({ phrase, at: { path } })),
  );
}

const saidInText = (file: TextFile, expression: RegExp): Said[] =>
  [...file.text.matchAll(expression)].map(({ 0: phrase, index }) => ({
    phrase: phrase.replaceAll(/\s+/g, " "),
    at: { path: [], place: placeOf(file, index, index + phrase.length) },
  }));

/** Which of the phrases the prose of a language says, the introductions of its sites included. */
export function saidInProse({ prose, intros }: Words, phrases: readonly string[]): Said[] {
  const expression = expressionOf(phrases);
  return [prose, ...intros.values()].flatMap((file) => saidInText(file, expression));
}
