import type { Entry } from "./entry.ts";
import type { Project } from "./project.ts";
import type { Jurisdictions } from "./jurisdictions.ts";
import type { Providers } from "./providers/load-providers.ts";
import type { Site } from "./schema/site.ts";
import type { Terms, Vague } from "./schema/terms.ts";
import type { Functions, Purposes } from "./schema/functions-and-purposes.ts";
import type { Source } from "../source/yaml-file.ts";
import type { TextFile } from "../source/text-file.ts";
import type { Sections } from "./languages/sections.ts";
import type { TranslatedFrom } from "./languages/translated-from.ts";

/** All words of a language. */
export interface Words {
  readonly tag: string;
  readonly terms: Entry<Terms>;
  readonly prose: TextFile;
  /** The introductions that some sites have of their own, by the id of the site. */
  readonly intros: ReadonlyMap<string, TextFile>;
  /** What stands in the sections of the prose, in the language of the prose. */
  readonly sections: Sections;
  /** The language from which missing words are taken, and which: paths such as `functions.checkout`. */
  readonly fallback?: {
    readonly tag: string;
    readonly terms: ReadonlySet<string>;
    readonly prose: boolean;
  };
  /** Phrases that say nothing, in lower case. */
  readonly vague: Vague;
  readonly translatedFrom: TranslatedFrom;
}

/** The key of the words of a language; those with gaps are kept once for each language that fills them. */
export const wordsKey = (tag: string, fallback?: string): string =>
  fallback === undefined || fallback === tag ? tag : `${tag} ${fallback}`;

/** The words in which a site speaks a language. */
export const wordsOf = (
  { languages }: Pick<Registry, "languages">,
  tag: string,
  { fallback }: Pick<Site, "fallback">,
): Words | undefined => languages.get(wordsKey(tag, fallback)) ?? languages.get(tag);

/** Names of laws and authorities by id, as one language has them. */
export type OfficialNames = Readonly<Record<"laws" | "authorities", ReadonlyMap<string, string>>>;

/** Which shape a YAML file has; a row of a table has that of a site. */
export type FileKind = "provider" | "site" | "functions" | "purposes" | "terms";

export interface ProjectFile {
  readonly kind: FileKind;
  readonly source: Source;
}

/** What the sites of a registry share: facts and words that could be validated, by id. */
export interface BaseRegistry {
  readonly project: Project;
  readonly functions: Functions;
  readonly purposes: Purposes;
  readonly providers: Providers;
  readonly jurisdictions: Jurisdictions;
  /** The languages that some site uses, by `wordsKey`. */
  readonly languages: ReadonlyMap<string, Words>;
  /** The names in any language that has words, whether a site uses it or not. */
  readonly namesIn: (tag: string) => OfficialNames;
  /** The English texts by key. */
  readonly originals: () => ReadonlyMap<string, string>;
}

/** All facts and words that could be validated, by id. */
export interface Registry extends BaseRegistry {
  /** Abstract sites are not among them. */
  readonly sites: ReadonlyMap<string, Entry<Site>>;
  /** Every YAML file and row of the project itself that could be read; not those of the package that it stands upon. */
  readonly files: readonly ProjectFile[];
  readonly unread: Unread;
}

/** The ids of what is there and cannot be read or is not valid, so that no rule can judge it. */
interface Unread {
  readonly sites: readonly string[];
  /** Those of the project itself. */
  readonly providers: readonly string[];
}
