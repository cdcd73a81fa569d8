import { join } from "node:path";
import { auditRules } from "../../../audit/rules.ts";
import { replaceSources } from "../../../files/replace-sources.ts";
import { textAt } from "../../../files/write-files.ts";
import { countUnjudged } from "../../../lint/cases.ts";
import { coverageOf } from "../../../lint/coverage.ts";
import { lint } from "../../../lint/lint.ts";
import { lintRules } from "../../../lint/rules.ts";
import { isInstalled } from "../../../optional.ts";
import type { Registry } from "../../../registry/registry.ts";
import { regrade } from "../../../rules/severities.ts";
import { summarize } from "../../../report/text.ts";
import { meantJurisdiction } from "../../../vocabulary/synonyms.ts";
import { defaultJurisdictions } from "../../../vocabulary/vocabulary.ts";
import type { LintOptions } from "../../commands/lint.ts";
import { type Context, type ExitStatus, UsageError } from "../../context.ts";
import { prepareReport } from "../../deliver.ts";
import { findProject } from "../../project-folder.ts";
import { checkSites, readProject } from "../../project.ts";
import { createCanWait, createDescribe, passOver } from "./baseline/pass-over.ts";
import { baselineFile, readBaseline } from "./baseline/read-baseline.ts";
import { writeBaseline } from "./baseline/write-baseline.ts";
import { type Judged, mendAll } from "./mend.ts";
import { inPaths, ofSites } from "./select.ts";

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
function describeCoverage(registry: Registry, { jurisdiction, site }: LintOptions): string {
  const places = [...registry.sites.values()]
    .filter(({ id }) => site.length === 0 || site.includes(id))
    .flatMap(({ value }) => value.jurisdictions ?? defaultJurisdictions);
  return coverageOf([...new Set(jurisdiction ?? places)], registry, lintRules)
    .map(({ id, rules, notCovered }) => {
      const gaps = notCovered.length > 0 ? `; not covered: ${notCovered.join(", ")}` : "";
      return rules > 0
        ? `${id}: ${rules} rules${gaps}\n`
        : `${id}: no rules, its law is not known\n`;
    })
    .join("");
}

/** One line on what no rule has judged; empty where that is nothing. */
function describeUnjudged(registry: Registry): string {
  const { sites, providers } = countUnjudged(registry);
  const counts = [...countOf(sites, "site"), ...countOf(providers, "provider")];
  return counts.length === 0
    ? ""
    : `the rules have not judged ${counts.join(" and ")}, whose errors come first\n`;
}

const countOf = (count: number, word: string): string[] =>
  count === 0 ? [] : [`${count} ${word}${count === 1 ? "" : "s"}`];

function checkToday(today: string | undefined): void {
  if (today === undefined || /^\d{4}-\d{2}-\d{2}$/.test(today)) return;
  throw new UsageError(`bad day "${today}", expected one such as "2026-11-01"`);
}

/** What is wrong of what is asked for: what the loader finds, and what the rules find in all that it could read. */
function judge(
  folder: string,
  paths: readonly string[],
  options: LintOptions,
  context: Context,
): Judged {
  const isInPaths = inPaths(paths, context);
  const project = readProject(folder, context);
  const { registry, loaded } = project;
  checkJurisdictions(options.jurisdiction ?? [], registry);
  const isOfSites = ofSites(options.site, registry, loaded.opened.claims);
  const found = lint(registry, {
    rules: lintRules,
    otherRules: auditRules.map(({ id }) => id),
    today: options.today ?? context.today(),
    isInstalled,
    ...(options.jurisdiction ? { jurisdictions: options.jurisdiction } : {}),
  });
  const diagnostics = [...project.diagnostics, ...regrade(found, options.severities)];
  return { project, diagnostics: diagnostics.filter((one) => isInPaths(one) && isOfSites(one)) };
}

function summarizeRun(
  { diagnostics, waiting, project: { fileCount } }: Reported,
  milliseconds: number,
): string {
  const found = diagnostics.length > 0 ? summarize(diagnostics) : "no problems";
  const put = waiting > 0 ? `; ${waiting} in ${baselineFile}` : "";
  return `${fileCount} files: ${found}${put} (${(milliseconds / 1000).toFixed(1)} s)\n`;
}

/** What is left to report of what was judged. */
interface Reported extends Judged {
  /** How many problems the baseline holds. */
  readonly waiting: number;
}

/** Leaves out what the baseline holds; what it should hold no more is known only where everything was judged. */
function leaveBaseline(judged: Judged, isWhole: boolean, context: Context): Reported {
  const { registry } = judged.project;
  const { baseline, diagnostics: faulty } = readBaseline(registry.project);
  if (!baseline) return { ...judged, diagnostics: [...judged.diagnostics, ...faulty], waiting: 0 };
  const describe = createDescribe(registry, context);
  const { diagnostics, waiting, faults } = passOver(judged.diagnostics, baseline, describe);
  const further = isWhole && describeUnjudged(registry) === "" ? faults : [];
  return { ...judged, diagnostics: [...diagnostics, ...further], waiting };
}

/** Writes what can wait into the baseline; what cannot is left. */
function takeBaseline(folder: string, judged: Judged, context: Context): Reported {
  const { registry } = judged.project;
  const { baseline, diagnostics: faulty } = readBaseline(registry.project);
  if (faulty.length > 0) return { ...judged, diagnostics: faulty, waiting: 0 };
  const describe = createDescribe(registry, context);
  const { text, waiting } = writeBaseline(judged.diagnostics, describe, baseline);
  const path = join(folder, baselineFile);
  replaceSources(folder, [{ path, before: textAt(path), text }], context.host);
  const canWait = createCanWait();
  const left = judged.diagnostics.filter((one) => !canWait(one));
  return { ...judged, diagnostics: left, waiting };
}

/** Reports every problem of a project's files, or of some; with `fix` it first mends what has one right answer. */
export function runLint(
  paths: readonly string[],
  options: LintOptions,
  context: Context,
): ExitStatus {
  const began = performance.now();
  const deliver = prepareReport(options, context);
  checkToday(options.today);
  const { site, jurisdiction, fix, baseline, quiet } = options;
  const isWhole = paths.length === 0 && site.length === 0 && !jurisdiction;
  if (baseline && !isWhole)
    throw new UsageError("--baseline is of the whole project, expected no path, site or place");
  const folder = findProject(options.project, context);
  const judgeOnce = () => judge(folder, paths, options, context);
  const judged = fix ? mendAll(folder, judgeOnce, context) : judgeOnce();
  const reported = baseline
    ? takeBaseline(folder, judged, context)
    : leaveBaseline(judged, isWhole, context);
  const status = deliver(reported);
  checkSites(judged.project, "lint");
  context.err(summarizeRun(reported, performance.now() - began));
  context.err(describeUnjudged(judged.project.registry));
  if (!quiet) context.err(describeCoverage(judged.project.registry, options));
  return status;
}
