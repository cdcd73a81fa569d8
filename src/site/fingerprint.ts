import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Entry } from "../registry/entry.ts";
import type { OpenRegistry } from "../registry/open.ts";
import { packageFolder } from "../registry/project.ts";
import type { Words } from "../registry/registry.ts";
import { remember } from "../registry/remember.ts";
import type { Mode } from "./workshop.ts";

/** Tells whether something is still the same: 128 bits of SHA-256, in 22 characters. */
export type Fingerprint = string;

const length = 22;

/** Of bytes as they are. */
export const fingerprintOf = (bytes: string | Uint8Array): Fingerprint =>
  createHash("sha256").update(bytes).digest("base64url").slice(0, length);

/** Of several texts; each counts with its length, so that nothing moves from one to the next unseen. */
export function fingerprintAll(texts: readonly string[]): Fingerprint {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest("base64url").slice(0, length);
}

const layersOf = ({ layers }: Pick<Entry<unknown>, "layers">): string[] =>
  layers.map(({ text }) => text);

/** Of a provider's files. */
export const fingerprintOfProvider = remember((entry: Entry<unknown>): Fingerprint =>
  fingerprintAll(layersOf(entry)),
);

/** Of the words of a language, without the introductions of single sites. */
export const fingerprintOfWords = remember(
  ({ tag, terms, prose, fallback }: Words): Fingerprint => {
    const lent = fallback ? [fallback.tag, String(fallback.prose), ...fallback.terms] : [];
    return fingerprintAll([tag, prose.text, ...layersOf(terms), ...lent]);
  },
);

/** Every file below a folder, also by way of links, as templates are found; `above` are the folders around it. */
function filesIn(folder: string, above: readonly string[] = []): string[] {
  const real = realpathSync(folder);
  if (above.includes(real)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      const kind = entry.isSymbolicLink() ? statSync(path, { throwIfNoEntry: false }) : entry;
      if (kind?.isDirectory()) return filesIn(path, [...above, real]);
      return kind?.isFile() ? [path] : [];
    })
    .toSorted();
}

/** The folder of this program's code: `src` of a checkout, `dist` of the package. */
const codeFolder = dirname(dirname(fileURLToPath(import.meta.url)));

const textsIn = (folder: string): string[] =>
  // A project mostly has no templates of its own.
  existsSync(folder)
    ? filesIn(folder).flatMap((path) => [path.slice(folder.length), readFileSync(path, "utf8")])
    : [];

/**
 * Of all that every page depends on: this program and what it runs on, the templates, the vocabulary. `runtime` names the
 * version of Node, whose words for dates and countries pages show.
 */
export const fingerprintOfHouse = (
  { registry, vocabulary }: OpenRegistry,
  mode: Mode,
  runtime: string,
): Fingerprint =>
  fingerprintAll([
    mode,
    runtime,
    vocabulary,
    readFileSync(join(packageFolder, "package.json"), "utf8"),
    ...textsIn(codeFolder),
    ...registry.project.folders.flatMap((folder) => ["", ...textsIn(join(folder, "templates"))]),
  ]);
