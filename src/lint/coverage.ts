import type { Registry } from "../registry/registry.ts";
import { rulesOf } from "./by-law.ts";
import type { LawRule, LintRule } from "./rule.ts";

/** How much of the law of a place the rules look at. */
export interface Coverage {
  /** A jurisdiction as sites name it. */
  readonly id: string;
  /** How many rules hold there; none for a place whose law is not known. */
  readonly rules: number;
  /** Topics, in plain English, at which nothing looks. */
  readonly notCovered: readonly string[];
}

/** The places where a rule of law holds, and those within them where it does not; what holds in a union is not said of its members. */
export function placesOfRule(
  { law }: LintRule,
  { jurisdictions }: Pick<Registry, "jurisdictions">,
): { holds: readonly string[]; not: readonly string[] } {
  const isHeld = (id: string) =>
    law !== undefined && law.cites(jurisdictions.get(id)!.value).length > 0;
  const isHeldAbove = (id: string) => {
    const [, parent] = jurisdictions.lineOf(id);
    return parent !== undefined && isHeld(parent);
  };
  const ids = [...jurisdictions.ids].toSorted();
  return {
    holds: ids.filter((id) => isHeld(id) && !isHeldAbove(id)),
    not: ids.filter((id) => !isHeld(id) && isHeldAbove(id)),
  };
}

export const lawRulesIn = (rules: readonly LintRule[]): LawRule[] =>
  rules.filter((rule): rule is LawRule => rule.law !== undefined);

/** What the rules look at in each of these jurisdictions. */
export const coverageOf = (
  ids: readonly string[],
  { jurisdictions }: Pick<Registry, "jurisdictions">,
  rules: readonly LintRule[],
): Coverage[] =>
  ids.map((id) => {
    const law = jurisdictions.get(id)?.value;
    return {
      id,
      rules: law ? rulesOf(lawRulesIn(rules), law).length : 0,
      notCovered: (law?.notCovered ?? []).map((topic) => topic.replaceAll("-", " ")),
    };
  });
