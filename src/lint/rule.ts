import type { Entry } from "../registry/entry.ts";
import type { ProjectFile, Registry, Words } from "../registry/registry.ts";
import type { Example, RulesFor } from "../rules/rule.ts";
import type { Provider } from "../registry/schema/provider.ts";
import type { Site } from "../registry/schema/site.ts";
import type { CookieSubject } from "./subjects.ts";

interface Context {
  readonly registry: Registry;
  /** The jurisdictions of whatever is judged, with all that they imply. */
  readonly jurisdictions: ReadonlySet<string>;
  /** The day on which it is judged, as `2026-11-01`. */
  readonly today: string;
}

/** What a rule may be given, one at a time. */
export interface LintSubjects {
  /** A cookie as some sites use it. */
  readonly cookie: CookieSubject;
  readonly provider: Entry<Provider>;
  readonly site: Entry<Site>;
  readonly language: Words;
  /** A YAML file of the project itself. */
  readonly file: ProjectFile;
  /** Two and more things at once; paths begin with the kind and the id: `["sites", "delwp", "providers"]`. */
  readonly registry: Registry;
}

export type LintRule = RulesFor<LintSubjects, Context>[keyof LintSubjects] & {
  /** Where it applies; everywhere if absent. */
  readonly jurisdictions?: readonly string[];
  /** True where the clock decides: not run by a build, so that no page stops building overnight. */
  readonly dependsOnToday?: true;
  readonly bad: Example;
  readonly good: Example;
};
