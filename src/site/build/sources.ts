import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { memoize, memoizeByText } from "../../memo.ts";
import type { Entry } from "../../registry/entry.ts";
import type { OpenRegistry } from "../../registry/open.ts";
import { packageFolder } from "../../registry/project.ts";
import { wordsKey, type Words } from "../../registry/registry.ts";
import type { Site } from "../../registry/schema/site.ts";
import type { SiteRecord } from "../output/manifest.ts";
import type { Mode } from "../render/site-files.ts";

/** Tells whether something is still the same: 128 bits of SHA-256, in 22 characters. */
export type Hash = string;

const length = 22;

/** Of bytes as they are. */
export const hashOf = (bytes: string | Uint8Array): Hash =>
  createHash("sha256").update(bytes).digest("base64url").slice(0, length);

/** Of several texts; each counts with its length, so that nothing moves from one to the next unseen. */
export function hashAll(texts: readonly string[]): Hash {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest("base64url").slice(0, length);
}

const layersOf = ({ layers }: Pick<Entry<unknown>, "layers">): string[] =>
  layers.map(({ text }) => text);

/** Of a provider's files. */
const hashOfProvider = memoize((entry: Entry<unknown>): Hash => hashAll(layersOf(entry)));

/** Of the words of a language, without the introductions of single sites. */
const hashOfWords = memoize(({ tag, terms, prose, fallback }: Words): Hash => {
  const lent = fallback ? [fallback.tag, String(fallback.prose), ...fallback.terms] : [];
  return hashAll([tag, prose.text, ...layersOf(terms), ...lent]);
});

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
const codeFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const textsIn = (folder: string): string[] =>
  // A project mostly has no templates of its own.
  existsSync(folder)
    ? filesIn(folder).flatMap((path) => [path.slice(folder.length), readFileSync(path, "utf8")])
    : [];

/**
 * Of all that every page depends on: this program and what it runs on, the templates, the vocabulary. `runtime` names the
 * version of Node, whose words for dates and countries pages show.
 */
export const environmentHashOf = (
  { registry, vocabulary }: OpenRegistry,
  mode: Mode,
  runtime: string,
): Hash =>
  hashAll([
    mode,
    runtime,
    vocabulary,
    readFileSync(join(packageFolder, "package.json"), "utf8"),
    ...textsIn(codeFolder),
    ...registry.project.folders.flatMap((folder) => ["", ...textsIn(join(folder, "templates"))]),
  ]);

/** What a site was made from, as its record names it. */
export type Origin = Omit<SiteRecord, "files">;

/** Says what sites are made from. */
export interface Origins {
  /** Of a site that was read; `text` is all that is written of it. */
  readonly of: (entry: Entry<Site>, text: string) => Origin;
  /** The same of a site that was not read but has been made before, from what its record names. */
  readonly now: (record: SiteRecord, text: string) => Hash;
  /** Of the words that a file of a site shows, its own introductions included. */
  readonly ofWords: (words: readonly Words[], siteId: string) => Hash;
}

/** The name of a site in a manifest. */
export const keyOf = (siteId: string): string => hashOf(`site ${siteId}`);

/** The keys of the words in which a site speaks. */
export const wordsKeysOf = ({ languages, fallback }: Site): string[] =>
  languages.map((tag) => wordsKey(tag, fallback));

/** The ids by which a site names providers, and those of the recipients that its pages name. */
function providersOf({ providers: picks }: Site, providers: OpenRegistry["registry"]["providers"]) {
  const ids = new Set<string>();
  for (const pick of picks) {
    const { id, override = {} } = typeof pick === "string" ? { id: pick } : pick;
    const provider = providers.get(id)?.value;
    ids.add(id);
    const stated = [provider, ...(provider?.cookies ?? []), ...Object.values(override)];
    for (const recipient of stated.flatMap((one) => one?.recipients ?? []))
      if (providers.has(recipient)) ids.add(recipient);
  }
  return [...ids];
}

const parentsOf = ({ layers }: Entry<Site>): string[] =>
  layers.flatMap(({ value }) => (typeof value["extends"] === "string" ? [value["extends"]] : []));

export function createOrigins({ registry, claims }: OpenRegistry, house: Hash): Origins {
  const idByKey = new Map([...claims.keys()].map((id) => [keyOf(id), id]));
  const textOfParent = memoizeByText(
    (key) => claims.get(idByKey.get(key) ?? "")?.open().written?.text ?? "",
  );
  const ofProvider = (id: string): string => {
    const entry = registry.providers.get(id);
    return entry ? hashOfProvider(entry) : "";
  };

  const from = (text: string, parents: readonly string[], providers: readonly string[]) =>
    hashAll([house, text, ...parents.map(textOfParent), "", ...providers.map(ofProvider)]);

  return {
    of(entry, text) {
      const parents = parentsOf(entry).map(keyOf);
      const providers = providersOf(entry.value, registry.providers);
      return {
        site: keyOf(entry.id),
        sourceHash: from(text, parents, providers),
        parents,
        providers,
        languagesRead: wordsKeysOf(entry.value),
      };
    },
    now: ({ parents, providers }, text) => from(text, parents, providers),
    ofWords: (words, siteId) =>
      words
        .map((one) => {
          const intro = one.intros.get(siteId);
          const print = hashOfWords(one);
          return intro ? hashAll([print, intro.text]) : print;
        })
        .join(" "),
  };
}
