import { createDiagnostic, type Diagnostic, type Edit } from "../diagnostic.ts";
import type { RawEntry } from "../registry/entry.ts";
import type { Project } from "../registry/project.ts";
import { applyEdits } from "../source/edits.ts";
import { sourceOf, type Source } from "../source/yaml-file.ts";
import { checkKinds, putTexts } from "../source/yaml/insert-texts.ts";
import type { TextTree } from "../source/yaml/write.ts";
import type { Accepted } from "./accept.ts";
import type { PoFile } from "./po.ts";
import type { Wording } from "./wording.ts";

const ownLayer = (project: Project, draft: RawEntry | undefined): Source | undefined =>
  draft?.layers.find(({ file }) => project.owns(file));

function plant(tree: TextTree, path: readonly string[], text: string): TextTree {
  const [key = "", ...rest] = path;
  if (rest.length === 0) return { ...tree, [key]: text };
  const below = tree[key];
  return { ...tree, [key]: plant(typeof below === "object" ? below : {}, rest, text) };
}

const schemaLine = /^# yaml-language-server:.*\n/;

/** A file to begin with, which says to an editor what the English one of the same project says. */
function beginFile(english: Source | undefined, tag: string): Source {
  const text = schemaLine.exec(english?.text ?? "")?.[0] ?? "";
  return sourceOf({ file: `content/${tag}/terms.yaml`, text }).source!;
}

/** terms.yaml of the project with the new terms in it; no `text` where there are none. */
export function writeTerms(
  project: Project,
  english: Wording,
  wording: Wording,
  accepted: readonly Accepted[],
  { tag, translator, place }: PoFile,
): { text?: string; diagnostics: Diagnostic[] } {
  const author = translator.replace(/<[^>]*>/g, "").trim();
  const begun: TextTree = wording.draft ? {} : { author, review: "pending" };
  const terms = accepted.flatMap(({ original, translation, isNew }) =>
    isNew && "path" in original ? [{ path: original.path, translation }] : [],
  );
  if (terms.length === 0) return { diagnostics: [] };
  if (!wording.draft && author === "") {
    const message = 'no "Last-Translator" in the header, expected who translated';
    const hint = `content/${tag}/terms.yaml names its author`;
    return { diagnostics: [createDiagnostic(place, { rule: "bad-po", message, hint })] };
  }
  const wanted = terms.reduce(
    (tree, { path, translation }) => plant(tree, path, translation),
    begun,
  );
  const own = ownLayer(project, wording.draft);
  const source = own ?? beginFile(ownLayer(project, english.draft), tag);
  const diagnostics = checkKinds(source, wanted);
  if (diagnostics.length > 0) return { diagnostics };
  const edits = putTexts(source, wanted, english.draft!.data);
  return { text: applyEdits(source.text, edits), diagnostics };
}

/**
 * policy.md with the new passages in it, no `text` where there are none; a new one begins as the English and is written
 * once all of it is translated.
 */
export function writeProse(
  english: Wording,
  wording: Wording,
  accepted: readonly Accepted[],
  { place }: PoFile,
): { text?: string; diagnostics: Diagnostic[] } {
  const translations = new Map(
    accepted.map(({ original, translation }) => [original.key, translation]),
  );
  const missing = english.passages.filter(({ key }) => !translations.has(key));
  if (!wording.prose && missing.length > 0) {
    const message = `${missing.length} of ${english.passages.length} texts of the prose are not translated, expected all: policy.md is not written yet`;
    return {
      diagnostics: [createDiagnostic(place, { rule: "incomplete-prose", message }, "note")],
    };
  }
  const { prose, passages } = wording.prose ? wording : english;
  const text = prose?.text ?? "";
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  const edits = passages.flatMap(({ key, text: present, start, end }): Edit[] => {
    const translation = translations.get(key);
    if (translation === undefined || translation === present) return [];
    return [{ start, end, text: translation.replaceAll("\n", lineBreak) }];
  });
  const isChanged = edits.length > 0 || !wording.prose;
  return { ...(isChanged ? { text: applyEdits(text, edits) } : {}), diagnostics: [] };
}
