import type { RuleHelp } from "../diagnostic.ts";
import { rules as auditRules } from "../audit/rules.ts";
import { evidenceRules } from "../importers/rules.ts";
import { rules } from "../lint/rules.ts";
import { ignoreRules } from "../registry/apply-ignores.ts";
import { helpOf } from "../registry/rule.ts";
import { loaderRules } from "../registry/rules.ts";

const unsourced = (table: Readonly<Record<string, string>>): RuleHelp[] =>
  Object.entries(table).map(([id, summary]) => ({
    id,
    severity: "error",
    summary,
    why: "",
    source: "",
  }));

/** What a report may tell of every rule that it can name. */
export const ruleHelp = (): readonly RuleHelp[] => [
  ...unsourced(loaderRules),
  ...unsourced(ignoreRules),
  ...unsourced(evidenceRules),
  ...[...rules, ...auditRules].map(helpOf),
];
