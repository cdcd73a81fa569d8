import type { Project } from "../registry/project.ts";
import { fingerprint } from "../registry/texts.ts";
import { readTranslatedFrom, writeTranslatedFrom } from "../registry/translated-from.ts";
import type { Accepted } from "./judge.ts";
import { textsOf, type Wording } from "./wording.ts";

/**
 * translated-from.yaml of the project once these translations stand. What a folder below the project records alike is
 * left out, unless the translation itself is the project's. `undefined` where there is nothing to record.
 */
export function writeRecord(
  { folder, folders, name, owns }: Project,
  english: Wording,
  wording: Wording,
  standing: readonly Accepted[],
): string | undefined {
  const read = (among: readonly string[]) =>
    readTranslatedFrom({ folders: among, name }, wording.tag).value;
  const own = read([folder]);
  const below = read(folders.filter((other) => other !== folder));
  const present = textsOf(wording);
  const accepted = new Map(standing.map((one) => [one.original.key, one]));
  const entries = [...textsOf(english)].flatMap(([key, original]): [string, string][] => {
    const one = accepted.get(key);
    const from = one ? fingerprint(original.text) : own.get(key);
    if (from === undefined) return [];
    const file = present.get(key)?.place().location.file;
    const isOwn = !one || one.isNew || (file !== undefined && owns(file));
    return isOwn || below.get(key) !== from ? [[key, from]] : [];
  });
  return entries.length > 0 ? writeTranslatedFrom(new Map(entries)) : undefined;
}
