import { auditRules } from "../../audit/rules.ts";
import { lint } from "../../lint/lint.ts";
import { lintRules } from "../../lint/rules.ts";
import type { Registry } from "../../registry/registry.ts";
import { regrade } from "../../rules/severities.ts";
import { summarize } from "../../report/text.ts";
import type { BuildOptions } from "../commands/build.ts";
import { createDescribe, passOver } from "./lint/baseline/pass-over.ts";
import { readBaseline } from "./lint/baseline/read-baseline.ts";
import { fails, type Context } from "../context.ts";

/**
 * Prints one line on what the rules find beyond the baseline; false where that stops a strict build. Rules about age are left to `lint`.
 */
export function checkRules(
  registry: Registry,
  { project, strict, severities }: Pick<BuildOptions, "project" | "strict" | "severities">,
  context: Context,
): boolean {
  const otherRules = auditRules.map(({ id }) => id);
  const judged = lint(registry, { rules: lintRules, otherRules });
  const { baseline } = readBaseline(registry.project);
  const graded = regrade(judged, severities);
  const left = baseline
    ? passOver(graded, baseline, createDescribe(registry, context)).diagnostics
    : graded;
  const found = left.filter(({ severity }) => severity !== "note");
  const where = project === undefined ? "" : ` --project ${project}`;
  if (found.length > 0)
    context.err(`${summarize(found)} by the rules: npx cookie-ledger lint${where}\n`);
  const stops = strict === true && fails(found, false);
  if (stops) context.err("nothing was built\n");
  return !stops;
}
