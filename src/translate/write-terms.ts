import type { Diagnostic } from "../diagnostic.ts";
import { applyEdits } from "../registry/edit.ts";
import type { Draft } from "../registry/entry.ts";
import type { Project } from "../registry/project.ts";
import { checkKinds, putTexts } from "../registry/put-texts.ts";
import { type Source, sourceOf } from "../registry/source.ts";
import type { TextTree } from "../registry/yaml/write-tree.ts";
import type { Accepted } from "./judge.ts";
import type { PoFile } from "./read-po.ts";
import { reportTranslation } from "./rules.ts";
import type { Wording } from "./wording.ts";

const ownLayer = (project: Project, draft: Draft | undefined): Source | undefined =>
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
    return { diagnostics: [reportTranslation(place, { rule: "bad-po", message, hint })] };
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
