import type { Entry } from "../registry/entry.ts";
import type { ProjectFile, Registry, Words } from "../registry/registry.ts";
import type { Example, Finding, RuleFacts, RulesFor } from "../rules/rule.ts";
import type { Jurisdiction } from "../registry/schema/jurisdiction.ts";
import type { Provider } from "../registry/schema/provider.ts";
import type { Site } from "../registry/schema/site.ts";
import type { LegalPlace } from "../registry/site-law.ts";
import type { CookieSubject } from "./subjects.ts";

export interface LintContext {
  readonly registry: Registry;
  /** The day on which it is judged, as `2026-11-01`. */
  readonly today: string;
  readonly isInstalled: (name: string) => boolean;
}

/** What a rule of law is told besides: it judges by one law at a time. */
export interface LawContext extends LintContext {
  readonly place: LegalPlace;
  /** The sites of that place that it concerns; none for what no site uses. */
  readonly sites: readonly Entry<Site>[];
}

/** What a rule may be given, one at a time. */
export interface LintSubjects {
  /** A cookie as some sites use it. */
  readonly cookie: CookieSubject;
  readonly provider: Entry<Provider>;
  /** For a rule of law, as if the place were its only one. */
  readonly site: Entry<Site>;
  readonly language: Words;
  /** A YAML file of the project itself. */
  readonly file: ProjectFile;
  /** Two and more things at once; paths begin with the kind and the id: `["sites", "delwp", "providers"]`. */
  readonly registry: Registry;
}

/** A part of a jurisdiction's file, which says whether a rule holds there, and by which sources. */
export interface Question {
  /** As the file names it: `duties.durations`. */
  readonly part: string;
  /** Keys of the law's sources; none where the law says nothing of it, so that the rule is not run there. */
  readonly cites: (law: Jurisdiction) => readonly string[];
}

/** What a rule of law finds; `cites` instead of all that its question gives. */
export interface LawFinding extends Finding {
  readonly cites?: readonly string[];
}

interface LintFacts {
  /** True where the clock decides: not run by a build, so that no page stops building overnight. */
  readonly dependsOnToday?: true;
  /** True where what is installed decides: an ignore of it is needed on some machines only. */
  readonly dependsOnMachine?: true;
  /** Rules that say more of the same value, beside which this one is silent. */
  readonly yieldsTo?: readonly string[];
  readonly bad: Example;
  readonly good: Example;
}

/** A rule of this project's own, which holds everywhere. */
export type CraftRule = RulesFor<LintSubjects, LintContext>[keyof LintSubjects] &
  LintFacts & { readonly law?: undefined };

/** The kinds of subject that belong to sites, and so to the places of their visitors. */
export type LawNeed = "cookie" | "provider" | "site" | "language";

/** A rule that holds where a law says so; its source is that law's. */
export type LawRule = {
  [Need in LawNeed]: Omit<RuleFacts, "source"> &
    LintFacts & {
      readonly needs: Need;
      readonly law: Question;
      readonly source?: undefined;
      /** Where the examples are judged; absent: EU. */
      readonly exampleIn?: string;
      check(this: void, subject: LintSubjects[Need], context: LawContext): readonly LawFinding[];
    };
}[LawNeed];

export type LintRule = CraftRule | LawRule;
