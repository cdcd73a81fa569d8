import { auditRules } from "../../audit/rules.ts";
import type { Diagnostic } from "../../diagnostic.ts";
import { lint } from "../../lint/lint.ts";
import { lintRules } from "../../lint/rules.ts";
import type { Registry } from "../../registry/registry.ts";
import { regrade, type Severities } from "../../rules/severities.ts";
import { summarize } from "../../report/text.ts";
import type { BuildOptions } from "../commands/build.ts";
import { createDescribe, passOver } from "./lint/baseline/pass-over.ts";
import { readBaseline } from "./lint/baseline/read-baseline.ts";
import { fails, type Context } from "../context.ts";

/** What the rules find beyond the baseline, without notes. Rules about age are left to `lint`. */
function findByRules(
  registry: Registry,
  severities: Severities | undefined,
  context: Context,
): readonly Diagnostic[] {
  const otherRules = auditRules.map(({ id }) => id);
  const judged = lint(registry, { rules: lintRules, otherRules });
  const { baseline } = readBaseline(registry.project);
  const graded = regrade(judged, severities);
  const left = baseline
    ? passOver(graded, baseline, createDescribe(registry, context)).diagnostics
    : graded;
  return left.filter(({ severity }) => severity !== "note");
}

/** What a command that builds takes of its options to judge by the rules. */
type JudgeOptions = Pick<BuildOptions, "project" | "severities">;

/** Prints one line on what the rules find, and returns that. */
export function judgeByRules(
  registry: Registry,
  { project, severities }: JudgeOptions,
  context: Context,
): readonly Diagnostic[] {
  const found = findByRules(registry, severities, context);
  const where = project === undefined ? "" : ` --project ${project}`;
  if (found.length > 0)
    context.err(`${summarize(found)} by the rules: npx cookie-ledger lint${where}\n`);
  return found;
}

/** As `judgeByRules`; false where that stops a strict build. */
export function checkRules(
  registry: Registry,
  options: JudgeOptions & Pick<BuildOptions, "strict">,
  context: Context,
): boolean {
  const found = judgeByRules(registry, options, context);
  const stops = options.strict === true && fails(found, false);
  if (stops) context.err("nothing was built\n");
  return !stops;
}
