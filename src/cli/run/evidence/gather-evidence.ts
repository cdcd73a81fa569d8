import { statSync } from "node:fs";
import { resolve } from "node:path";
import { browse, type Look } from "../../../audit/browse/browse.ts";
import { isSameHost, parseWebAddress } from "../../../audit/crawl/page-address.ts";
import { withGaps } from "../../../audit/judge.ts";
import { readEvidence } from "../../../importers/read-evidence.ts";
import { mergeEvidence } from "../../../observation/merge.ts";
import type { Evidence, Phase } from "../../../observation/observation.ts";
import { openProject } from "../../../registry/project.ts";
import type { BrowseOptions } from "../../commands/audit.ts";
import { UsageError, type Context } from "../../context.ts";
import { parseUrl } from "../../../vocabulary/host.ts";

const further = ["path", "browser", "reject", "accept", "crawl", "sitemap"] as const;

const isOnHost = (address: string, url: string): boolean => {
  const parsed = parseWebAddress(parseUrl(address, url)?.href ?? "");
  return parsed !== undefined && isSameHost(parsed, new URL(url));
};

/** Fails where a page or a sitemap is not of the site, and where words for a browser come without one. */
function checkBrowseOptions(url: string, options: BrowseOptions): void {
  const idle = further.find((name) => options[name] !== undefined);
  if (!options.browse && idle !== undefined)
    throw new UsageError(`--${idle} goes with --browse: without it no browser is started`);
  const { origin } = new URL(url);
  const isOfSite = (path: string) => path.startsWith("/") && parseUrl(path, url)?.origin === origin;
  const foreign = options.path?.find((path) => !isOfSite(path));
  if (foreign !== undefined)
    throw new UsageError(`bad path "${foreign}", expected one of the site such as "/en/shop"`);
  const { sitemap } = options;
  if (sitemap !== undefined && !isOnHost(sitemap, url))
    throw new UsageError(
      `bad sitemap "${sitemap}", expected one on the host of the site, "${new URL(url).host}"`,
    );
}

/** How many pages of a sitemap are looked at where `--crawl` does not say. */
const usualPages = 50;

const words: Readonly<Record<Phase, string>> = {
  before: "before any choice",
  rejected: "after rejecting",
  accepted: "after accepting",
};

async function crawlSite(
  look: Look,
  { crawl: pages, sitemap }: BrowseOptions,
  err: Context["err"],
): Promise<Evidence> {
  const { crawl } = await import("../../../audit/crawl/crawl.ts");
  const { url } = look;
  const most = pages ?? usualPages;
  err(`crawling ${url}: at most ${most} pages, all of them twice, and some a third time\n`);
  return crawl({
    ...look,
    pages: most,
    followsLinks: pages !== undefined,
    ...(sitemap !== undefined && { sitemap: new URL(sitemap, url).href }),
    onVisit: (phase, known) =>
      err(
        `visiting ${words[phase]}${known === undefined ? "" : `: ${known} ${known === 1 ? "page" : "pages"}`}\n`,
      ),
  });
}

/** Looks at a site in a browser, where the command line asks for it; `checkBrowseOptions` comes first. */
async function lookAtSite(
  url: string,
  options: BrowseOptions,
  { isRoot, signal, err }: Context,
): Promise<Evidence | undefined> {
  if (!options.browse) return undefined;
  const { path: paths = [], browser, reject, accept } = options;
  const look: Look = {
    url,
    paths,
    isRoot,
    signal,
    ...(browser !== undefined && { browser }),
    ...(reject !== undefined && { reject }),
    ...(accept !== undefined && { accept }),
  };
  if (options.crawl !== undefined || options.sitemap !== undefined)
    return crawlSite(look, options, err);
  err(`visiting ${url} three times: before any choice, after rejecting, after accepting\n`);
  return browse(look);
}

/** Fails where a file of evidence is not there, which is most often a slip. */
function checkFiles(files: readonly string[], { folder }: Context): void {
  for (const file of files) {
    const found = statSync(resolve(folder, file), { throwIfNoEntry: false });
    if (!found) throw new UsageError(`no file "${file}"`);
    if (found.isDirectory()) throw new UsageError(`"${file}" is a folder, expected a file`);
  }
}

/** What files of evidence show; fails where one is not there. */
export function readEvidenceFiles(files: readonly string[], context: Context): Evidence {
  checkFiles(files, context);
  const { name } = openProject(context.folder);
  const paths = files.map((file) => resolve(context.folder, file));
  return readEvidence(paths.map((path) => ({ path, file: name(path) })));
}

/** Gathers what visits to the site at `url` showed, from all that the command line names, as one. */
export async function gatherEvidence(
  files: readonly string[],
  url: string,
  options: BrowseOptions,
  context: Context,
): Promise<Evidence> {
  checkBrowseOptions(url, options);
  if (files.length === 0 && !options.browse)
    throw new UsageError(
      "no evidence\n(name a file of it: a HAR, a Playwright storageState, a cookies.txt, …; or look at the site with --browse)",
    );
  const read = files.length > 0 ? [readEvidenceFiles(files, context)] : [];
  const seen = await lookAtSite(url, options, context);
  return withGaps(mergeEvidence([...read, ...(seen ? [seen] : [])]));
}
