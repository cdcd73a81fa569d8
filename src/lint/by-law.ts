import type { Diagnostic, Severity } from "../diagnostic.ts";
import { memoize } from "../memo.ts";
import type { Jurisdiction } from "../registry/schema/jurisdiction.ts";
import { citeSource, type Finding, type RulesFor } from "../rules/rule.ts";
import { runRules } from "../rules/run.ts";
import type { LawCase } from "./cases.ts";
import type {
  LawContext,
  LawFinding,
  LawNeed,
  LawRule,
  LintContext,
  LintSubjects,
} from "./rule.ts";

type Bound = RulesFor<Pick<LintSubjects, LawNeed>, LawContext>[LawNeed];

/** What only an authority advises is no error. */
function weigh(severity: Severity, { sources }: Jurisdiction, cited: readonly string[]): Severity {
  const isAdvice = cited.every((key) => sources[key]!.kind === "guidance");
  return severity === "error" && isAdvice ? "warning" : severity;
}

function bind(rule: LawRule, law: Jurisdiction): Bound | undefined {
  const keys = rule.law.cites(law);
  if (keys.length === 0) return undefined;
  const cite = ({ cites = keys, severity = rule.severity, ...finding }: LawFinding): Finding => ({
    ...finding,
    severity: weigh(severity, law, cites),
    source: joinSources([...new Set(cites)].map((key) => citeSource(law.sources[key]!))),
  });
  const check = rule.check as (subject: unknown, context: LawContext) => readonly LawFinding[];
  return {
    ...rule,
    check: (subject: unknown, context: LawContext) => check(subject, context).map(cite),
  };
}

/** Those of the rules that a law knows something of. */
export const rulesOf = (rules: readonly LawRule[], law: Jurisdiction): LawRule[] =>
  rules.filter((rule) => rule.law.cites(law).length > 0);

/** Judges each case by the law of its place. */
export function judgeByLaw(
  rules: readonly LawRule[],
  cases: Iterable<LawCase>,
  context: LintContext,
): Diagnostic[] {
  const boundTo = memoize((law: Jurisdiction) => rules.flatMap((rule) => bind(rule, law) ?? []));
  const found: Diagnostic[] = [];
  for (const { one, place, sites } of cases)
    found.push(...runRules(boundTo(place.law), [one], { ...context, place, sites }));
  return mergePlaces(found);
}

const identify = ({ location: { file, line, column }, rule, message }: Diagnostic): string =>
  [file, line, column, rule, message].join("\n");

const maximumSources = 3;

function joinSources(sources: readonly string[]): string {
  const rest = sources.length - maximumSources;
  return sources.slice(0, maximumSources).join("; ") + (rest > 0 ? `; and ${rest} more` : "");
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const known = groups.get(keyOf(item));
    if (known) known.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}

const weight: Readonly<Record<Severity, number>> = { note: 0, warning: 1, error: 2 };

/** What the laws of several places say alike of a site is said once, and once for sites of the same laws. */
function mergePlaces(found: readonly Diagnostic[]): Diagnostic[] {
  return groupBy(found, identify).flatMap((alike) => {
    if (alike.length === 1) return alike;
    const bySite = new Map<string, Diagnostic[]>();
    for (const one of alike)
      for (const site of one.sites ?? [""]) bySite.set(site, [...(bySite.get(site) ?? []), one]);
    const merged = new Map<string, Diagnostic & { sites: string[] }>();
    for (const [site, its] of bySite) {
      const source = joinSources([...new Set(its.map(({ source: one }) => one!))]);
      const heaviest = its.toSorted((a, b) => weight[b.severity] - weight[a.severity])[0]!;
      const key = `${heaviest.severity} ${source}`;
      const known = merged.get(key);
      if (known) known.sites.push(site);
      else merged.set(key, { ...heaviest, source, sites: [site] });
    }
    return [...merged.values()].map(({ sites, ...one }) => {
      const named = sites.filter((site) => site !== "");
      return named.length > 0 ? { ...one, sites: named } : one;
    });
  });
}
