import type { Column } from "../registry/schema/vocabulary.ts";
import type { ResolvedSite } from "./resolve.ts";
import type { CookieRow } from "./rows.ts";
import type { UsedProvider } from "./use.ts";
import { markText } from "./borrowed.ts";
import { cellsOf } from "./cells.ts";
import { describeProvider } from "./describe-provider.ts";
import { describeLanguage, fillPattern } from "./format.ts";
import type { Alternate, Choice, Group, Policy } from "./policy.ts";
import { type Facts, fillProse } from "./prose/fill.ts";
import { anchorPrefix } from "./prose/prose.ts";
import { remember, rememberByText } from "./remember.ts";
import type { Writer } from "./writer.ts";

/** The stylesheet of a site's pages and the content security policy that allows it; `null` where scripts must run. */
export interface Dress {
  readonly style: Uint8Array;
  readonly contentSecurityPolicy: string | null;
}

/** Gives a token for finished HTML, good for one document. */
type Hold = (html: Uint8Array) => string;

/** What a writer has said and says again: the same object for the same facts, so that it is rendered once. */
const saidBy = remember((writer: Writer) => ({
  columns: rememberByText((ids) =>
    (ids.split(" ") as Column[]).map((id) => ({ id, label: writer.terms.columns[id] })),
  ),
  row: remember((row: CookieRow) => ({ cells: cellsOf(row, writer) })),
  provider: remember((provider: UsedProvider) => describeProvider(provider, writer)),
}));

/** Root by CLDR: the same order on every page, whatever its language and the machine's. */
const collator = new Intl.Collator("en");

/** The pages of a site in collation order of their languages' own names; `href` is relative to `from`. */
function alternatesOf({ site }: ResolvedSite, current: string | null): Alternate[] {
  return site.languages
    .map((tag) => ({
      tag,
      ...describeLanguage(tag),
      href: `${current === null ? "" : "../"}${tag}/index.html`,
      url: policyUrlOf(site, tag),
      current: tag === current,
    }))
    .toSorted((a, b) => collator.compare(a.name, b.name));
}

/** The absolute address of a page, where the site says it; a single one is that of the default language. */
function policyUrlOf({ policyUrl, languages }: ResolvedSite["site"], tag: string): string | null {
  if (typeof policyUrl === "string") return tag === languages[0] ? policyUrl : null;
  return policyUrl?.[tag] ?? null;
}

function factsOf({ site, conditions }: ResolvedSite, { format }: Writer): Facts {
  const { controller, authority } = site;
  const values: [string, string | undefined][] = [
    ["site.name", site.name],
    ["site.url", site.url],
    ["site.host", new URL(site.url).host],
    ["site.controller.name", controller?.name],
    ["site.controller.email", controller?.email],
    ["site.controller.dpo", controller?.dpo],
    ["site.controller.address", controller?.address?.join(", ")],
    ["site.authority.name", authority?.name],
    ["site.authority.url", authority?.url],
    ["site.preferences", site.preferences],
    ["site.objection", site.objection],
    ["site.updated", site.updated && format.date(site.updated)],
  ];
  return {
    conditions,
    values: new Map(
      values.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
  };
}

function describeGroup(
  { category, rows }: ResolvedSite["groups"][number],
  { columns }: ResolvedSite,
  writer: Writer,
): Group {
  const { name, description } = writer.terms.categories[category];
  const said = saidBy(writer);
  return {
    id: `${anchorPrefix}${category}`,
    category,
    name,
    description,
    caption: fillPattern(writer.terms.patterns.tableCaption, { category: name }),
    columns: said.columns(columns.join(" ")),
    rows: rows.map(said.row),
  };
}

/** What the two kinds of documents of a site have in common. */
function describeDocument({ site }: ResolvedSite, writer: Writer, dress: Dress, hold: Hold) {
  const { title, labels, patterns } = writer.terms;
  return {
    style: hold(dress.style),
    contentSecurityPolicy: dress.contentSecurityPolicy,
    language: { tag: writer.tag, ...describeLanguage(writer.tag) },
    title,
    documentTitle: fillPattern(patterns.documentTitle, { title, site: site.name }),
    site: { name: site.name, url: site.url },
    labels,
  };
}

/** The page's prose: an introduction, its own or the site's, and the rest, which another language may lend. */
function describeProse(
  resolved: ResolvedSite,
  writer: Writer,
  hold: Hold,
): Pick<Policy, "contents" | "sections"> {
  const { prose, proseLanguage } = writer;
  const facts = factsOf(resolved, writer);
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
    contents: body.headings.map(({ id, title }) => ({
      id,
      title: proseLanguage === null ? title : markText(title, proseLanguage),
    })),
  };
}

/** Where a page stands among its translations, and when the policy was last changed. */
export const describePlace = (
  resolved: ResolvedSite,
  writer: Writer,
): Pick<Policy, "alternates" | "canonical" | "updated"> => {
  const { updated } = resolved.site;
  return {
    alternates: alternatesOf(resolved, writer.tag),
    canonical: policyUrlOf(resolved.site, writer.tag),
    updated: updated === undefined ? null : { iso: updated, text: writer.format.date(updated) },
  };
};

/** Everything that the page of a site shows in one language. */
export function describePolicy(
  resolved: ResolvedSite,
  writer: Writer,
  dress: Dress,
  hold: Hold,
): Policy {
  const { site } = resolved;
  const prose = describeProse(resolved, writer, hold);
  return {
    ...describeDocument(resolved, writer, dress, hold),
    ...describePlace(resolved, writer),
    ...prose,
    groups: resolved.groups.map((group) => describeGroup(group, resolved, writer)),
    providers: resolved.providers
      .map(saidBy(writer).provider)
      .filter(({ facts }) => facts.length > 0),
    controller: site.controller?.name ?? null,
  };
}

/** The choice of languages; `writers` are those of the site's languages, its default first. */
export function describeChoice(
  resolved: ResolvedSite,
  writers: readonly [Writer, ...Writer[]],
  dress: Dress,
  hold: Hold,
): Choice {
  const titles = new Map(writers.map(({ tag, terms }) => [tag, terms.title]));
  return {
    ...describeDocument(resolved, writers[0], dress, hold),
    alternates: alternatesOf(resolved, null).map((alternate) => ({
      ...alternate,
      title: titles.get(alternate.tag) ?? "",
    })),
  };
}
