import { createDiagnostic, type Diagnostic, type Place } from "../diagnostic.ts";
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

/** What the rules find in each of the cases that they are for, in the order of the cases. */
export function runRules<Subjects, Context>(
  rules: readonly RulesFor<Subjects, Context>[keyof Subjects][],
  cases: readonly CasesFor<Subjects>[keyof Subjects][],
  context: Context,
): Diagnostic[] {
  return cases.flatMap(({ need, subject, place, sites }) =>
    rules.flatMap((rule) => {
      if (rule.needs !== need) return [];
      const ofRule = rule.source && citeSource(rule.source);
      return rule.check(subject, context).map(({ path, part, severity, ...finding }) => {
        const problem = { source: ofRule, sites, ...finding, rule: rule.id };
        return createDiagnostic(
          finding.place ?? place(path, part),
          problem,
          severity ?? rule.severity,
        );
      });
    }),
  );
}
