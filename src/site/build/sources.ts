import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { defaultJurisdictions, type Output } from "../../vocabulary/vocabulary.ts";
import { memoize, memoizeByText } from "../../memo.ts";
import type { Entry } from "../../registry/entry.ts";
import type { OpenRegistry } from "../../registry/open.ts";
import { packageFolder } from "../../registry/project.ts";
import { lineageOf, sectionsOf, type Section } from "../../registry/languages/sections.ts";
import type { Words } from "../../registry/registry.ts";
import type { Site } from "../../registry/schema/site.ts";
import { type Hash, hashAll, hashOf, keyOf } from "../output/hash.ts";
import type { SiteRecord, SpokenLanguage } from "../output/manifest.ts";
import type { Mode } from "../page/policy.ts";
import type { TemplateFile } from "../render/template-files.ts";
import { codeFolder } from "./inputs.ts";

const layersOf = ({ layers }: Pick<Entry<unknown>, "layers">): string[] =>
  layers.map(({ text }) => text);

/** Of the files of a provider or a jurisdiction. */
const hashOfEntry = memoize((entry: Entry<unknown>): Hash => hashAll(layersOf(entry)));

const textsOf = (sections: Iterable<Section>): string[] =>
  [...sections].flatMap(({ anchor, how, paragraph, text }) => [
    `${anchor} ${how} ${paragraph?.words ?? ""}`,
    text.text,
  ]);

/** Of the words of a language, without those of single sites. */
const hashOfWords = memoize(({ tag, terms, prose, fallback }: Words): Hash => {
  const lent = fallback ? [fallback.tag, String(fallback.prose), ...fallback.terms] : [];
  return hashAll([tag, prose.text, ...layersOf(terms), ...lent]);
});

const readCode = (): string[] =>
  readdirSync(codeFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((path) => readFileSync(path, "utf8"));

/**
 * Of all that every page depends on: this program and what it runs on, what is made at all, the templates, the
 * vocabulary. `runtime` names the version of Node, whose words for dates pages show.
 */
export function environmentHashOf(
  vocabulary: string,
  templates: readonly TemplateFile[],
  kind: Mode | Output,
  runtime: string,
): Hash {
  const program = [readFileSync(join(packageFolder, "package.json"), "utf8"), ...readCode()];
  return hashAll([
    kind,
    runtime,
    vocabulary,
    ...program,
    ...templates.flatMap(({ name, bytes }) => [name, hashOf(bytes)]),
  ]);
}

/** What a site was made from, as its record names it. */
export type Origin = Omit<SiteRecord, "files">;

/** Says what sites are made from. */
export interface Origins {
  /** Of a site that was read; `text` is all that is written of it. */
  readonly of: (entry: Entry<Site>, text: string) => Origin;
  /** The same of a site that was not read but has been made before, from what its record names. */
  readonly now: (record: SiteRecord, text: string) => Hash;
  /** Of the words that a file of a site shows, its own included; `lineage` is the site and those that it extends. */
  readonly ofWords: (words: readonly Words[], lineage: readonly string[]) => Hash;
  /** The ids of the sites that a site extended when its record was made, the nearest first. */
  readonly parentsOf: (record: SiteRecord) => string[];
}

const keyOfProvider = memoizeByText((id) => hashOf(`provider ${id}`));

const keyOfLaw = memoizeByText((id) => hashOf(`jurisdiction ${id}`));

/** The languages that a site speaks. */
export const spokenBy = ({ languages, fallback }: Site): SpokenLanguage[] =>
  languages.map((tag) => ({ tag, ...(fallback === undefined ? {} : { fallback }) }));

/** The ids by which a site names providers, and those of the recipients that its pages name. */
function providersOf({ providers: picks }: Site, providers: OpenRegistry["registry"]["providers"]) {
  const ids = new Set<string>();
  for (const pick of picks) {
    const { id, override = {} } = typeof pick === "string" ? { id: pick } : pick;
    const entry = providers.get(id);
    const provider = entry?.value;
    ids.add(entry?.id ?? id);
    const stated = [provider, ...(provider?.cookies ?? []), ...Object.values(override)];
    for (const recipient of stated.flatMap((one) => one?.recipients ?? []))
      if (providers.has(recipient)) ids.add(providers.get(recipient)?.id ?? recipient);
  }
  return [...ids];
}

export function createOrigins({ registry, claims }: OpenRegistry, environmentHash: Hash): Origins {
  const siteByKey = new Map([...claims].map(([id, claim]) => [keyOf(id), claim]));
  const { providers: catalogue, jurisdictions } = registry;
  const providerByKey = new Map([...catalogue.ids].map((id) => [keyOfProvider(id), id]));
  const lawByKey = new Map([...jurisdictions.ids].map((id) => [keyOfLaw(id), id]));
  const textOfParent = memoizeByText((key) => siteByKey.get(key)?.open().written?.text ?? "");
  /** Of a jurisdiction, with the names of its laws and authorities, which pages in other languages borrow. */
  const hashOfLaw = memoizeByText((id) => {
    const entry = jurisdictions.get(id);
    if (!entry) return "";
    const tags = [entry.value.languages[0]!, "en"];
    const names = tags.flatMap((tag) =>
      Object.values(registry.namesIn(tag)).map((one) => [...one]),
    );
    return hashAll([hashOfEntry(entry), JSON.stringify(names)]);
  });
  const hashAt = (key: string): string => {
    const law = lawByKey.get(key);
    if (law !== undefined) return hashOfLaw(law);
    const entry = catalogue.get(providerByKey.get(key) ?? "");
    return entry ? hashOfEntry(entry) : "";
  };

  const now = ({ parents, providers }: Pick<SiteRecord, "parents" | "providers">, text: string) =>
    hashAll([environmentHash, text, ...parents.map(textOfParent), "", ...providers.map(hashAt)]);

  return {
    now,
    of(entry, text) {
      const parents = lineageOf(entry).slice(1).map(keyOf);
      const laws = entry.value.jurisdictions ?? defaultJurisdictions;
      const providers = [
        ...providersOf(entry.value, catalogue).map(keyOfProvider),
        ...laws.map(keyOfLaw),
      ];
      return {
        site: keyOf(entry.id),
        sourceHash: now({ parents, providers }, text),
        parents,
        providers,
        languagesRead: spokenBy(entry.value),
      };
    },
    parentsOf: ({ parents }) => parents.flatMap((key) => siteByKey.get(key)?.id ?? []),
    ofWords: (words, lineage) =>
      words
        .map((one) => {
          const intro = one.intros.get(lineage[0]!);
          const own = textsOf(sectionsOf(one.sections, lineage));
          const print = hashOfWords(one);
          return intro || own.length > 0 ? hashAll([print, intro?.text ?? "", ...own]) : print;
        })
        .join(" "),
  };
}
