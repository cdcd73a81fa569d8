import { memoize, memoizeByText } from "../../memo.ts";
import { alternatesOf, policyUrlOf, waysOf } from "./language-links.ts";
import { describeLanguage, fillPattern } from "./format.ts";
import type { ChoicePage, Policy } from "./policy.ts";
import { fillProse } from "../../prose/fill.ts";
import { valuesOf } from "../../prose/placeholders.ts";
import type { ResolvedSite } from "./resolve-site.ts";
import { sharedPartsOf } from "./shared-parts.ts";
import type { PageLanguage } from "./language.ts";

/** The stylesheet of a site's pages and the content security policy that allows it; `null` where scripts must run. */
export interface Dress {
  readonly style: Uint8Array;
  readonly contentSecurityPolicy: string | null;
}

/** Gives a token for finished HTML, good for one document. */
type Hold = (html: readonly Uint8Array[]) => string;

/** What a site says to the prose; on one day it says the same in every language but for that day. */
const factsOf = memoize(({ site }: ResolvedSite) =>
  memoizeByText((updated) => valuesOf(site, () => updated)),
);

/** What the two kinds of documents of a site have in common in one language. */
const frameOf = memoize((writer: PageLanguage) => ({
  language: { tag: writer.tag, ...describeLanguage(writer.tag) },
  title: writer.terms.title,
  labels: writer.terms.labels,
}));

const documentTitleOf = ({ site }: ResolvedSite, { terms }: PageLanguage): string =>
  fillPattern(terms.patterns.documentTitle, { title: terms.title, site: site.name });

/** The page's prose: an introduction, its own or the site's, and the rest, which another language may lend. */
function describeProse(
  resolved: ResolvedSite,
  writer: PageLanguage,
  hold: Hold,
): Pick<Policy, "contents" | "sections"> {
  const { prose, proseLanguage } = writer;
  const { conditions, site } = resolved;
  const updated = site.updated === undefined ? "" : writer.format.date(site.updated);
  const facts = { conditions, values: factsOf(resolved)(updated) };
  const own = writer.intro(resolved.id);
  const section = (language: string | null) => (html: string | null) =>
    html === null ? { kind: "cookies" as const } : { kind: "prose" as const, html, language };
  const intro = fillProse(own ?? prose.intro, facts, hold);
  const body = fillProse(prose.body, facts, hold);
  return {
    sections: [
      ...intro.stretches.map(section(own ? null : proseLanguage)),
      ...body.stretches.map(section(proseLanguage)),
    ],
    contents: sharedPartsOf(writer).contents(body.headings),
  };
}

/** Where a page stands among its translations, and when the policy was last changed. */
export const describePlace = (
  resolved: ResolvedSite,
  writer: PageLanguage,
): Pick<Policy, "alternates" | "canonical" | "updated"> => {
  const { updated } = resolved.site;
  return {
    alternates: alternatesOf(resolved.site),
    canonical: policyUrlOf(resolved.site, writer.tag),
    updated: updated === undefined ? null : { iso: updated, text: writer.format.date(updated) },
  };
};

/** Everything that the page of a site shows in one language. */
export function describePolicy(
  resolved: ResolvedSite,
  writer: PageLanguage,
  dress: Dress,
  hold: Hold,
): Policy {
  const { site } = resolved;
  const said = sharedPartsOf(writer);
  const { sections, contents } = describeProse(resolved, writer, hold);
  const { alternates, canonical, updated } = describePlace(resolved, writer);
  const { language, title, labels } = frameOf(writer);
  // Written out: objects that are spread together take longer, and there are as many as pages.
  return {
    language,
    title,
    labels,
    documentTitle: documentTitleOf(resolved, writer),
    site: { name: site.name, url: site.url },
    style: hold([dress.style]),
    contentSecurityPolicy: dress.contentSecurityPolicy,
    alternates,
    canonical,
    updated,
    languages: said.languages(waysOf(site, writer.tag)),
    sections,
    contents,
    groups: resolved.groups.map(({ category, rows }) => ({
      head: said.head(category, resolved.columns),
      rows: rows.map(said.row),
    })),
    providers: resolved.providers.map(said.provider).filter(({ facts }) => facts.length > 0),
    controller: site.controller?.name ?? null,
  };
}

/** The choice of languages; `writers` are those of the site's languages, its default first. */
export function describeChoice(
  resolved: ResolvedSite,
  writers: readonly [PageLanguage, ...PageLanguage[]],
  dress: Dress,
  hold: Hold,
): ChoicePage {
  const titles = new Map(writers.map(({ tag, terms }) => [tag, terms.title]));
  const { name, url } = resolved.site;
  return {
    ...frameOf(writers[0]),
    documentTitle: documentTitleOf(resolved, writers[0]),
    site: { name, url },
    style: hold([dress.style]),
    contentSecurityPolicy: dress.contentSecurityPolicy,
    alternates: alternatesOf(resolved.site),
    ways: waysOf(resolved.site, null).map((way) => ({ ...way, title: titles.get(way.tag) ?? "" })),
  };
}
