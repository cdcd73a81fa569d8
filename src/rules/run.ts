import { createDiagnostic, type Diagnostic, type Place } from "../diagnostic.ts";
import { memoize } from "../memo.ts";
import type { KeyOrValue, Path } from "../source/yaml/locate.ts";
import { citeSource, type RulesFor } from "./rule.ts";

/** Finds the place of a path of what is judged. */
type PlaceOf = (path: Path, part?: KeyOrValue) => Place;

/** Something to judge, of each kind of subject. */
export type CasesFor<Subjects> = {
  [Need in keyof Subjects]: {
    readonly need: Need;
    readonly subject: Subjects[Need];
    readonly place: PlaceOf;
    /** The sites that it concerns, where it stands in a file that several may use. */
    readonly sites?: readonly string[];
  };
};

/** The rules for each kind of subject. */
const byNeed = memoize((rules: readonly { readonly needs: unknown }[]) => {
  const groups = new Map<unknown, unknown[]>();
  for (const rule of rules) {
    const known = groups.get(rule.needs);
    if (known) known.push(rule);
    else groups.set(rule.needs, [rule]);
  }
  return groups;
});

/** What the rules find in each of the cases that they are for, in the order of the cases. */
export function runRules<Subjects, Context>(
  rules: readonly RulesFor<Subjects, Context>[keyof Subjects][],
  cases: readonly CasesFor<Subjects>[keyof Subjects][],
  context: Context,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const groups = byNeed(rules) as Map<keyof Subjects, typeof rules>;
  for (const { need, subject, place, sites } of cases)
    for (const rule of groups.get(need) ?? [])
      for (const { path, part, severity, ...finding } of rule.check(subject, context)) {
        const source = rule.source && citeSource(rule.source);
        const problem = { source, sites, ...finding, rule: rule.id };
        const at = finding.place ?? place(path, part);
        found.push(createDiagnostic(at, problem, severity ?? rule.severity));
      }
  return found;
}
