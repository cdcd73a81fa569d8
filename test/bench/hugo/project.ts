import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { escapeMarkup } from "../../../src/prose/markdown.ts";
import { placeholderNames, valuesOf } from "../../../src/prose/placeholders.ts";
import { revealBorrowed } from "../../../src/site/page/borrowed-words.ts";
import type {
  Cell,
  CellItem,
  ChoicePage,
  GroupHead,
  Policy,
  PolicyProvider,
  PolicyRow,
  RightsPassage,
} from "../../../src/site/page/policy.ts";
import { readSites, type Site } from "../eleventy/model.ts";
import { languages } from "../project/languages.ts";
import { parameter, translateProse } from "./prose.ts";
import { createShelf } from "./shelf.ts";

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const writeJson = (file: string, value: unknown) => write(file, `${JSON.stringify(value)}\n`);

type Cells = Policy["summary"]["facts"][number];

/** A passage but for those to whom a visitor of a site can complain. */
type Law = Pick<RightsPassage, "law" | "rights" | "answer" | "others"> & {
  readonly before: string;
};

/** A value of a cell as Hugo prints it: text to be escaped, or HTML where it has marks or places to break at. */
type Item = Pick<CellItem, "href" | "code"> &
  ({ readonly text: string } | { readonly html: string });

interface Row extends Pick<PolicyRow, "continues"> {
  readonly cells: readonly (Omit<Cell, "items"> & { readonly items: readonly Item[] })[];
}

/** What pages of a language share. */
const createShelves = (tag: string) => ({
  heads: createShelf<GroupHead>(tag),
  rows: createShelf<Row>(tag),
  facts: createShelf<Cells>(tag),
  providers: createShelf<PolicyProvider>(tag),
  laws: createShelf<Law>(tag),
  authorities: createShelf<Item>(tag),
});

type Shelves = ReturnType<typeof createShelves>;

/** What every page of a language says, whatever its site. */
const wordsOf = (policy: Policy, choice: ChoicePage, sections: readonly string[]) => ({
  direction: policy.language.direction,
  title: policy.title,
  labels: policy.labels,
  ways: policy.languages.ways,
  contents: policy.contents.headings,
  choices: choice.ways,
  sections,
});

/** Writes the prose of a language as partials; returns, in the order of the page, their names and those of slots. */
function writeProse(folder: string, installed: string, tag: string): string[] {
  const { intro, body } = translateProse(installed, tag);
  const nameOf = (section: number | "intro") => `prose/${tag}-${section}.html`;
  const partials = join(folder, "layouts", "partials");
  write(join(partials, nameOf("intro")), intro);
  return body.map((stretch, index) => {
    if ("slot" in stretch) return stretch.slot;
    write(join(partials, nameOf(index)), stretch.template);
    return nameOf(index);
  });
}

/** Values and conditions of a site's prose, by the names that the translated prose gives them. */
function factsOf({ resolved: { site, conditions } }: Site, { language, updated }: Policy) {
  const values = valuesOf(site, { tag: language.tag, writeDate: () => updated!.text });
  return {
    values: Object.fromEntries(
      placeholderNames.map((name) => [parameter(name), values.get(name)] as const),
    ),
    conditions: Object.fromEntries([...conditions].map((name) => [parameter(name), true])),
  };
}

/** A name of a cookie breaks behind its signs; words that another language lends say which that is. */
function finishItem({ text, href, code }: CellItem): Item {
  const escaped = escapeMarkup(text);
  const html = revealBorrowed(code ? escaped.replaceAll(/[_.-]/g, "$&<wbr>") : escaped);
  return { href, code, ...(code || html !== escaped ? { html } : { text }) };
}

const finishRow = ({ continues, cells }: PolicyRow): Row => ({
  continues,
  cells: cells.map((cell) => ({ ...cell, items: cell.items.map(finishItem) })),
});

/** The front matter of a page: what is the site's own, and the keys of what it shares. */
function describePage(site: Site, policy: Policy, style: string, shelves: Shelves) {
  const { heads, rows, facts, providers, laws, authorities } = shelves;
  const { summary } = policy;
  const { tag } = policy.language;
  return {
    url: `/${site.id}/${tag}/`,
    layout: "policy",
    title: policy.documentTitle,
    lang: tag,
    style,
    groups: policy.groups.map(({ head, rows: ofGroup }, index) => ({
      head: heads.put(head),
      rows: ofGroup.map((row) => rows.put(finishRow(row))),
      figures: summary.categories[index]!.facts.map(facts.put),
    })),
    // The first and the last one, the controller and the date, are the site's own.
    facts: summary.facts.slice(1, -1).map(facts.put),
    providers: policy.providers.map(providers.put),
    passages: policy.rights.passages.map(({ law, rights, answer, complaints, others }) => ({
      law: laws.put({ law, rights, answer, before: complaints!.before, others }),
      authorities: complaints!.items.flatMap(({ route }) =>
        route.flatMap(({ item }) => (item ? [authorities.put(finishItem(item))] : [])),
      ),
    })),
    controller: policy.controller,
    updated: policy.updated,
    ...factsOf(site, policy),
  };
}

const describeChoicePage = (id: string, choice: ChoicePage, style: string) => ({
  url: `/${id}/`,
  layout: "choice",
  title: choice.documentTitle,
  outputs: ["html", "headers"],
  lang: choice.language.tag,
  style,
  sitename: choice.site.name,
  siteurl: choice.site.url,
});

/** As Nunjucks escapes it; Hugo, which would do it otherwise, prints it as it is. */
const escapeQuotes = (text: string): string => text.replaceAll("'", "&#39;");

/** A site with the key of its style. */
interface DressedSite {
  readonly site: Site;
  readonly style: string;
}

/** Writes all that is in one language: the pages, the prose, and what the pages share. */
function writeLanguage(
  folder: string,
  installed: string,
  tag: string,
  sites: readonly DressedSite[],
): void {
  const shelves = createShelves(tag);
  for (const { site, style } of sites)
    writeJson(
      join(folder, "content", site.id, `${tag}.md`),
      describePage(site, site.policy(tag), style, shelves),
    );
  const [{ site }] = sites as [DressedSite];
  const words = wordsOf(site.policy(tag), site.choice(), writeProse(folder, installed, tag));
  const things = Object.entries(shelves).map(([name, shelf]) => [name, shelf.things] as const);
  writeJson(join(folder, "data", `${tag}.json`), { words, ...Object.fromEntries(things) });
}

/**
 * Writes a Hugo project of the same pages: words, rows and all else that pages share in its data, each once in every
 * language, and a short file for every page with what is its own. All that our build has to work out is worked out
 * before.
 */
export function writeHugoProject(folder: string, project: string, installed: string): void {
  cpSync(join(import.meta.dirname, "layouts"), join(folder, "layouts"), { recursive: true });
  cpSync(join(import.meta.dirname, "config.json"), join(folder, "config.json"));
  const styles = createShelf<object>("style");
  const sites = readSites(project, installed).map((site): DressedSite => {
    const choice = site.choice();
    const style = styles.put({
      css: choice.style,
      brand: choice.brand,
      icon: escapeQuotes(choice.icon),
      policy: escapeQuotes(choice.contentSecurityPolicy!),
      headers: site.headers(),
    });
    const page = describeChoicePage(site.id, choice, style);
    writeJson(join(folder, "content", site.id, "choice.md"), page);
    return { site, style };
  });
  for (const tag of languages) writeLanguage(folder, installed, tag, sites);
  writeJson(join(folder, "data", "styles.json"), styles.things);
}
