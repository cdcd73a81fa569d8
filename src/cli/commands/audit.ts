import {
  type AddCommand,
  formatOption,
  projectOption,
  type ProjectOptions,
  strictOption,
} from "./options.ts";

export interface BrowseOptions {
  readonly browse?: true;
  readonly path?: readonly string[];
  readonly browser?: string;
  readonly reject?: string;
  readonly accept?: string;
}

export interface DraftOptions extends ProjectOptions, BrowseOptions {
  readonly site?: string;
  readonly url?: string;
}

export interface AuditOptions extends DraftOptions {
  readonly format: string;
  readonly strict?: true;
  readonly save?: string;
  readonly draft?: true;
}

/** Collects an option that may be given several times, and leaves the words behind it alone. */
const append = (value: string, earlier: readonly string[] = []): string[] => [...earlier, value];

<<<<<<< HEAD
export const addAudit: AddCommand = (program, context, end) =>
  program
    .command("audit")
    .description("hold what a site declares against what it was seen to set")
    .argument("[files...]", "evidence: HAR, Playwright storageState, cookies.txt, …")
    .option(...projectOption)
    .option("--site <id>", "the site that was visited")
    .option(...formatOption)
    .option(...strictOption)
    .option(
      "--browse",
      "look at the site in Chromium: before a choice, after rejecting, after accepting",
    )
    .option(
      "--path <path>",
      "a page to look at, given as often as needed (default: the site's address)",
      append,
    )
    .option("--browser <file>", "the Chrome, Edge or Chromium to use")
    .option("--reject <selector>", "what to click to reject everything")
    .option("--accept <selector>", "what to click to accept everything")
    .option("--save <file>", "keep the evidence, without values, for a later audit")
    .option("--draft", "write a first registry from the evidence instead")
    .option("--url <address>", "the site to draft")
    .action(async (files: string[], options: AuditOptions) => {
      const { runAudit } = await import("../run/audit.ts");
      end(await runAudit(files, options, context));
    });
=======
function judge(site: Entry<Site>, registry: Registry, evidence: Evidence): Report {
  const { observations } = evidence;
  const comparison = compareEvidence(site, registry, evidence);
  const { incomplete } = comparison;
  const { id, value } = site;
  const found = audit(registry, comparison, {
    rules: auditRules,
    propose: (cookies) => propose(registry, { id, name: value.name, url: value.url }, cookies),
  });
  return {
    diagnostics: [...evidence.diagnostics, ...found],
    tables: () => showPhases(comparison, observations),
    facts: () => ({
      site: id,
      incomplete,
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
  options: AuditCommandOptions,
  context: Context,
): Promise<ExitStatus> {
  const began = performance.now();
  const render = pickFormat(options.format);
  if (options.draft) return runDraft(files, options, context);
  if (options.url !== undefined)
    throw new UsageError("--url goes with --draft: the site's file says where the site is");
  const project = findProject(options.project, context);
  const { registry, diagnostics } = readProject(project, context);
  if (diagnostics.length > 0) {
    context.out(render({ diagnostics }, context));
    context.err("nothing was audited\n");
    return exitStatus.problems;
  }
  const site = findSite(registry, options.site);
  const save = prepareSaving(options, files, project, context);
  const evidence = await gatherEvidence(files, site.value.url, options, context);
  save(evidence);
  const report = judge(site, registry, evidence);
  context.out(render(report, context));
  context.err(
    summarizeRun(
      site.id,
      { ...evidence, ...report },
      report.diagnostics,
      performance.now() - began,
    ),
  );
  return fails(report.diagnostics, options.strict === true) ? exitStatus.problems : exitStatus.ok;
}
>>>>>>> evidence
