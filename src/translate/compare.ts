import { createDiagnostic, type Diagnostic } from "../diagnostic.ts";
import type { Mark } from "../prose/passages.ts";
import { referenceLanguage } from "../registry/languages/check-terms.ts";
import { isLanguageTag } from "../registry/schema/scalars.ts";
import { fingerprint, isOfficialName } from "../registry/languages/texts.ts";
import { placeOf } from "../source/text-file.ts";
import type { PoFile } from "./po.ts";
import { textsOf, type AnyText, type Wording } from "./wording.ts";

/** An English text, and how far a language is with it. */
export interface Compared {
  readonly original: AnyText;
  readonly translation: AnyText | undefined;
  readonly state: "translated" | "stale" | "missing";
}

/** Every English text in order, with its translation; one that was never recorded counts as made from the present English. */
export function compareWordings(english: Wording, other: Wording): Compared[] {
  const translations = textsOf(other);
  return [...textsOf(english).values()].map((original) => {
    const translation = translations.get(original.key);
    if (!translation) return { original, translation, state: "missing" };
    const recorded = other.translatedFrom.get(original.key);
    const isStale = recorded !== undefined && recorded !== fingerprint(original.text);
    return { original, translation, state: isStale ? "stale" : "translated" };
  });
}

/** The first place at which the prose of a language is divided otherwise than the English; its texts have no certain keys. */
export function checkStructure(english: Wording, { prose, marks }: Wording): Diagnostic[] {
  if (!prose) return [];
  const length = Math.max(english.marks.length, marks.length);
  const index = Array.from({ length }).findIndex(
    (_, at) => marks[at]?.shape !== english.marks[at]?.shape,
  );
  if (index < 0) return [];
  const [found, expected] = [marks[index], english.marks[index]];
  const quote = (mark: Mark | undefined) => (mark ? `"${mark.shape}"` : "the end of the file");
  const { file, line } = (expected ?? english.marks.at(-1))?.place().location ?? {};
  const at = file === undefined ? "" : ` as at ${file}:${line}`;
  const message = `${quote(found)}, expected ${quote(expected)}${at}`;
  const hint = 'give both files the same headings, anchors and lines of ":::", in the same order';
  const place = found?.place() ?? placeOf(prose, prose.text.length, prose.text.length);
  return [createDiagnostic(place, { rule: "differing-structure", message, hint })];
}

/** Left out, and rightly: a language need not have every official name. */
const isLeftOut = ({ original, state }: Compared): boolean =>
  state === "missing" && "path" in original && isOfficialName(original.path);

const heads = ["language", "texts", "translated", "stale", "missing", "review"];

function rowOf(english: Wording, wording: Wording): string[] {
  // Texts of a prose that is divided otherwise have no certain keys.
  const isAligned = checkStructure(english, wording).length === 0;
  const aligned = isAligned ? wording : { ...wording, passages: [] };
  const compared = compareWordings(english, aligned).filter((one) => !isLeftOut(one));
  const count = (state: string) => compared.filter((one) => one.state === state).length;
  const review = wording.draft?.data["review"];
  return [
    wording.tag,
    String(compared.length),
    ...["translated", "stale", "missing"].map((state) => String(count(state))),
    review === "done" ? "done" : "pending",
  ];
}

/** How far every language is, a row for each below the heads. */
export const statusRows = (english: Wording, wordings: readonly Wording[]): string[][] => [
  heads,
  ...wordings.map((wording) => rowOf(english, wording)),
];

export const checkStructures = (english: Wording, wordings: readonly Wording[]): Diagnostic[] =>
  wordings.flatMap((wording) => checkStructure(english, wording));

/** Language and script: the same for `fr` and `fr-FR`, and for `zh-CN` and `zh-Hans`. */
function meaningOf(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  return `${language === "no" ? "nb" : language}-${script}`;
}

/** A file for a language that the project has under another tag, or named for another, is most often a mistake. */
export function checkLanguage(
  { tag, exportedTag, place }: PoFile,
  known: readonly string[],
): Diagnostic[] {
  const name = /([^/\\]+)\.po$/.exec(place.location.file)?.[1] ?? tag;
  const named = known.find((one) => new RegExp(`(^|[._-])${one}$`).test(name.replaceAll("_", "-")));
  const alike = known.find((one) => isLanguageTag(one) && meaningOf(one) === meaningOf(tag));
  const isKnown = known.includes(tag);
  const exported = exportedTag && isLanguageTag(exportedTag) ? exportedTag : undefined;
  const meant = exported ?? (isKnown ? named : (alike ?? named));
  const isRight = meant === undefined || meant === tag;
  if (isRight && tag !== referenceLanguage) return [];
  const message = `header "Language" is "${tag}", expected ${isRight ? "another language" : `"${meant}"`}`;
  const hint =
    isKnown || alike === undefined
      ? undefined
      : `to give "${tag}" words of its own, begin with "translate export --language ${tag}"`;
  return [createDiagnostic(place, { rule: "bad-po", message, hint })];
}
