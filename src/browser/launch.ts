import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { platform, tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, BrowserType } from "playwright-core";
import { within } from "./within.ts";
import { boundMemory } from "./bound-memory.ts";
import { CannotBrowse, loadChromium, type Need } from "./chromium.ts";

/** Which browser runs, and how. */
export interface Launch {
  readonly need: Need;
  /** Its executable; where absent, the first that is found of those that people have. */
  readonly browser?: string;
  /** Whether the process is root, under which Chromium's sandbox does not start on Linux. */
  readonly isRoot: boolean;
  /** More words for its command line. */
  readonly flags?: readonly string[];
  readonly signal: AbortSignal;
}

/**
 * The browser itself stays off the network, does not say that it is driven, which some consent banners hide from, and
 * keeps foreign frames in the process of the page: only so does the page's own debugging session see why a cookie of
 * theirs was blocked.
 */
const flags = [
  "--disable-blink-features=AutomationControlled",
  "--disable-site-isolation-trials",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
  "--js-flags=--max-old-space-size=1024",
];

/** Some distributions block third-party cookies from the start, and what is blocked goes unseen. */
const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };

const linuxPaths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/snap/bin/chromium"];

type Which = { readonly executablePath: string } | { readonly channel: string };

function candidates(chromium: BrowserType, browser: string | undefined): Which[] {
  if (browser !== undefined) return [{ executablePath: browser }];
  const paths = [chromium.executablePath(), ...(platform() === "linux" ? linuxPaths : [])];
  const [own, ...others] = paths.map((path) => ({ path, there: existsSync(path) }));
  const found = (all: readonly ({ path: string; there: boolean } | undefined)[]) =>
    all.flatMap((one) => (one?.there ? [{ executablePath: one.path }] : []));
  return [...found([own]), { channel: "chrome" }, { channel: "msedge" }, ...found(others)];
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

const isAbsent = (error: unknown): boolean => messageOf(error).includes("is not found at");

/** What the browser said on its way out, or else what the driver says of it; one line. */
function explainStart(error: unknown): string {
  const message = messageOf(error);
  if (message.includes("sandboxing failed"))
    return "its sandbox cannot work here, which needs unprivileged user namespaces";
  const said = /\[err\] (.+)/.exec(message)?.[1];
  return said ?? message.split("\n")[0]!.replace(/^[\w.]+: /, "");
}

async function start(
  profile: string,
  { need, browser, isRoot, flags: more = [] }: Launch,
): Promise<BrowserContext> {
  const chromium = await loadChromium(need);
  if (browser !== undefined && !existsSync(browser))
    throw new CannotBrowse(`there is no browser at "${browser}"`);
  for (const which of candidates(chromium, browser))
    try {
      return await chromium.launchPersistentContext(profile, {
        ...which,
        args: [...flags, ...more],
        chromiumSandbox: !(isRoot && platform() === "linux"),
        acceptDownloads: false,
        artifactsDir: join(profile, "artifacts"),
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
        timeout: 30_000,
      });
    } catch (error) {
      if (isAbsent(error)) continue;
      throw new CannotBrowse(`the browser did not start: ${explainStart(error)}`, { cause: error });
    }
  throw new CannotBrowse(
    `${need.name} needs Chrome, Edge or Chromium, and none was found: install one, or name it with --browser`,
  );
}

/** How long a browser may take to end before its profile is removed under it. */
const patienceAtEnd = 10_000;

/**
 * Lets `use` work with a browser that has a profile of its own and knows nothing. However it ends, an abort included,
 * the browser is closed and the profile removed.
 */
export async function withBrowser<T>(
  launch: Launch,
  use: (context: BrowserContext) => Promise<T>,
): Promise<T> {
  const { signal } = launch;
  signal.throwIfAborted();
  const profile = await mkdtemp(join(tmpdir(), "cookie-ledger-profile-"));
  try {
    await mkdir(join(profile, "Default"));
    await writeFile(join(profile, "Default", "Preferences"), JSON.stringify(preferences));
    await mkdir(join(profile, "artifacts"));
    const context = await start(profile, launch);
    const stopWatching = boundMemory(profile);
    const close = () => within(patienceAtEnd, context.close());
    const onAbort = () => void close();
    signal.addEventListener("abort", onAbort, { once: true });
    try {
      signal.throwIfAborted();
      return await use(context);
    } finally {
      signal.removeEventListener("abort", onAbort);
      stopWatching();
      await close();
    }
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
