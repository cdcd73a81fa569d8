import type { Observation, Phase } from "../observation/observation.ts";
import type { Example, Finding, RuleFacts } from "../registry/rule.ts";
import type { Comparison, ComparedCookie } from "./compare.ts";
import type { Propose } from "./proposal.ts";

/** What is declared, and what is seen of it. */
export interface AuditExample {
  readonly files: Example;
  readonly seen: readonly Observation[];
}

/** What a rule may be given, one at a time. */
export interface Subjects {
  /** A declared cookie with its observations. */
  readonly cookie: ComparedCookie;
  /** The whole; paths begin in the site. */
  readonly site: Comparison;
}

export type Need = keyof Subjects;

interface Context {
  readonly comparison: Comparison;
  readonly propose: Propose;
}

interface RuleOf<N extends Need> extends RuleFacts {
  readonly needs: N;
  /** The phase without which it cannot be judged. */
  readonly phase?: Phase;
  readonly bad: AuditExample;
  readonly good: AuditExample;
  readonly check: (subject: Subjects[N], context: Context) => readonly Finding[];
}

export type Rule = { [N in Need]: RuleOf<N> }[Need];
