import { isStructural } from "../registry/passages.ts";
import { placeholderPattern } from "./explain.ts";
import type { AnyText } from "./wording.ts";

/** The targets of links, written beside their words, between angle brackets, or below the text. */
const linkPattern =
  /\]\([ \t]*<?([^)\s>]*)|<((?:https?:|mailto:)[^>\s]*)>|^ {0,3}\[[^\]\n]*\]:[ \t]*(\S+)/gm;

const namesIn = (text: string, pattern: RegExp): ReadonlySet<string> =>
  new Set([...text.matchAll(pattern)].map(([whole]) => whole.replaceAll(/[ \t]/g, "")));

/** Spaces within placeholders are dropped, since no link target may hold any. */
const linksIn = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.replace(placeholderPattern, "{{$1}}").matchAll(linkPattern)].map(
      ([, beside, between, below]) => beside ?? between ?? below ?? "",
    ),
  );

function compareSets(what: string, found: ReadonlySet<string>, expected: ReadonlySet<string>) {
  const lost = [...expected].filter((name) => !found.has(name));
  const added = [...found].filter((name) => !expected.has(name));
  return [
    ...lost.map((name) => `no ${what} "${name}", expected it as in English`),
    ...added.map((name) => `${what} "${name}" that the English text has not, expected none`),
  ];
}

const isUnderline = (line: string): boolean => /^ {0,3}(=+|-+)$/.test(line);

function structureFaults(translation: string): string[] {
  const lines = translation.split("\n").map((line) => line.trimEnd());
  const wrong = lines.filter((line) => isStructural(line) || isUnderline(line));
  return wrong.map((line) => `line "${line.slice(0, 40)}", expected no heading and no ":::"`);
}

/** Why a translation cannot stand in the place of the English text: what it lost, added or would break; empty if it can. */
export function checkFit(original: AnyText, translation: string): string[] {
  if (/[\t\r]/.test(translation)) return ["tab or carriage return, expected spaces"];
  const isProse = "isHeading" in original;
  const isLine = !isProse || original.isHeading;
  if (isLine && translation.includes("\n")) return ["line break, expected one line"];
  if (isProse && original.isHeading && /\{#[^}]*\}$/.test(translation))
    return ["anchor in a heading, expected its words alone"];
  const pattern = isProse ? placeholderPattern : /\{[^{}]*\}/g;
  return [
    ...compareSets("placeholder", namesIn(translation, pattern), namesIn(original.text, pattern)),
    ...(isProse ? compareSets("link to", linksIn(translation), linksIn(original.text)) : []),
    ...(isProse && !original.isHeading ? structureFaults(translation) : []),
  ];
}
