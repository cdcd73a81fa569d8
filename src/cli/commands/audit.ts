import { InvalidArgumentError } from "commander";
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
  readonly crawl?: number;
  readonly sitemap?: string;
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

/** The most pages of one crawl; a larger site shows what it sets on far fewer. */
const maximumPages = 500;

function readPages(text: string): number {
  const pages = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (pages >= 1 && pages <= maximumPages) return pages;
  throw new InvalidArgumentError(`Expected a number from 1 to ${maximumPages}.`);
}

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
    .option("--crawl <number>", "look at so many pages, found by the links of the site", readPages)
    .option("--sitemap <address>", "take the pages to look at from this sitemap of the site")
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
    "audit --site my-site --browse --crawl 50",
    "audit --draft --url https://www.example.org visit.har",
  ]);
};
