import type { Problem } from "./text.ts";

const suspicious =
  // oxlint-disable-next-line no-control-regex -- these are the characters to find
  /(?<control>[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ue000-\ue002\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff])|[\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]/g;

const maximumReported = 10;

/** Characters that a reader cannot see or a terminal obeys, with their offsets; at most the first ten. */
export function findSuspicious(text: string): { offset: number; problem: Problem }[] {
  const found: { offset: number; problem: Problem }[] = [];
  for (const match of text.matchAll(suspicious)) {
    const code = match[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
    const control = match.groups?.["control"] !== undefined;
    found.push({
      offset: match.index,
      problem: {
        rule: control ? "control-character" : "invisible-character",
        message: `${control ? "control" : "invisible"} character U+${code}, expected visible text`,
        hint: "delete it; it may have come along with pasted text",
      },
    });
    if (found.length === maximumReported) break;
  }
  return found;
}

/** A text with a star, which in a pattern stands for any run of characters, for each run of such characters. */
export const starSuspicious = (text: string): string =>
  text.replaceAll(suspicious, "*").replaceAll(/\*+/g, "*");
