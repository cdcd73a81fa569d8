import { resolve } from "node:path";
import type { Diagnostic, Edit } from "../../diagnostic.ts";
import { auditRules } from "../../audit/rules.ts";
import { lint } from "../../lint/lint.ts";
import { coverageOf } from "../../lint/coverage.ts";
import { lintRules } from "../../lint/rules.ts";
import type { Registry } from "../../registry/registry.ts";
import { meantJurisdiction } from "../../vocabulary/synonyms.ts";
import { defaultJurisdictions } from "../../vocabulary/vocabulary.ts";
import { applyEdits } from "../../source/edits.ts";
import { summarize } from "../../report/text.ts";
import { replaceSources } from "../../files/replace-sources.ts";
import { FileChanged } from "../../files/write-files.ts";
import type { LintOptions } from "../commands/lint.ts";
import { type Context, type ExitStatus, exitStatus, fails, UsageError } from "../context.ts";
import { type CheckedProject, checkSites, readProject } from "../project.ts";
import { findProject } from "../project-folder.ts";
import { pickFormat } from "../report.ts";

function checkJurisdictions(asked: readonly string[], { jurisdictions }: Registry): void {
  const unknown = asked.find((id) => !jurisdictions.ids.has(id));
  if (unknown === undefined) return;
  const known = [...jurisdictions.ids].toSorted();
  const meant = meantJurisdiction(unknown);
  const hint = meant === undefined ? "" : `\n(write "${meant}")`;
  throw new UsageError(
    `unknown jurisdiction "${unknown}", expected one of ${known.join(", ")}${hint}`,
  );
}

/** One line for each place of the sites: how many rules hold there, and at what none looks. */
function describeCoverage(registry: Registry, { jurisdiction }: LintOptions): string {
  const ofSites = [...registry.sites.values()].flatMap(
    ({ value }) => value.jurisdictions ?? defaultJurisdictions,
  );
  return coverageOf([...new Set(jurisdiction ?? ofSites)], registry, lintRules)
    .map(({ id, rules, notCovered }) => {
      const gaps = notCovered.length > 0 ? `; not covered: ${notCovered.join(", ")}` : "";
      return rules > 0
        ? `${id}: ${rules} rules${gaps}\n`
        : `${id}: no rules, its law is not known\n`;
    })
    .join("");
}

function checkToday(today: string | undefined): void {
  if (today === undefined || /^\d{4}-\d{2}-\d{2}$/.test(today)) return;
  throw new UsageError(`bad day "${today}", expected one such as "2026-11-01"`);
}

interface Judged {
  readonly project: CheckedProject;
  readonly diagnostics: readonly Diagnostic[];
}

/** Everything that is wrong: what the loader finds, and what the rules find in all that it could read. */
function judge(folder: string, options: LintOptions, context: Context): Judged {
  const project = readProject(folder, context);
  checkJurisdictions(options.jurisdiction ?? [], project.registry);
  const found = lint(project.registry, {
    rules: lintRules,
    otherRules: auditRules.map(({ id }) => id),
    today: options.today ?? context.today(),
    ...(options.jurisdiction ? { jurisdictions: options.jurisdiction } : {}),
  });
  return { project, diagnostics: [...project.diagnostics, ...found] };
}

/** Mends what has one right answer in the project's own files, all or none; whether there was any. */
function mend(folder: string, { project, diagnostics }: Judged, context: Context): boolean {
  const edits = new Map<string, Edit[]>();
  for (const { fix, location } of diagnostics)
    if (fix) {
      const earlier = edits.get(location.file);
      if (earlier) earlier.push(fix);
      else edits.set(location.file, [fix]);
    }
  const texts = new Map(project.registry.files.map(({ source: { file, whole } }) => [file, whole]));
  const files = [...edits].flatMap(([file, fixes]) => {
    const before = texts.get(file);
    if (before === undefined) return [];
    return [{ path: resolve(context.folder, file), before, text: applyEdits(before, fixes) }];
  });
  return replaceSources(folder, files, context.host).length > 0;
}

/** As `mend`; a file that somebody changed since it was read is judged once more, too. */
function mendOrJudgeAgain(folder: string, judged: Judged, context: Context): boolean {
  try {
    return mend(folder, judged, context);
  } catch (error) {
    if (error instanceof FileChanged) return true;
    throw error;
  }
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
export function runLint(options: LintOptions, context: Context): ExitStatus {
  const began = performance.now();
  const render = pickFormat(options.format);
  checkToday(options.today);
  const folder = findProject(options.project, context);
  let judged = judge(folder, options, context);
  for (let round = 0; options.fix && round < maximumRounds; round += 1) {
    if (!mendOrJudgeAgain(folder, judged, context)) break;
    judged = judge(folder, options, context);
  }
  const { project, diagnostics } = judged;
  context.out(render({ diagnostics }, context));
  checkSites(project, "lint");
  context.err(summarizeRun(diagnostics, project, performance.now() - began));
  context.err(describeCoverage(project.registry, options));
  return fails(diagnostics, options.strict === true) ? exitStatus.problems : exitStatus.ok;
}
