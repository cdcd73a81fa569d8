import type { LintRule } from "../../src/lint/rule.ts";
import type { Finding } from "../../src/rules/rule.ts";
import { insecureLink } from "../../src/lint/rules/insecure-link.ts";
import { keyOrder } from "../../src/lint/rules/key-order.ts";
import { nameUnquoted } from "../../src/lint/rules/name-unquoted.ts";
import { applyEdits } from "../../src/source/edits.ts";
import type { FileKind, ProjectFile } from "../../src/registry/registry.ts";
import { sourceOf } from "../../src/source/yaml-file.ts";
import { type Mapping } from "../../src/source/mapping.ts";

/** The rules that mend what they find. */
export const mendingRules = [insecureLink, keyOrder, nameUnquoted];

/** The data of a text that is right YAML. */
export function read(text: string): Mapping {
  const { source, diagnostics } = sourceOf({ file: "test.yaml", text });
  if (!source) throw new Error(`${JSON.stringify(diagnostics)}\n${text}`);
  return source.value;
}

/** What rules that judge a file find in a text. */
export function judge(kind: FileKind, text: string, rules: readonly LintRule[]): Finding[] {
  const { source } = sourceOf({ file: "test.yaml", text });
  if (!source) throw new Error(text);
  return rules.flatMap((rule) => {
    const check = rule.check as (file: ProjectFile) => readonly Finding[];
    return check({ kind, source });
  });
}

/** The text once everything that can be mended is, round by round as the command does it. */
export function mend(
  kind: FileKind,
  text: string,
  rules: readonly LintRule[] = mendingRules,
): string {
  let mended = text;
  for (let round = 0; round < 10; round += 1) {
    const edits = judge(kind, mended, rules).flatMap(({ fix }) => fix ?? []);
    if (edits.length === 0) break;
    mended = applyEdits(mended, edits);
  }
  return mended;
}
