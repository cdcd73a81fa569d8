import { createHash } from "node:crypto";
import type { Placed } from "../entry.ts";
import { dividePassages, type Text } from "../../prose/passages.ts";
import { isMapping, type Mapping } from "../../source/mapping.ts";
import type { TextFile } from "../../source/text-file.ts";

/** A text of terms.yaml. */
export interface Term extends Text {
  readonly path: readonly string[];
}

const officialGroups: ReadonlySet<string> = new Set(["laws", "authorities"]);

/** A name that a language has only where it is official: elsewhere a page takes that of the place. */
export const isOfficialName = (path: readonly string[]): boolean =>
  officialGroups.has(path[0] ?? "");

/** Keys of terms.yaml that say something of a language, and are not translated. */
export const languageKeys: ReadonlySet<string> = new Set([
  "author",
  "review",
  "locale",
  "units",
  "dates",
  "list",
  "countries",
]);

function stringsIn(data: Mapping, path: readonly string[]): { path: string[]; text: string }[] {
  return Object.entries(data).flatMap(([key, value]) => {
    const at = [...path, key];
    if (isMapping(value)) return stringsIn(value, at);
    return typeof value === "string" && value.trim() !== "" ? [{ path: at, text: value }] : [];
  });
}

/** The texts of a language's terms, in the order of the file. */
export const termsIn = (data: Mapping, place: Placed["place"]): Term[] =>
  stringsIn(data, [])
    .filter(({ path: [first = ""] }) => !languageKeys.has(first))
    .map(({ path, text }) => ({
      key: `terms/${path.join(".")}`,
      text,
      path,
      place: () => place(path),
    }));

/** Every text of a language: its terms, then its prose. */
export const textsIn = (
  terms: Mapping,
  place: Placed["place"],
  prose: TextFile | undefined,
): Text[] => [...termsIn(terms, place), ...(prose ? dividePassages(prose).passages : [])];

/** Tells whether an English text is still the one that a translation was made from: 16 hexadecimal digits. */
export const fingerprint = (text: string): string =>
  createHash("sha256").update(text).digest("hex").slice(0, 16);
