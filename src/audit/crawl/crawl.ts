import { addressOf } from "../../observation/address.ts";
import type { Evidence, Phase } from "../../observation/observation.ts";
import { loadChromium } from "../../browser/chromium.ts";
import { withBrowser } from "../../browser/launch.ts";
import { firstPages, joinLook, type Look, prepareChoice, visitAnew } from "../browse/browse.ts";
import { liveLook } from "../browse/optional-packages.ts";
import { startClock, usualBounds } from "../browse/timeouts.ts";
import { type Manners, usualManners } from "./manners.ts";
import { createFrontier } from "./frontier.ts";
import { keepPace, type Pace } from "./pace.ts";
import { askForRobots, type AskedManners } from "./instructions/read-robots.ts";
import { readSitemaps, type SitemapPages } from "./instructions/read-sitemaps.ts";
import { discoveryTour, knownTour } from "./tours.ts";

/** What to crawl, and how. */
export interface CrawlLook extends Look {
  /** The most pages to look at. */
  readonly pages: number;
  /** Whether the links of pages are followed. */
  readonly followsLinks: boolean;
  /** The address of a sitemap to take pages from, on the host of the site. */
  readonly sitemap?: string;
  readonly manners?: Manners;
  /** Called before each visit, with the number of pages where they are known. */
  readonly onVisit?: (phase: Phase, pages: number | undefined) => void;
}

const noSitemap: SitemapPages = { addresses: [], gaps: [] };

/** What a site asks of crawlers, and what its sitemap names: read in a browser whose cookies nobody looks at. */
async function readInstructions(
  look: CrawlLook,
  pace: Pace,
  { longestDelay, time }: Manners,
): Promise<AskedManners & { readonly named: SitemapPages }> {
  const { url, sitemap, signal, bounds = usualBounds } = look;
  const patience = bounds.answer + bounds.rest;
  const clock = startClock(time);
  const mayAsk = async (): Promise<boolean> => {
    await pace.wait(clock.left());
    return clock.left() > 0 && !signal.aborted;
  };
  const found = await withBrowser({ ...look, need: liveLook }, async (context) => {
    const page = context.pages()[0] ?? (await context.newPage());
    await mayAsk();
    const asked = await askForRobots(page, url, patience);
    pace.slowTo(Math.min((asked.robots.delaySeconds ?? 0) * 1000, longestDelay));
    const named =
      sitemap === undefined ? noSitemap : await readSitemaps(page, sitemap, { patience, mayAsk });
    return { ...asked, named };
  });
  signal.throwIfAborted();
  return found;
}

/** The pages on which something was seen before it was seen on any other, and those that were named. */
function tellingPages(
  { observations }: Evidence,
  opened: readonly string[],
  named: readonly string[],
): string[] {
  const telling = new Set(observations.map(({ page }) => page));
  const addresses = opened.map(addressOf);
  const found = opened.filter((url, index) => {
    const isFirst = addresses.indexOf(addresses[index]) === index;
    return named.includes(url) || (isFirst && telling.has(addresses[index]));
  });
  return found.length > 0 ? found : opened.slice(0, 1);
}

/**
 * Looks at a site as `browse` does, at the pages that it finds there itself: all of them before any choice, all of them
 * after accepting, and after rejecting those on which something was first seen in the other two. It stays on the host of
 * the site, keeps to what `robots.txt` asks for, and never asks for more addresses than it was allowed.
 */
export async function crawl(look: CrawlLook): Promise<Evidence> {
  const { url, manners = usualManners, signal, followsLinks, onVisit = () => {} } = look;
  // Of two packages that are missing, this one is named first.
  await loadChromium(liveLook);
  const rejecting = await prepareChoice("rejected", look);
  const accepting = await prepareChoice("accepted", look);
  const pace = keepPace(manners.delay, signal);
  const { robots, gap, named } = await readInstructions(look, pace, manners);
  const first = firstPages(look);
  const bounds = { ...manners, pages: look.pages };
  const frontier = createFrontier({ start: url, bounds, isAllowed: robots.allows });
  frontier.add(
    first.map((href) => ({ href })),
    0,
  );
  frontier.add(
    named.addresses.map((href) => ({ href })),
    1,
  );
  const trip = { frontier, pace, signal, time: manners.time };

  onVisit("before", undefined);
  const discovery = discoveryTour({ ...trip, pages: look.pages, followsLinks });
  const before = await visitAnew(look, { pages: first, tour: discovery.tour });
  const opened = discovery.opened.length > 0 ? discovery.opened : first.slice(0, look.pages);

  onVisit("accepted", opened.length);
  const accepted = await visitAnew(look, {
    pages: opened,
    choice: accepting,
    tour: knownTour({ ...trip, pages: opened }),
  });

  const telling = tellingPages(joinLook([before, accepted]), opened, first);
  onVisit("rejected", telling.length);
  const rejected = await visitAnew(look, {
    pages: telling,
    choice: rejecting,
    tour: knownTour({ ...trip, pages: telling }),
  });

  const seen = joinLook([before, rejected, accepted]);
  return {
    ...seen,
    incomplete: [
      ...(gap === undefined ? [] : [gap]),
      ...named.gaps,
      ...discovery.gaps,
      ...seen.incomplete,
    ],
    crawled: {
      pages: discovery.opened.map((page) => addressOf(page)!),
      delaySeconds: pace.delay() / 1000,
      leftOut: frontier.leftOut(),
    },
  };
}
