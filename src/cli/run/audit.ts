import { judgeEvidence } from "../../audit/judge.ts";
import { showCrawled } from "../../audit/crawl/crawled-text.ts";
import { listObserved, showPhases } from "../../audit/observation-text.ts";
import type { Diagnostic } from "../../diagnostic.ts";
import type { Evidence } from "../../observation/observation.ts";
import type { Entry } from "../../registry/entry.ts";
import type { Registry } from "../../registry/registry.ts";
import type { Site } from "../../registry/schema/site.ts";
import { regrade } from "../../rules/severities.ts";
import { summarize } from "../../report/text.ts";
import type { AuditOptions } from "../commands/audit.ts";
import { type Context, type ExitStatus, exitStatus, UsageError } from "../context.ts";
import { prepareReport } from "../deliver.ts";
import { runDraft } from "./draft.ts";
import { gatherEvidence } from "./evidence/gather-evidence.ts";
import { prepareSaving } from "./evidence/save-evidence.ts";
import type { Report } from "../report.ts";
import { checkSites, readProject } from "../project.ts";
import { findProject, pickSite } from "../project-folder.ts";

function judge(site: Entry<Site>, registry: Registry, evidence: Evidence): Report {
  const { observations, crawled } = evidence;
  const { comparison, diagnostics } = judgeEvidence(site, registry, evidence);
  const { incomplete } = comparison;
  return {
    diagnostics,
    tables: () => [
      ...(crawled ? [showCrawled(crawled)] : []),
      ...showPhases(comparison, observations),
    ],
    facts: () => ({
      site: site.id,
      incomplete,
      ...(crawled ? { crawled } : {}),
      observed: listObserved(comparison, observations),
    }),
    incomplete,
  };
}

function summarizeRun(
  site: string,
  { observations, incomplete }: Evidence,
  diagnostics: readonly Diagnostic[],
  milliseconds: number,
): string {
  const found = diagnostics.length > 0 ? summarize(diagnostics) : "no problems";
  const gaps = incomplete.length > 0 ? "; INCOMPLETE" : "";
  return `${site}, ${observations.length} observations: ${found}${gaps} (${(milliseconds / 1000).toFixed(1)} s)\n`;
}

/** Holds what a site declares against what evidence shows that it does; a registry with errors is not audited. */
export async function runAudit(
  files: readonly string[],
  options: AuditOptions,
  context: Context,
): Promise<ExitStatus> {
  const began = performance.now();
  const deliver = prepareReport(options, context);
  if (options.draft) return runDraft(files, options, context);
  if (options.url !== undefined)
    throw new UsageError("--url goes with --draft: the site's file says where the site is");
  const project = findProject(options.project, context);
  const checked = readProject(project, context);
  const { registry, diagnostics } = checked;
  if (diagnostics.length > 0) {
    deliver({ diagnostics });
    context.err("nothing was audited\n");
    return exitStatus.problems;
  }
  checkSites(checked, "audit");
  const site = pickSite(registry.sites, options.site);
  const save = prepareSaving(options, files, project, context);
  const evidence = await gatherEvidence(files, site.value.url, options, context);
  save(evidence);
  const judged = judge(site, registry, evidence);
  const report = { ...judged, diagnostics: regrade(judged.diagnostics, options.severities) };
  const status = deliver(report);
  context.err(
    summarizeRun(
      site.id,
      { ...evidence, ...report },
      report.diagnostics,
      performance.now() - began,
    ),
  );
  return status;
}
