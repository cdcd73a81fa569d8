import { auditRules } from "../../audit/rules.ts";
import type { RuleHelp } from "../../diagnostic.ts";
import { placesOfRule } from "../../lint/coverage.ts";
import { lintRules } from "../../lint/rules.ts";
import { openRegistry } from "../../registry/open.ts";
import { openProject, packageFolder } from "../../registry/project.ts";
import { listJson } from "../../report/json.ts";
import { align } from "../../report/table.ts";
import type { Example } from "../../rules/rule.ts";
import { expectedOneOf, didYouMean } from "../../source/suggestions.ts";
import type { ListingOptions } from "../commands/options.ts";
import { type Context, exitStatus, type ExitStatus, UsageError } from "../context.ts";
import { checkListing } from "../listing.ts";
import { ignorableRules, ruleHelp } from "../report.ts";

/** What is known of a rule: what every report tells of it, and the examples of those that have them. */
interface Explanation extends RuleHelp {
  readonly ignorable: boolean;
  /** Where a rule of law holds; everywhere where it is absent. */
  readonly jurisdictions?: readonly string[];
  readonly wrong?: Example;
  readonly right?: Example;
}

const withIgnorable = (help: RuleHelp) => ({ ...help, ignorable: ignorableRules().has(help.id) });

/** Prints every rule with its severity and what it finds. */
export function runListRules(options: ListingOptions, context: Context): ExitStatus {
  const isJson = checkListing(options) === "json";
  const rules = ruleHelp().map(withIgnorable);
  if (isJson) context.out(listJson({ rules }));
  else context.out(align(rules.map(({ id, severity, summary }) => [id, severity, summary])));
  return exitStatus.ok;
}

function explain(id: string): Explanation {
  const known = ruleHelp();
  const help = known.find((one) => one.id === id);
  const ids = known.map((one) => one.id);
  const hint = didYouMean(id, ids);
  if (!help)
    throw new UsageError(
      `unknown rule "${id}", ${expectedOneOf(id, ids)}${hint === undefined ? "" : `\n(${hint}?)`}`,
    );
  const rule = withIgnorable(help);
  const ofLint = lintRules.find((one) => one.id === id);
  const ofAudit = auditRules.find((one) => one.id === id);
  if (ofAudit) return { ...rule, wrong: ofAudit.bad.files, right: ofAudit.good.files };
  if (!ofLint) return rule;
  const examples = { wrong: ofLint.bad, right: ofLint.good };
  if (!ofLint.law) return { ...rule, ...examples };
  const { registry } = openRegistry(openProject(packageFolder));
  return { ...rule, jurisdictions: placesOfRule(ofLint, registry).holds, ...examples };
}

const indent = (text: string): string =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => `  ${line}`.trimEnd())
    .join("\n");

const showExample = (title: string, files: Example = {}): string[] =>
  Object.entries(files).map(([path, text]) => `${title}\n\n  # ${path}\n${indent(text)}`);

/** Prints what a rule finds, why, by which source or in which places, and a wrong and a right example. */
export function runExplain(id: string, options: ListingOptions, context: Context): ExitStatus {
  const isJson = checkListing(options) === "json";
  const rule = explain(id);
  if (isJson) {
    context.out(listJson({ rule }));
    return exitStatus.ok;
  }
  const { severity, summary, why, source, jurisdictions, ignorable, wrong, right } = rule;
  const paragraphs = [
    `${id}: ${severity}`,
    [summary, why].filter(Boolean).join(" "),
    source && `Source: ${source}`,
    jurisdictions && `By the law of: ${jurisdictions.join(", ")}`,
    ignorable
      ? `To ignore it, with a reason, above the line:\n\n  # ignore ${id}: agreed with …`
      : "It cannot be ignored.",
    ...showExample("Wrong:", wrong),
    ...showExample("Right:", right),
  ];
  context.out(`${paragraphs.filter(Boolean).join("\n\n")}\n`);
  return exitStatus.ok;
}
