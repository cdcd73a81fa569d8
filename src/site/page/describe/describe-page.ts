import { memoize } from "../../../memo.ts";
import { inLanguage } from "../../../vocabulary/by-language.ts";
import { alternatesOf, policyUrlOf, waysOf } from "../language-links.ts";
import { describeLanguage, fillPattern } from "../format.ts";
import type { ChoicePage, Contents, Group, Policy } from "../policy.ts";
import { fillProse, type Filled } from "../../../prose/fill.ts";
import { textOfMarkup } from "../../../prose/markdown.ts";
import { valuesOf } from "../../../prose/placeholders.ts";
import { defaultOutputs } from "../../../vocabulary/vocabulary.ts";
import { formatsOf, pdfName } from "../other-formats.ts";
import type { ResolvedSite } from "../resolve-site.ts";
import { describeRights } from "./describe-rights.ts";
import { describeSummary } from "./describe-summary.ts";
import { sharedPartsOf } from "../shared-parts.ts";
import type { PageLanguage } from "../language.ts";

/** How a site's pages look, and the content security policy that allows it; `null` where scripts must run. */
export interface Dress {
  readonly style: Uint8Array;
  readonly brand: Policy["brand"];
  /** An image as a `data:` address. */
  readonly icon: string;
  readonly contentSecurityPolicy: string | null;
}

/** Gives a token for finished HTML, good for one document. */
type Hold = (html: readonly Uint8Array[]) => string;

/** Holds finished HTML as itself, for a model that outlives its document. */
export const joinHtml: Hold = (html) => Buffer.concat(html).toString();

/** What a site says to the prose in a language. */
const factsOf = memoize(({ site }: ResolvedSite) =>
  memoize(({ tag, format }: PageLanguage) => valuesOf(site, { tag, writeDate: format.date })),
);

/** What the two kinds of documents of a site have in common in one language. */
const frameOf = memoize((writer: PageLanguage) => ({
  language: { tag: writer.tag, ...describeLanguage(writer.tag) },
  title: writer.terms.title,
  labels: writer.terms.labels,
}));

const documentTitleOf = ({ site }: ResolvedSite, { tag, terms, format }: PageLanguage): string =>
  fillPattern(terms.patterns.documentTitle, {
    title: terms.title,
    site: format.isolate(inLanguage(site.name, tag)),
  });

/** The first paragraph as text, for programs that list pages. */
function firstParagraph(html: string): string | null {
  const [, paragraph] = /<p>([^]*?)<\/p>/.exec(html) ?? [];
  return paragraph === undefined ? null : textOfMarkup(paragraph);
}

/** The page's prose: an introduction, its own or the site's, and the rest, which another language may lend. */
function describeProse(
  resolved: ResolvedSite,
  writer: PageLanguage,
  hold: Hold,
): Pick<Policy, "contents" | "description" | "sections"> {
  const { proseLanguage } = writer;
  const { conditions, lineage, site } = resolved;
  const prose = writer.proseOf(lineage);
  const facts = { conditions, values: factsOf(resolved)(writer), opener: site.opener };
  const own = writer.intro(resolved.id);
  const section = (language: string | null) => (stretch: Filled["stretches"][number]) =>
    "html" in stretch
      ? { kind: "prose" as const, html: stretch.html, language }
      : { kind: stretch.slot };
  const intro = fillProse(own ?? prose.intro, facts, joinHtml);
  const body = fillProse(prose.body, facts, hold);
  const [beginning] = intro.stretches;
  const isOwn = own !== undefined || proseLanguage === null;
  return {
    description: isOwn && beginning && "html" in beginning ? firstParagraph(beginning.html) : null,
    sections: [
      ...intro.stretches.map(section(own ? null : proseLanguage)),
      { kind: "summary" },
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

const noTitles = {};

/** The tables, made once for the documents of a language. */
const groupsOf = memoize((resolved: ResolvedSite) =>
  memoize((writer: PageLanguage): readonly Group[] => {
    const { head, rowUnder } = sharedPartsOf(writer);
    const rowOf = rowUnder(resolved.site.titles?.columns ?? noTitles);
    return resolved.groups.map(({ facts, rows }) => ({
      head: head(facts),
      rows: rows.map((row, index) => rowOf(row, rows[index - 1]?.provider === row.provider)),
    }));
  }),
);

/** The page in short, the same object for the documents of a language, so that a template renders it once. */
const summaryOf = memoize((resolved: ResolvedSite) =>
  memoize((writer: PageLanguage) =>
    memoize((contents: Contents) => {
      const heads = groupsOf(resolved)(writer).map(({ head }) => head);
      return describeSummary(resolved, heads, contents.headings, writer);
    }),
  ),
);

const describeDownload = (bytes: number, { terms, format }: PageLanguage) => ({
  type: "application/pdf",
  href: pdfName,
  label: fillPattern(terms.patterns.downloadPdf, { size: format.size(bytes) }),
});

/** Everything that the page of a site shows in one language; `pdfBytes` is the size of its PDF, if it has one. */
export function describePolicy(
  resolved: ResolvedSite,
  writer: PageLanguage,
  dress: Dress,
  hold: Hold,
  pdfBytes?: number,
): Policy {
  const { site } = resolved;
  const said = sharedPartsOf(writer);
  const { sections, contents, description } = describeProse(resolved, writer, hold);
  const { alternates, canonical, updated } = describePlace(resolved, writer);
  const { language, title, labels } = frameOf(writer);
  const groups = groupsOf(resolved)(writer);
  // Written out: objects that are spread together take longer, and there are as many as pages.
  return {
    language,
    title,
    labels,
    documentTitle: documentTitleOf(resolved, writer),
    site: { id: resolved.id, name: inLanguage(site.name, writer.tag), url: site.url },
    description,
    style: hold([dress.style]),
    brand: dress.brand,
    icon: dress.icon,
    contentSecurityPolicy: dress.contentSecurityPolicy,
    formats: formatsOf(site.outputs ?? defaultOutputs),
    download: pdfBytes === undefined ? null : describeDownload(pdfBytes, writer),
    alternates,
    canonical,
    updated,
    languages: said.languages(waysOf(site, writer.tag)),
    sections,
    summary: summaryOf(resolved)(writer)(contents),
    contents,
    groups,
    providers: resolved.providers.map(said.provider(resolved.law.places)),
    rights: {
      passages: describeRights(resolved, contents.headings, said.law, writer),
      neutral: resolved.law.places.length === 0 ? writer.terms.sentences.neutralRights : null,
    },
    controller: site.controller ? inLanguage(site.controller.name, writer.tag) : null,
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
    site: { name: inLanguage(name, writers[0].tag), url },
    description: null,
    style: hold([dress.style]),
    brand: dress.brand,
    icon: dress.icon,
    contentSecurityPolicy: dress.contentSecurityPolicy,
    alternates: alternatesOf(resolved.site),
    ways: waysOf(resolved.site, null).map((way) => ({ ...way, title: titles.get(way.tag) ?? "" })),
  };
}
