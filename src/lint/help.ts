import type { RuleHelp } from "../diagnostic.ts";
import { loaderRules } from "../registry/rules.ts";
import { ignoreRules } from "./ignores.ts";
import { citeSource } from "./rule.ts";
import { rules } from "./rules.ts";

const unsourced = (table: Readonly<Record<string, string>>): RuleHelp[] =>
  Object.entries(table).map(([id, summary]) => ({
    id,
    severity: "error",
    summary,
    why: "",
    source: "",
  }));

/** What a report may tell of every rule: those of the loader, of ignores, and of the linter. */
export const ruleHelp = (): readonly RuleHelp[] => [
  ...unsourced(loaderRules),
  ...unsourced(ignoreRules),
  ...rules.map(({ id, severity, summary, why, source }) => ({
    id,
    severity,
    summary,
    why,
    source: citeSource(source),
  })),
];
