import { addHelp } from "./help.ts";
import {
  type AddCommand,
  addReportOptions,
  projectOption,
  type ProjectOptions,
  type ReportOptions,
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

export interface AuditOptions extends DraftOptions, ReportOptions {
  readonly save?: string;
  readonly draft?: true;
}

/** Collects an option that may be given several times, and leaves the words behind it alone. */
const append = (value: string, earlier: readonly string[] = []): string[] => [...earlier, value];

export const addAudit: AddCommand = (program, context, end) => {
  const command = program
    .command("audit")
    .description("hold what a site declares against what it was seen to set")
    .argument("[files...]", "evidence: HAR, Playwright storageState, cookies.txt, …")
    .option(...projectOption)
    .option("--site <id>", "the site that was visited (default: the only one)");
  addReportOptions(command)
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
  addHelp(command, context, "audit.md", [
    "audit visit.har state.json",
    "audit --site my-site --browse",
    "audit --draft --url https://www.example.org visit.har",
  ]);
};
