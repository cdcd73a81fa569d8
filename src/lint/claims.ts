import { memoize } from "../memo.ts";
import { isStructural, blankComments, linesOf } from "../prose/lines.ts";
import type { Words } from "../registry/registry.ts";
import type { Claim } from "../registry/schema/terms.ts";
import { placeOf, type TextFile } from "../source/text-file.ts";
import { findFirst, possibleIn, proseFilesOf, type FoundPhrase } from "./phrases.ts";

interface Sentence {
  readonly text: string;
  readonly start: number;
}

/** An item of a list, or of a numbered one. */
const item = /^\s*(?:[-*+]|\d+[.)])\s/;

/** The paragraphs of prose and items of its lists, each divided into sentences. */
function divide({ text: whole }: Pick<TextFile, "text">): Sentence[][] {
  const paragraphs: Sentence[] = [];
  let isOpen = false;
  for (const { text, start } of linesOf(blankComments(whole).text)) {
    const line = text.trimEnd();
    const isText = line.trim() !== "" && !isStructural(line);
    if (isText && isOpen && !item.test(line)) {
      const last = paragraphs.pop()!;
      paragraphs.push({ ...last, text: whole.slice(last.start, start + line.length) });
    } else if (isText) paragraphs.push({ text: line, start });
    isOpen = isText;
  }
  return paragraphs.map(({ text, start }) =>
    [...text.matchAll(/\S[^]*?(?:[.!?](?=[\s"”»)*_]|$)|[。！？]|$)/g)].map((found) => ({
      text: found[0],
      start: start + found.index,
    })),
  );
}

const sentencesOf = memoize(divide);

/** How far into a sentence a link may stand: “No consent is therefore needed”. */
const farthestLink = 40;

/** Where in a sentence of a text one of the phrases stands, if any does. */
const searchFor = (text: string, phrases: readonly string[] = []) => {
  const there = possibleIn(text, phrases);
  return ({ text: sentence }: Sentence): number | undefined => findFirst(sentence, there);
};

/** Finds the sentences of a text that make a claim; what is spoken of may stand in the sentence before. */
const finderOf = memoize((claim: Claim) =>
  memoize((file: Pick<TextFile, "text">): Sentence[] => {
    const says = searchFor(file.text, claim.says);
    const saying = sentencesOf(file).flatMap((sentences) =>
      sentences.flatMap((sentence, index) =>
        says(sentence) === undefined ? [] : [{ sentence, before: sentences[index - 1] }],
      ),
    );
    if (saying.length === 0) return [];
    const [of, links, unless] = [claim.of, claim.links, claim.unless].map((phrases) =>
      searchFor(file.text, phrases),
    );
    const isOf = (one: Sentence | undefined) => one !== undefined && of!(one) !== undefined;
    const goesOn = (one: Sentence) => {
      const at = links!(one);
      return at !== undefined && at < farthestLink;
    };
    return saying.flatMap(({ sentence, before }) => {
      if (unless!(sentence) !== undefined) return [];
      return isOf(sentence) || (goesOn(sentence) && isOf(before)) ? [sentence] : [];
    });
  }),
);

const longest = 80;

const quote = (text: string): string => {
  const plain = text.replaceAll(/\s+/g, " ").trim();
  return plain.length <= longest ? plain : `${plain.slice(0, longest).trimEnd()}…`;
};

/** The sentences of a language that make a claim: in its prose, that of single sites included, and above its tables. */
export function claimedIn(words: Words, claim: Claim | undefined): FoundPhrase[] {
  if (!claim) return [];
  const find = finderOf(claim);
  const inFile = (file: TextFile, site?: string) =>
    find(file).map(({ text, start }) => ({
      phrase: quote(text),
      at: {
        path: [],
        place: placeOf(file, start, start + text.length),
        ...(site === undefined ? {} : { sites: [site] }),
      },
    }));
  return [
    ...Object.entries(words.terms.value.categories).flatMap(([id, { description }]) =>
      find({ text: description }).map(({ text }) => ({
        phrase: quote(text),
        at: { path: ["categories", id, "description"] },
      })),
    ),
    ...proseFilesOf(words).flatMap(({ file, site }) => inFile(file, site)),
  ];
}
