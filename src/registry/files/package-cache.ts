import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Mapping } from "../../source/mapping.ts";
import { functionsSchema, purposesSchema } from "../schema/functions-and-purposes.ts";
import { termsSchema, vagueSchema } from "../schema/terms.ts";

/** What was found of a file of the package when it was packed. */
export interface CachedFile {
  /** Of the text of which that is true. */
  readonly hash: string;
  /** What it says, if it is YAML. */
  readonly value?: Mapping;
  /** Whether nothing is wrong with it by itself, and its schemas take its value as it is. */
  readonly fits?: boolean;
  /** What it was compiled to, if it is a template. */
  readonly code?: string;
}

/** The SHA-256 of a text. */
export const textHash = (text: string): string =>
  createHash("sha256").update(text).digest("base64url");

const schemas = [
  [/^content\/[^/]+\/terms\.yaml$/, termsSchema],
  [/^content\/[^/]+\/vague\.yaml$/, vagueSchema],
  [/^data\/functions\.yaml$/, functionsSchema],
  [/^data\/purposes\.yaml$/, purposesSchema],
] as const;

/** The schemas of a file of the package, which is named as seen from there; none where a schema writes values anew. */
export const schemasFor = (path: string) =>
  new Set(schemas.flatMap(([paths, schema]) => (paths.test(path) ? schema : [])));

/** The folder of the cache, beside that of the program as it is packed. */
export const cacheBeside = (program: string): string => join(program, "..", "cache");

/** The file of a cache for a file of the package, which is named as seen from there: `data/functions.yaml`. */
export const cacheFile = (folder: string, path: string): string => join(folder, `${path}.json`);

/** A checkout has none. */
const packed = cacheBeside(dirname(fileURLToPath(import.meta.url)));

/**
 * Looks up what was found of a file of the package, which spares a start the parser, and the checks of what fits;
 * `undefined` where its text has changed since, or nothing was cached.
 */
export function openPackageCache(
  folder = packed,
): (path: string, text: string) => CachedFile | undefined {
  const isThere = existsSync(folder);
  return (path, text) => {
    if (!isThere) return undefined;
    try {
      const cached = JSON.parse(readFileSync(cacheFile(folder, path), "utf8")) as CachedFile;
      return cached.hash === textHash(text) ? cached : undefined;
    } catch {
      return undefined;
    }
  };
}
