import { auditRules } from "../../audit/rules.ts";
import { lint } from "../../lint/lint.ts";
import { lintRules } from "../../lint/rules.ts";
import type { Registry } from "../../registry/registry.ts";
import { summarize } from "../../report/text.ts";
import { fails, type Context } from "../context.ts";

/**
 * Prints one line on what the rules find; false where that stops a strict build. Rules about age are left to `lint`.
 */
export function checkRules(
  registry: Registry,
  { project, strict }: { readonly project: string; readonly strict?: true },
  context: Context,
): boolean {
  const otherRules = auditRules.map(({ id }) => id);
  const found = lint(registry, { rules: lintRules, otherRules }).filter(
    ({ severity }) => severity !== "note",
  );
  const where = project === "." ? "" : ` --project ${project}`;
  if (found.length > 0)
    context.err(`${summarize(found)} by the rules: npx cookie-ledger lint${where}\n`);
  const stops = strict === true && fails(found, false);
  if (stops) context.err("nothing was built\n");
  return !stops;
}
