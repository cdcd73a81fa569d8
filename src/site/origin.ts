import type { Entry } from "../registry/entry.ts";
import type { OpenRegistry } from "../registry/open.ts";
import { type Words, wordsKey } from "../registry/registry.ts";
import { rememberByText } from "../registry/remember.ts";
import type { Site } from "../registry/schema/site.ts";
import {
  type Fingerprint,
  fingerprintAll,
  fingerprintOf,
  fingerprintOfProvider,
  fingerprintOfWords,
} from "./fingerprint.ts";
import type { SiteRecord } from "./output/manifest.ts";

/** What a site was made from, as its record names it. */
export type Origin = Omit<SiteRecord, "files">;

/** Says what sites are made from. */
export interface Origins {
  /** Of a site that was read; `text` is all that is written of it. */
  readonly of: (entry: Entry<Site>, text: string) => Origin;
  /** The same of a site that was not read but has been made before, from what its record names. */
  readonly now: (record: SiteRecord, text: string) => Fingerprint;
  /** Of the words that a file of a site shows, its own introductions included. */
  readonly ofWords: (words: readonly Words[], siteId: string) => Fingerprint;
}

/** The name of a site in a manifest. */
export const keyOf = (siteId: string): string => fingerprintOf(`site ${siteId}`);

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

export function createOrigins({ registry, claims }: OpenRegistry, house: Fingerprint): Origins {
  const idByKey = new Map([...claims.keys()].map((id) => [keyOf(id), id]));
  const textOfParent = rememberByText(
    (key) => claims.get(idByKey.get(key) ?? "")?.open().written?.text ?? "",
  );
  const ofProvider = (id: string): string => {
    const entry = registry.providers.get(id);
    return entry ? fingerprintOfProvider(entry) : "";
  };

  const from = (text: string, parents: readonly string[], providers: readonly string[]) =>
    fingerprintAll([house, text, ...parents.map(textOfParent), "", ...providers.map(ofProvider)]);

  return {
    of(entry, text) {
      const parents = parentsOf(entry).map(keyOf);
      const providers = providersOf(entry.value, registry.providers);
      return {
        site: keyOf(entry.id),
        from: from(text, parents, providers),
        parents,
        providers,
        words: wordsKeysOf(entry.value),
      };
    },
    now: ({ parents, providers }, text) => from(text, parents, providers),
    ofWords: (words, siteId) =>
      words
        .map((one) => {
          const intro = one.intros.get(siteId);
          const print = fingerprintOfWords(one);
          return intro ? fingerprintAll([print, intro.text]) : print;
        })
        .join(" "),
  };
}
