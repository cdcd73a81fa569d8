import { browse } from "../audit/browse/browse.ts";
import type { Evidence } from "../observation/observation.ts";
import { type Context, UsageError } from "./context.ts";

export interface BrowseOptions {
  readonly browse?: true;
  readonly path?: readonly string[];
  readonly browser?: string;
  readonly reject?: string;
  readonly accept?: string;
}

const further = ["path", "browser", "reject", "accept"] as const;

/** Fails where a page is not of the site, and where words for a browser come without one. */
export function checkBrowseOptions(url: string, options: BrowseOptions): void {
  const idle = further.find((name) => options[name] !== undefined);
  if (!options.browse && idle !== undefined)
    throw new UsageError(`--${idle} goes with --browse: without it no browser is started`);
  const { origin } = new URL(url);
  const isOfSite = (path: string) =>
    path.startsWith("/") && URL.canParse(path, url) && new URL(path, url).origin === origin;
  const foreign = options.path?.find((path) => !isOfSite(path));
  if (foreign !== undefined)
    throw new UsageError(`bad path "${foreign}", expected one of the site such as "/en/shop"`);
}

/** Looks at a site in a browser, where the command line asks for it; `checkBrowseOptions` comes first. */
export async function lookAtSite(
  url: string,
  options: BrowseOptions,
  { isRoot, signal, err }: Context,
): Promise<Evidence | undefined> {
  if (!options.browse) return undefined;
  const { path: paths = [], browser, reject, accept } = options;
  err(`visiting ${url} three times: before any choice, after rejecting, after accepting\n`);
  return browse({
    url,
    paths,
    isRoot,
    signal,
    ...(browser !== undefined && { browser }),
    ...(reject !== undefined && { reject }),
    ...(accept !== undefined && { accept }),
  });
}
