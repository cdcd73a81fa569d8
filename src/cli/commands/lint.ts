import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Diagnostic } from "../../diagnostic.ts";
import { auditRules } from "../../audit/rules.ts";
import { lint } from "../../lint/lint.ts";
import { packs } from "../../lint/jurisdictions.ts";
import { lintRules } from "../../lint/rules.ts";
import { applyEdits } from "../../source/edits.ts";
import { summarize } from "../../report/text.ts";
import { attempt } from "../../files/system-error.ts";
import { type Context, type ExitStatus, exitStatus, fails, UsageError } from "../context.ts";
import { type CheckedProject, readProject } from "../project.ts";
import { findProject } from "../project-folder.ts";
import { pickFormat } from "../report.ts";

export interface LintCommandOptions {
  readonly project: string;
  readonly format: string;
  readonly jurisdiction?: readonly string[];
  readonly today?: string;
  readonly strict?: true;
  readonly fix?: true;
}

function checkJurisdictions(asked: readonly string[] | undefined): void {
  const known = packs.map(({ id }) => id);
  const unknown = asked?.find((id) => !known.includes(id));
  if (unknown !== undefined)
    throw new UsageError(`unknown jurisdiction "${unknown}", expected one of ${known.join(", ")}`);
}

function checkToday(today: string | undefined): void {
  if (today === undefined || /^\d{4}-\d{2}-\d{2}$/.test(today)) return;
  throw new UsageError(`bad day "${today}", expected one such as "2026-11-01"`);
}

/** Everything that is wrong: what the loader finds, and what the rules find in all that it could read. */
function judge(folder: string, options: LintCommandOptions, context: Context) {
  const project = readProject(folder, context);
  const found = lint(project.registry, {
    rules: lintRules,
    otherRules: auditRules.map(({ id }) => id),
    today: options.today ?? context.today(),
    ...(options.jurisdiction ? { jurisdictions: options.jurisdiction } : {}),
  });
  return { project, diagnostics: [...project.diagnostics, ...found] };
}

/** Mends what has one right answer, file by file; returns how many files it changed. */
function mend(diagnostics: readonly Diagnostic[], context: Context): number {
  const byFile = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const { file } = diagnostic.location;
    if (diagnostic.fix) byFile.set(file, [...(byFile.get(file) ?? []), diagnostic]);
  }
  for (const [file, fixable] of byFile) {
    const path = resolve(context.folder, file);
    attempt(`mend "${file}"`, () => {
      const text = readFileSync(path, "utf8");
      // The loader reads past a byte order mark, and places count from behind it.
      const mark = text.startsWith("\ufeff") ? "\ufeff" : "";
      const edits = fixable.flatMap(({ fix }) => fix ?? []);
      writeFileSync(path, mark + applyEdits(text.slice(mark.length), edits));
    });
  }
  return byFile.size;
}

const maximumRounds = 10;

function summarizeRun(
  diagnostics: readonly Diagnostic[],
  { fileCount }: CheckedProject,
  milliseconds: number,
): string {
  const found = diagnostics.length > 0 ? summarize(diagnostics) : "no problems";
  return `${fileCount} files: ${found} (${(milliseconds / 1000).toFixed(1)} s)\n`;
}

/** Reports every problem of a project's files; with `fix` it first mends what has one right answer. */
export function runLint(options: LintCommandOptions, context: Context): ExitStatus {
  const began = performance.now();
  const render = pickFormat(options.format);
  checkJurisdictions(options.jurisdiction);
  checkToday(options.today);
  const folder = findProject(options.project, context);
  let judged = judge(folder, options, context);
  for (let round = 0; options.fix && round < maximumRounds; round += 1) {
    if (mend(judged.diagnostics, context) === 0) break;
    judged = judge(folder, options, context);
  }
  const { project, diagnostics } = judged;
  context.out(render({ diagnostics }, context));
  context.err(summarizeRun(diagnostics, project, performance.now() - began));
  return fails(diagnostics, options.strict === true) ? exitStatus.problems : exitStatus.ok;
}
