import type { BrowserContext, Page, Request } from "playwright-core";
import type { Bounds, Clock } from "./timeouts.ts";
import { within } from "../../browser/within.ts";

/** Knows when a page has come to rest. */
export interface Rest {
  /** Ends when the page is at rest or the time is over; false where it had not even loaded by then. */
  readonly wait: (page: Page, clock: Clock, isLost: () => boolean) => Promise<boolean>;
}

const step = 50;

/** A connection that stays open, as chats have, keeps a page from rest no longer than this many times the quiet. */
const patienceWithOpen = 2;

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Watches the network of a browser for the rest of its pages. */
export function watchRest(context: BrowserContext, bounds: Bounds): Rest {
  const open = new Set<Request>();
  let lastActivity = performance.now();
  const begin = (request: Request): void => {
    open.add(request);
    lastActivity = performance.now();
  };
  const end = (request: Request): void => {
    if (open.delete(request)) lastActivity = performance.now();
  };
  context.on("request", begin);
  context.on("requestfinished", end);
  context.on("requestfailed", end);

  const wait: Rest["wait"] = async (page, clock, isLost) => {
    const until = performance.now() + Math.min(bounds.rest, clock.left());
    const isQuiet = () => {
      const quiet = performance.now() - lastActivity;
      return quiet >= bounds.quiet * (open.size > 0 ? patienceWithOpen : 1);
    };
    const loaded = await within(
      until - performance.now(),
      page.waitForLoadState("load").then(() => true),
    );
    const isOver = () => performance.now() >= until || page.isClosed() || isLost();
    if (!loaded) return false;
    lastActivity = performance.now();
    while (!isQuiet() && !isOver()) await sleep(step);
    return true;
  };
  return { wait };
}
