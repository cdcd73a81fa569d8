import type { Observation, Phase } from "../observation/observation.ts";
import type { Example, RulesFor } from "../rules/rule.ts";
import type { Comparison } from "./compare.ts";
import type { ComparedCookie } from "./match.ts";
import type { Propose } from "./propose/propose.ts";

/** What is declared, and what is seen of it. */
export interface AuditExample {
  readonly files: Example;
  readonly seen: readonly Observation[];
}

/** What a rule may be given, one at a time. */
export interface AuditSubjects {
  /** A declared cookie with its observations. */
  readonly cookie: ComparedCookie;
  /** The whole; paths begin in the site. */
  readonly site: Comparison;
}

export interface AuditContext {
  readonly comparison: Comparison;
  readonly propose: Propose;
}

export type AuditRule = RulesFor<AuditSubjects, AuditContext>[keyof AuditSubjects] & {
  /** The phase without which it cannot be judged. */
  readonly phase?: Phase;
  readonly bad: AuditExample;
  readonly good: AuditExample;
};
