import type { Entry } from "./entry.ts";
import type { Project } from "./project.ts";
import type { Provider } from "./schema/provider.ts";
import type { Site } from "./schema/site.ts";
import type { Terms } from "./schema/terms.ts";
import type { Vague } from "./schema/vague.ts";
import type { Functions, Purposes } from "./schema/vocabularies.ts";
import type { Source } from "./source.ts";
import type { TextFile } from "./text.ts";

/** The prose of a language, not yet read as Markdown, and the introductions that some sites have of their own. */
export interface Texts {
  readonly prose: TextFile;
  readonly intros: ReadonlyMap<string, TextFile>;
}

/** All words of a language. */
export interface Words extends Texts {
  readonly tag: string;
  readonly terms: Entry<Terms>;
  /** Phrases that say nothing, in lower case. */
  readonly vague: Vague;
}

/** Which shape a YAML file has. */
export type FileKind = "provider" | "site" | "functions" | "purposes" | "terms";

export interface ProjectFile {
  readonly kind: FileKind;
  readonly source: Source;
}

/** All facts and words that could be validated, by id. */
export interface Registry {
  readonly project: Project;
  readonly functions: Functions;
  readonly purposes: Purposes;
  /** Also under former ids. */
  readonly providers: ReadonlyMap<string, Entry<Provider>>;
  /** Abstract sites are not among them. */
  readonly sites: ReadonlyMap<string, Entry<Site>>;
  /** Every YAML file of the project itself that could be read; not those of the package that it stands upon. */
  readonly files: readonly ProjectFile[];
  /** The languages that some site uses. */
  readonly languages: ReadonlyMap<string, Words>;
}
