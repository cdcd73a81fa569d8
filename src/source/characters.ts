const scripts = "Arab Syrc Nkoo Mong Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Mymr Khmr";

/** A letter of a script in which joiners and their contrary, which cannot be seen, are spelling. */
const joiningLetter = `(?=[\\p{L}\\p{M}])[${scripts.replaceAll(/(\w+) ?/g, "\\p{scx=$1}")}]`;
const afterJoining = new RegExp(`${joiningLetter}$`, "u");
const beforeJoining = new RegExp(`^${joiningLetter}`, "u");
const afterPicture = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier})\ufe0f?$/u;
const beforePicture = /^\p{Extended_Pictographic}/u;
const rightToLeft = /[\p{scx=Hebr}\p{scx=Arab}\p{scx=Syrc}\p{scx=Thaa}\p{scx=Nkoo}\p{scx=Adlm}]/u;

/** How far from a directional mark the letter may stand for which it is there. */
const reach = 200;

/** Whether a character that cannot be seen belongs where it stands: in Persian or Hindi, beside Hebrew, in an emoji. */
function isSpelling(text: string, at: number): boolean {
  const before = text.slice(Math.max(at - reach, 0), at).replace(/^.*\n/s, "");
  const after = text.slice(at + 1, at + reach).replace(/\n.*$/s, "");
  const character = text[at]!;
  if (character === "\u00ad") return /\p{L}$/u.test(before) && /^\p{L}/u.test(after);
  if (/[\u061c\u200e\u200f]/.test(character)) return rightToLeft.test(before + after);
  if (character === "\u200d" && afterPicture.test(before) && beforePicture.test(after)) return true;
  return (
    /[\u200c\u200d]/.test(character) && (afterJoining.test(before) || beforeJoining.test(after))
  );
}

/** What a terminal obeys, and what this project or Unicode keeps for itself. */
const control =
  // oxlint-disable-next-line no-control-regex -- these are the characters to find
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ue000-\ue002\ufdd0-\ufdef\ufffe\uffff\p{Cs}]/u;

/** What cannot be seen, and some marks before numbers that are of the same kind, but can. */
const format = /[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\p{Cf}]/u;
const visible = /[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]/u;
const unseen = new RegExp(`(?!${visible.source})${format.source}`, "u");

const suspicious = new RegExp(`${control.source}|${unseen.source}`, "gu");
const maybeSuspicious = new RegExp(
  `[${control.source.slice(1, -1)}${format.source.slice(1, -1)}]`,
  "u",
);

/** Whether a text holds a character that cannot be seen, even where that is spelling: no name or address does. */
export const hasUnseen = (text: string): boolean => unseen.test(text);

const names: Readonly<Record<string, string>> = {
  "00A0": "no-break space",
  "00AD": "soft hyphen",
  "034F": "combining grapheme joiner",
  "061C": "Arabic letter mark",
  "2007": "figure space",
  "2009": "thin space",
  "200A": "hair space",
  "200B": "zero width space",
  "200C": "zero width non-joiner",
  "200D": "zero width joiner",
  "200E": "left-to-right mark",
  "200F": "right-to-left mark",
  "202A": "left-to-right embedding",
  "202B": "right-to-left embedding",
  "202C": "pop directional formatting",
  "202D": "left-to-right override",
  "202E": "right-to-left override",
  "202F": "narrow no-break space",
  "2060": "word joiner",
  "2066": "left-to-right isolate",
  "2067": "right-to-left isolate",
  "2068": "first strong isolate",
  "2069": "pop directional isolate",
  "3000": "ideographic space",
  "3164": "Hangul filler",
  FEFF: "zero width no-break space",
};

/** `U+00A0 (no-break space)`. */
function nameCharacter(character: string): string {
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
  return `U+${code}${names[code] === undefined ? "" : ` (${names[code]})`}`;
}

const maximumReported = 10;

/** A character that a reader cannot see, or a terminal obeys. */
export interface Suspicious {
  readonly offset: number;
  readonly rule: "control-character" | "invisible-character";
  /** `U+202E (right-to-left override)`. */
  readonly name: string;
}

/** The characters that no text may hold, but for those that are spelling where they stand; at most the first ten. */
export function suspiciousIn(text: string): Suspicious[] {
  const found: Suspicious[] = [];
  if (!maybeSuspicious.test(text)) return found;
  for (const { 0: character, index } of text.matchAll(suspicious)) {
    const isControl = control.test(character);
    if (!isControl && isSpelling(text, index)) continue;
    const rule = isControl ? "control-character" : "invisible-character";
    found.push({ offset: index, rule, name: nameCharacter(character) });
    if (found.length === maximumReported) break;
  }
  return found;
}

/** A text with a star, which in a pattern stands for any run of characters, for each run of such characters. */
export const starSuspicious = (text: string): string =>
  text.replaceAll(suspicious, "*").replaceAll(/\*+/g, "*");

const lookalike = new RegExp(`(?! )\\p{Zs}|${unseen.source}`, "u");

/** Names the first character of a text that looks like nothing, or like a space: `U+00A0 (no-break space) at column 14`. */
export function nameUnseen(text: string, column = 1): string | undefined {
  const found = lookalike.exec(text);
  return found ? `${nameCharacter(found[0])} at column ${column + found.index}` : undefined;
}
