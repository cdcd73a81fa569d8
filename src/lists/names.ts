import { isWhollyPersonal, maskPersonal } from "../observation/personal.ts";
import { cookieName } from "../registry/schema/scalars.ts";
import { escapeName, patternOf } from "../vocabulary/foreign-name.ts";

const maximumName = 200;

const separators =
  /\n|,\s|;\s|\s[/|·•]\s|\s(?:and|or|et|ou|und|oder|y|e|o|en|of|i|och|og|ja|és|a|&)\s/;

/** Whether a word looks like what programs call things: no word of a sentence does. */
const isProgrammed = (word: string): boolean =>
  /[_\d*#]|[a-z][A-Z]|^[A-Z]{3,}$|\w[.-]\w/.test(word) && /^[\x21-\x7e]+$/.test(word);

/** Names beside each other with no more than a comma or a space between. */
function splitDense(text: string): string[] {
  for (const mark of [/,/, /;/, /\s+/]) {
    const parts = text.split(mark).filter((part) => part !== "");
    if (parts.length > 1 && parts.every(isProgrammed)) return parts;
  }
  return [text];
}

const undress = (name: string): string =>
  name
    .replace(/\s*\[x\d+\]$/, "")
    .replace(/\s\(.*\)$/, "")
    .replace(/^(?:cookies?|name)\s*:\s+/i, "")
    .replaceAll(/^[\s`"'“”„‘’«»•·–]+|[\s`"'“”„‘’«»,;:]+$/g, "");

/** The names in one line; a sentence, which "and" would part as well, stays whole. */
function namesInLine(line: string): string[] {
  const [, behind = ""] = /^\p{L}[\p{L} ]*:\s+(.+)$/u.exec(line) ?? [];
  const named = behind.split(separators).map(undress);
  if (named.every(isProgrammed)) return named;
  const parts = line.split(separators).map(undress);
  const isSentence = parts.some((part) => /\s/.test(part) && splitDense(part).length === 1);
  return isSentence ? [undress(line)] : parts.flatMap(splitDense).map(undress);
}

/** The names that a cell holds, each as it is written there. */
export const namesIn = (text: string): string[] =>
  text
    // Where a long name may be broken.
    .replaceAll(/[\u00ad\u200b\u2060\ufeff]/g, "")
    .split("\n")
    // What stands in brackets below a name is said of it.
    .filter((line) => !/^\s*\([^()]*\)\s*$/.test(line))
    .flatMap(namesInLine)
    .filter((name) => name !== "" && !/^\[x\d+\]$/.test(name));

/** Marks by which Cookiebot and OneTrust stand for what differs, which other tools mean as they are. */
const withStars = (name: string): string =>
  name
    .replace(/(?<=[\w/.-])(?:…|\.{3})$/, "*")
    .replaceAll(/(?<=[\w/.:-])#+(?![\w#])/g, "*")
    .replace(/(?<=[._-])\([\w -]+\)$/, "*")
    .replaceAll(/(?<=[._-])(?:xx|XX)(?=[._-]|$)/g, "*")
    .replace(/(?<=[\w.-])(?<![xX])[xX]{4,}$/, "*");

/** A name that is written as the browser has it; `undefined` where no registry can hold it. */
export const exactName = (name: string): string | undefined =>
  name.length <= maximumName && cookieName.safeParse(escapeName(name)).success ? name : undefined;

/** The name under which a registry can hold what a list names; `undefined` where it cannot. */
export function declarable(written: string): string | undefined {
  const stars = withStars(written);
  const name = maskPersonal(patternOf(stars) ?? stars);
  if (/\s/.test(name) || name.length > maximumName || isWhollyPersonal(name)) return undefined;
  return cookieName.safeParse(escapeName(name)).success ? name : undefined;
}

/** Whether a text is one name, which only a program gives. */
export const isOneName = (text: string): boolean =>
  !/\s/.test(text) &&
  /[_\d.*-]|[a-z][A-Z]|^[A-Z]{3,}$/.test(text) &&
  declarable(text) !== undefined;

/** Whether a text is a name that is no word and no brand, such as `_ga` or `hs-messages-is-open`. */
export const isPlainName = (text: string): boolean =>
  isOneName(text) && /_|^[a-z\d]+-[a-z\d]+-/.test(text) && text.length <= 80;
