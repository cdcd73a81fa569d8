import type { Diagnostic } from "../diagnostic.ts";
import { didYouMean } from "../registry/expected.ts";
import { findIgnores, type Ignore } from "../registry/ignores.ts";
import type { ProjectFile } from "../registry/registry.ts";
import type { Rule } from "./rule.ts";

/** What can be wrong with an ignore itself, by rule id. */
export const ignoreRules = {
  "ignore-without-reason": "An ignore does not say why.",
  "unknown-rule":
    "An ignore names a rule that does not exist, or one of the loader, which cannot be ignored.",
  "unused-ignore": "An ignore hides nothing.",
} as const;

const covers = (ignore: Ignore, { rule, location }: Diagnostic): boolean =>
  ignore.rule === rule && ignore.file === location.file && ignore.line === location.line;

function problem(
  ignore: Ignore,
  rule: keyof typeof ignoreRules,
  message: string,
  hint?: string,
): Diagnostic {
  return {
    severity: "error",
    rule,
    message,
    ...ignore.place,
    ...(hint === undefined ? {} : { hint }),
  };
}

/**
 * Drops what a comment in the file ignores, and reports comments that ignore nothing, say no reason or name no rule.
 * `ran` are the rules that were run: an ignore of another one is not judged.
 */
export function applyIgnores(
  diagnostics: readonly Diagnostic[],
  files: readonly ProjectFile[],
  ran: ReadonlySet<string>,
  rules: readonly Rule[],
): Diagnostic[] {
  // A table has no comments.
  const ignores = files.flatMap(({ source }) => (source.document ? findIgnores(source) : []));
  const known = rules.map(({ id }) => id);
  const faults = ignores.flatMap((ignore): Diagnostic[] => {
    const { rule, reason } = ignore;
    if (!known.includes(rule)) {
      const message = `unknown rule "${rule}", expected one that can be ignored`;
      return [problem(ignore, "unknown-rule", message, didYouMean(rule, known))];
    }
    if (reason === "")
      return [
        problem(
          ignore,
          "ignore-without-reason",
          `ignore of "${rule}" without a reason, expected ": " and why`,
        ),
      ];
    if (!ran.has(rule) || diagnostics.some((diagnostic) => covers(ignore, diagnostic))) return [];
    return [
      problem(
        ignore,
        "unused-ignore",
        `ignore of "${rule}" hides nothing, expected it to be gone`,
        "delete the comment",
      ),
    ];
  });
  const reasoned = ignores.filter(({ reason }) => reason !== "");
  const byLine = new Map<string, Ignore[]>();
  for (const ignore of reasoned) {
    const key = `${ignore.file}:${ignore.line}`;
    byLine.set(key, [...(byLine.get(key) ?? []), ignore]);
  }
  const kept = diagnostics.filter((diagnostic) => {
    const { file, line } = diagnostic.location;
    return !byLine.get(`${file}:${line}`)?.some((ignore) => covers(ignore, diagnostic));
  });
  return [...kept, ...faults];
}
