import type { Entry } from "./entry.ts";
import type { Project } from "./project.ts";
import type { Provider } from "./schema/provider.ts";
import type { Site } from "./schema/site.ts";
import type { Terms } from "./schema/terms.ts";
import type { Functions, Purposes } from "./schema/vocabularies.ts";
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
  /** The languages that some site uses. */
  readonly languages: ReadonlyMap<string, Words>;
}
