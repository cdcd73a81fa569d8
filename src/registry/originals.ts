import { join } from "node:path";
import type { Draft } from "./entry.ts";
import { readText } from "./file.ts";
import { findFile, type Project } from "./project.ts";
import { textsIn } from "./texts.ts";
import { referenceLanguage } from "./words.ts";

/** The English texts by key; policy.md is read when they are first asked for. */
export function readOriginals(
  project: Project,
  terms: Draft | undefined,
): () => ReadonlyMap<string, string> {
  let originals: ReadonlyMap<string, string> | undefined;
  function read() {
    const [path] = findFile(project.folders, join("content", referenceLanguage, "policy.md"));
    const prose = path === undefined ? undefined : readText(path, project.name(path)).text;
    const texts = terms ? textsIn(terms.data, terms.place, prose) : [];
    return new Map(texts.map(({ key, text }) => [key, text]));
  }
  return () => (originals ??= read());
}
