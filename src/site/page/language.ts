import type { BaseRegistry, Words } from "../../registry/registry.ts";
import type { Provider } from "../../registry/schema/provider.ts";
import { type ByLanguage, inLanguage } from "../../vocabulary/by-language.ts";
import type { Terms } from "../../registry/schema/terms.ts";
import { markBorrowed } from "./borrowed-words.ts";
import { createFormat, fillPattern, type Format } from "./format.ts";
import { createNames, type Names } from "./names.ts";
import { composePage } from "../../prose/compose.ts";
import { sectionsOf } from "../../registry/languages/sections.ts";
import { readIntro, readPage, type PageProse } from "../../prose/prose.ts";

type Retention = NonNullable<Provider["dataRetention"]>;
type Addresses = Provider["privacyPolicy"];

/** Whatever is needed to say something in one language; built once a language for all sites. */
export interface PageLanguage {
  readonly tag: string;
  readonly terms: Terms;
  readonly format: Format;
  /** The prose of a site with what the project has in its sections; `lineage` is the site and those that it extends. */
  readonly proseOf: (lineage: readonly string[]) => PageProse;
  /** The language of the prose where it is not the page's own. */
  readonly proseLanguage: string | null;
  /** The introduction that a site has of its own. */
  readonly intro: (siteId: string) => PageProse["intro"] | undefined;
  /** The address for readers of this language, else of English, else the first; `null` where there is none. */
  readonly addressIn: (addresses: Addresses) => string | null;
  /** A text that a site gives for this language or for all, else the usual one. */
  readonly orUsual: (stated: ByLanguage | undefined, usual: string) => string;
  readonly names: Names;
  /** How long data is kept, as a sentence. */
  readonly retention: (kept: Retention) => string;
  /** Ids of providers become names; nobody is said in words; unknown recipients are no items. */
  readonly recipientNames: (recipients: readonly string[] | undefined) => string[];
}

/** What sites share is kept; with a text of a site's own, only that of the last one is. */
function createProseOf({ prose, sections }: Words): PageLanguage["proseOf"] {
  const shared = new Map<string, PageProse>();
  let last: { readonly key: string; readonly prose: PageProse } | undefined;
  return (lineage) => {
    const own = sectionsOf(sections, lineage);
    if (own.length === 0) return readPage(prose);
    const key = own.map(({ text }) => text.file).join("\n");
    const known = last?.key === key ? last.prose : shared.get(key);
    const composed = known ?? composePage(prose, own);
    if (sections.ofSites.has(lineage[0]!)) last = { key, prose: composed };
    else shared.set(key, composed);
    return composed;
  };
}

export function createPageLanguage(words: Words, registry: BaseRegistry): PageLanguage {
  const { fallback } = words;
  const own = words.terms.value;
  const terms = fallback ? markBorrowed(own, fallback.terms, fallback.tag) : own;
  const intros = new Map([...words.intros].map(([id, text]) => [id, readIntro(text).blocks]));
  const format = createFormat(words.tag, terms);
  const { patterns, retentionCriteria } = terms;
  return {
    tag: words.tag,
    terms,
    format,
    proseOf: createProseOf(words),
    proseLanguage: fallback?.prose ? fallback.tag : null,
    intro: (siteId) => intros.get(siteId),
    names: createNames(words, terms, format, registry),
    retention: (kept) =>
      kept.kind === "until"
        ? fillPattern(patterns.dataRetentionUntil, {
            criterion: retentionCriteria[kept.criterion],
          })
        : format.fillWithin(patterns.dataRetention, { duration: format.duration(kept, false) }),
    orUsual: (stated, usual) =>
      typeof stated === "string" ? stated : (stated?.[words.tag] ?? usual),
    addressIn: (addresses) => (addresses === undefined ? null : inLanguage(addresses, words.tag)),
    recipientNames: (recipients) =>
      recipients?.length === 0
        ? [terms.labels.nobody]
        : (recipients ?? []).map((id) => registry.providers.get(id)?.value.name ?? id),
  };
}
