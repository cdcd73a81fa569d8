import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { readPage } from "../../prose/prose.ts";
import type { Source } from "../../source/yaml-file.ts";
import { draftOf } from "../entry.ts";
import { checkTexts } from "../languages/check-terms.ts";
import { sourceIn, textIn } from "../layered-files.ts";
import { listFiles, openProject, packageFolder, type Project } from "../project.ts";
import { validate } from "../schema/validate.ts";
import { type CachedFile, cacheFile, cacheBeside, textHash, schemasFor } from "./package-cache.ts";

/** Whether nothing is wrong with a file by itself, and its schemas make nothing else of it. */
function fitsAsItIs(path: string, source: Source): boolean {
  const { value } = source;
  const schemas = [...schemasFor(path)];
  return (
    schemas.length > 0 &&
    schemas.every((schema) => isDeepStrictEqual(validate<unknown>(schema, value).value, value)) &&
    checkTexts(draftOf(path, [source])).length === 0
  );
}

function inspectYaml(project: Project, path: string): CachedFile[] {
  const { source } = sourceIn(project)(join(packageFolder, path));
  if (!source) return [];
  const { text, value } = source;
  return [{ hash: textHash(text), value, fits: fitsAsItIs(path, source) }];
}

function inspectProse(project: Project, path: string): CachedFile[] {
  const { text } = textIn(project)(join(packageFolder, path));
  return text ? [{ hash: textHash(text.text), fits: readPage(text).diagnostics.length === 0 }] : [];
}

/** Puts what is known of a file of the package beside a program. */
export function writeCached(program: string, path: string, cached: CachedFile): void {
  const file = cacheFile(cacheBeside(program), path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(cached));
}

/** Writes what is found of the facts and words of the package beside a program, for `openPackageCache`. */
export function writePackageCache(program: string): void {
  const project = openProject(packageFolder);
  const namesIn = (under: string) => [...listFiles(project, under).files.keys()];
  const filesIn = (under: string) => namesIn(under).map((name) => `${under}/${name}`);
  const paths = [
    "data/functions.yaml",
    "data/purposes.yaml",
    ...filesIn("data/jurisdictions"),
    ...filesIn("data/providers"),
    ...namesIn("content").flatMap((tag) =>
      ["terms.yaml", "vague.yaml", "policy.md"].map((name) => `content/${tag}/${name}`),
    ),
  ];
  for (const path of paths)
    for (const cached of (path.endsWith(".md") ? inspectProse : inspectYaml)(project, path))
      writeCached(program, path, cached);
}
