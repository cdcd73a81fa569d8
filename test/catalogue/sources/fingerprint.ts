import { createHash } from "node:crypto";
import { type Line, linesOfDocument } from "./lines-of-document.ts";

/** By name a hash of the text around it, `null` where the document does not hold the name. */
export type Fingerprint = Readonly<Record<string, string | null>>;

/** How many lines behind the one of a name still speak of it, in a list or in code. */
const linesBehind = 2;

/** The longest part of a name that is fixed: what a document holds of a pattern, however it writes the rest. */
const fixedPart = (name: string): string =>
  name.split("*").reduce((longest, part) => (part.length > longest.length ? part : longest), "");

/** Whether a name stands in a text, not as a part of a longer one. */
function stands(text: string, name: string): boolean {
  const part = fixedPart(name);
  const [isOpenBefore, isOpenBehind] = [!name.startsWith(part), !name.endsWith(part)];
  const isWord = (character: string | undefined) =>
    character !== undefined && /[\w-]/.test(character);
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    const isCutBefore = !isOpenBefore && isWord(text[at - 1]);
    const isCutBehind = !isOpenBehind && isWord(text[at + part.length]);
    if (!isCutBefore && !isCutBehind) return true;
  }
  return false;
}

function around(lines: readonly Line[], name: string): string[] {
  return lines.flatMap(({ text, isWhole }, at) => {
    if (!stands(text, name)) return [];
    const behind = lines.slice(at + 1, at + 1 + linesBehind).map((line) => line.text);
    return [isWhole ? text : [text, ...behind].join("\n")];
  });
}

const hashOf = (text: string): string =>
  createHash("sha256").update(text).digest("hex").slice(0, 16);

/** Hashes what a document says around each of the names; no sentence of it is kept. */
export function fingerprint(document: string, names: readonly string[]): Fingerprint {
  const lines = linesOfDocument(document);
  return Object.fromEntries(
    names.map((name) => {
      const texts = around(lines, name);
      return [name, texts.length > 0 ? hashOf(texts.join("\n\n").toLowerCase()) : null];
    }),
  );
}

/** The names around which two readings differ. */
export const changedNames = (before: Fingerprint, now: Fingerprint): string[] =>
  Object.keys(now).filter((name) => before[name] !== now[name]);
