import { addressOf } from "../../observation/address.ts";
import { type LeftOutReason, leftOutReasons } from "../../observation/crawled.ts";
import { within } from "../../browser/within.ts";
import type { Clock } from "../browse/timeouts.ts";
import type { Tour } from "../browse/tour.ts";
import type { Frontier } from "./frontier.ts";
import { guardNavigation } from "./guard-navigation.ts";
import { readLinks } from "./links.ts";
import type { Pace } from "./pace.ts";
import type { Next } from "./queue.ts";

/** What the visits of one crawl share. */
interface Trip {
  readonly frontier: Frontier;
  readonly pace: Pace;
  readonly signal: AbortSignal;
  /** For one visit, milliseconds. */
  readonly time: number;
}

const patienceForLinks = 5000;

const isLeftOut = (refusal: string): refusal is LeftOutReason =>
  leftOutReasons.some((reason) => reason === refusal);

async function departAt(pace: Pace, signal: AbortSignal, clock: Clock): Promise<boolean> {
  await pace.wait(clock.left());
  return clock.left() > 0 && !signal.aborted;
}

/** A tour that finds its pages as it goes. */
export interface Discovery {
  readonly tour: Tour;
  /** The addresses that opened, in their order; filled as the tour goes on. */
  readonly opened: readonly string[];
  /** Why something may have gone unseen, a plain clause each; filled as the tour goes on. */
  readonly gaps: ReadonlySet<string>;
}

/** Goes where the frontier leads, and tells it what every page links to. */
export function discoveryTour({
  frontier,
  pace,
  signal,
  time,
  pages,
  followsLinks,
}: Trip & { readonly pages: number; readonly followsLinks: boolean }): Discovery {
  const opened: string[] = [];
  const gaps = new Set<string>();
  let current: Next | undefined;
  let strayedTo = "";

  const guard = guardNavigation((url) => {
    const reason = frontier.judge(url);
    if (reason) strayedTo = url;
    return reason ?? (frontier.land(url) ? undefined : "seen");
  });

  const walk: Tour["walk"] = function* (clock) {
    while (clock.left() > 0 && !signal.aborted && (current = frontier.next())) yield current.url;
    frontier.end(clock.left() > 0 ? "page-limit" : "time-limit");
    if (frontier.isOverfull())
      gaps.add("the site links to more addresses than can be kept, and the rest was left out");
  };

  const arrive: Tour["arrive"] = (url) => {
    const refusal = guard.end();
    if (refusal === undefined) return false;
    const about = addressOf(url)!;
    if (refusal === "redirects") gaps.add(`${about} redirects without end`);
    if (refusal === "other-host" && current?.depth === 0)
      gaps.add(
        `${about} leads to another host, "${new URL(strayedTo).host}", and a crawl stays on the one in the url of the site`,
      );
    if (isLeftOut(refusal)) frontier.leaveOut(url, refusal);
    return true;
  };

  const look: Tour["look"] = async (url, page) => {
    opened.push(url);
    if (!followsLinks || !current) return;
    const links = await within(patienceForLinks, readLinks(page));
    if (!links) gaps.add(`the links of ${addressOf(url)!} could not be read`);
    frontier.add(links ?? [], current.depth + 1);
  };

  const depart: Tour["depart"] = async (url, clock) => {
    const mayGo = await departAt(pace, signal, clock);
    if (mayGo) guard.begin(url);
    else frontier.leaveOut(url, "time-limit");
    return mayGo;
  };
  return { tour: { pages, time, walk, follow: guard.follow, depart, arrive, look }, opened, gaps };
}

/** Goes to pages that are known, and no further than a crawl may. */
export function knownTour({
  frontier,
  pace,
  signal,
  time,
  pages,
}: Trip & { readonly pages: readonly string[] }): Tour {
  // What a visitor clicks in a banner may be an act.
  const guard = guardNavigation((url, isRedirect) => {
    const reason = frontier.judge(url);
    return reason === "act" && !isRedirect ? undefined : reason;
  });
  return {
    pages: pages.length,
    time,
    follow: guard.follow,
    depart: async (url, clock) => {
      const mayGo = await departAt(pace, signal, clock);
      if (mayGo) guard.begin(url);
      return mayGo;
    },
    arrive: () => guard.end() !== undefined,
    look: () => Promise.resolve(),
    walk: () => pages,
  };
}
