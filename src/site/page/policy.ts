import type { Heading } from "../../prose/compile.ts";
import type { Category, Column } from "../../vocabulary/vocabulary.ts";
import type { Terms } from "../../registry/schema/terms.ts";

/** `published` pages forbid scripts; those of a `preview` do not, so that it can reload them. */
export type Mode = "published" | "preview";

/** Everything that a template shows of one site in one language: plain, frozen, escaped by the template. */
export interface Policy {
  readonly language: Language;
  /** The pages of the site whose absolute address is known, this one included. */
  readonly alternates: readonly Alternate[];
  readonly languages: LanguageLinks;
  /** The title of the policy; also the page's `<h1>`. */
  readonly title: string;
  /** What stands in the browser's tab: title and site. */
  readonly documentTitle: string;
  readonly site: { readonly id: string; readonly name: string; readonly url: string };
  /** The first paragraph of the introduction, as text; `null` where another language lends it. */
  readonly description: string | null;
  /** The one inline stylesheet, the accents in it and an icon, and the policy that allows them; `null` in `dev`. */
  readonly style: string;
  readonly brand: Brand;
  readonly icon: string;
  readonly contentSecurityPolicy: string | null;
  /** The same for programs, in files beside the page. */
  readonly formats: readonly OtherFormat[];
  /** The way to the PDF, with its size, where there is one. */
  readonly download: Download | null;
  /** Absolute URL of this page where `policyUrl` is known. */
  readonly canonical: string | null;
  readonly contents: Contents;
  readonly sections: readonly Section[];
  readonly summary: Summary;
  /** Only categories in use, from the least to the most intrusive. */
  readonly groups: readonly Group[];
  /** In the order in which the site lists them. */
  readonly providers: readonly PolicyProvider[];
  readonly rights: Rights;
  readonly controller: string | null;
  readonly updated: { readonly iso: string; readonly text: string } | null;
  readonly labels: Terms["labels"];
}

/** Accent colours as `#rrggbb`. */
export interface Brand {
  readonly light: string;
  readonly dark: string;
}

interface Language {
  /** BCP 47. */
  readonly tag: string;
  readonly direction: "ltr" | "rtl";
  /** The language's name in itself. */
  readonly name: string;
}

/** A file that says the same, as seen from the page. */
interface OtherFormat {
  /** A media type. */
  readonly type: string;
  readonly href: string;
}

/** A file to take away, with what the link to it says. */
interface Download extends OtherFormat {
  readonly label: string;
}

/** A link to a page in another language, or to the page itself. */
export interface LanguageLink extends Language {
  /** Absolute where the site says where the page stands, else relative: `../fr/index.html`. */
  readonly href: string;
  readonly current: boolean;
}

/** A page for readers of a language, or with `x-default` for those of all others. */
export interface Alternate {
  readonly hreflang: string;
  /** Absolute. */
  readonly url: string;
}

/** The ways to the other languages, with their label. */
export interface LanguageLinks {
  readonly label: string;
  readonly ways: readonly LanguageLink[];
}

/** The table of contents, with its label. */
export interface Contents {
  readonly label: string;
  readonly headings: readonly Heading[];
}

/** The page's body in order: prose as finished HTML, and the places of the summary, the tables and the rights. */
type Section =
  | {
      readonly kind: "prose";
      /** To be printed as it is; long stretches of it are held by a token until the page is put together. */
      readonly html: string;
      readonly language: string | null;
    }
  | { readonly kind: "summary" | "cookies" | "rights" };

/** The page in short: where to choose, a table of its categories, and what is asked for most. */
export interface Summary {
  readonly ways: readonly CellItem[];
  readonly caption: string;
  readonly heads: readonly string[];
  readonly categories: readonly SummaryRow[];
  /** Who is responsible, where the data goes and when the policy was last changed, as far as that is known. */
  readonly facts: readonly Fact[];
}

interface SummaryRow {
  readonly name: CellItem;
  /** How the site asks for these cookies, where a single sentence says it. */
  readonly consent: string | null;
  /** One for each head behind the first. */
  readonly facts: readonly Fact[];
}

/** Values with a label. */
interface Fact {
  readonly label: string;
  readonly items: readonly CellItem[];
}

/** Words in a row, some of which stand by themselves, as a name does. */
export type Phrase = readonly { readonly text: string; readonly item: CellItem | null }[];

/** A passage for each law that gives rights where the site's visitors are; a sentence where none is known. */
interface Rights {
  readonly passages: readonly RightsPassage[];
  readonly neutral: string | null;
}

/** The rights that one law gives, and to whom to turn. */
export interface RightsPassage {
  /** The places, where there are several passages; its id carries its prefix. */
  readonly heading: { readonly id: string; readonly name: string } | null;
  readonly law: Phrase;
  readonly rights: {
    readonly before: string;
    readonly items: readonly string[];
    readonly after: string;
  } | null;
  readonly answer: string | null;
  readonly contacts: readonly { readonly name: Phrase; readonly lines: readonly CellItem[] }[];
  readonly complaints: {
    readonly before: string;
    readonly items: readonly { readonly route: Phrase; readonly note: string | null }[];
  } | null;
  /** The authorities that are not named. */
  readonly others: string | null;
}

/** One table: the cookies of a category. */
export interface Group {
  readonly head: GroupHead;
  /** The same row on other pages is the same object. */
  readonly rows: readonly PolicyRow[];
}

/** What stands above the rows of a table. */
export interface GroupHead {
  readonly category: Category;
  /** Carries its prefix, as the id of a heading does. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** How the site asks for these cookies, where a single sentence says it. */
  readonly consent: string | null;
  /** How the site asks for these cookies, and what else it says of them. */
  readonly statements: readonly Phrase[];
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  /** Below the table: what an asterisk in the names of its cookies stands for. */
  readonly note: string | null;
}

interface TableColumn {
  readonly id: Column;
  readonly label: string;
}

export interface PolicyRow {
  /** The row above is of the same provider. */
  readonly continues: boolean;
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly column: Column;
  /** The column's heading in a word, for the narrow layout. */
  readonly label: string;
  readonly items: readonly CellItem[];
  /** Small print under the items: a condition, an exemption, another storage. */
  readonly notes: readonly string[];
}

export interface CellItem {
  readonly text: string;
  readonly href: string | null;
  /** A name that a browser shows; it is not translated and runs left to right. */
  readonly code: boolean;
  /** An attribute by which the link opens the site's consent banner, where that runs on the page. */
  readonly opener?: { readonly name: string; readonly value: string };
}

/** What a reader needs to know of a provider. */
export interface PolicyProvider {
  /** Without a prefix: its heading is `cookie-policy-provider-<id>`. */
  readonly id: string;
  readonly name: string;
  readonly statements: readonly string[];
  readonly facts: readonly Fact[];
}

/** The site's `index.html`: one link for each language. */
export interface ChoicePage {
  /** Of the title and the labels: the site's default. */
  readonly language: Language;
  readonly alternates: readonly Alternate[];
  readonly ways: readonly ChoiceWay[];
  readonly title: string;
  readonly documentTitle: string;
  readonly site: { readonly name: string; readonly url: string };
  /** None: a visitor passes through. */
  readonly description: null;
  readonly style: string;
  readonly brand: Brand;
  readonly icon: string;
  readonly contentSecurityPolicy: string | null;
  readonly labels: Terms["labels"];
}

interface ChoiceWay extends LanguageLink {
  /** The title of the policy in this language. */
  readonly title: string;
}

/** Every site of a project, for a preview. */
export interface SiteList {
  readonly style: string;
  readonly sites: readonly { readonly id: string; readonly name: string }[];
}
