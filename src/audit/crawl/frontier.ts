import { addressOf } from "../../observation/address.ts";
import { type LeftOut, type LeftOutReason, leftOutReasons } from "../../observation/crawled.ts";
import { isAct, isFile } from "./page-kinds.ts";
import { isSameHost, pageAddressOf, parseWebAddress } from "./page-address.ts";
import { createQueue, type Next } from "./queue.ts";

/** How far a crawl goes. */
export interface CrawlBounds {
  /** The most addresses that are asked for. */
  readonly pages: number;
  /** How many links from the first page a page may be away. */
  readonly depth: number;
  /** The most pages whose addresses differ in digits alone. */
  readonly alike: number;
}

/** A link as it stands in a page, its address made whole. */
export interface PageLink {
  readonly href: string;
  /** Whether the page asks robots not to follow it. */
  readonly isNofollow?: boolean;
  /** Whether the page says that there is a file behind it. */
  readonly isDownload?: boolean;
}

/** Knows every address that a crawl has met: which page comes next, and what is left out and why. */
export interface Frontier {
  /** Takes in what a page at that depth links to. */
  readonly add: (links: readonly PageLink[], depth: number) => void;
  /** Each page once, the nearest to the first one first. */
  readonly next: () => Next | undefined;
  /** Why an address that a page leads to by itself is none to ask for; `undefined` where it may be. */
  readonly judge: (target: string) => LeftOutReason | undefined;
  /** Whether a redirect from the page that was taken last may end there; false where that page was seen already. */
  readonly land: (target: string) => boolean;
  /** Counts an address that turned out to be no page of the site. */
  readonly leaveOut: (url: string, reason: LeftOutReason) => void;
  /** Counts as left out, for that reason, what has not been looked at. */
  readonly end: (reason: LeftOutReason) => void;
  readonly leftOut: () => readonly LeftOut[];
  /** Whether there were more addresses than can be kept. */
  readonly isOverfull: () => boolean;
}

export interface FrontierOptions {
  /** An address of the site; its host is the only one. */
  readonly start: string;
  readonly bounds: CrawlBounds;
  readonly isAllowed: (url: URL) => boolean;
}

/** The most addresses that are kept in mind; a trap has no end of them. */
const maximumKnown = 20_000;

/** What is left out, each address once, with the first of each reason. */
function countLeftOut() {
  const counts = new Map<LeftOutReason, { readonly example: string; count: number }>();
  return {
    add: (url: string, reason: LeftOutReason): void => {
      const found = counts.get(reason);
      if (found) found.count += 1;
      else counts.set(reason, { example: addressOf(url) ?? "", count: 1 });
    },
    list: (): LeftOut[] =>
      leftOutReasons.flatMap((reason) => {
        const found = counts.get(reason);
        return found ? [{ reason, addresses: found.count, example: found.example }] : [];
      }),
  };
}

/** Begins with no address at all: the pages to begin with are added at depth 0, and are the user's own choice. */
export function createFrontier({ start, bounds, isAllowed }: FrontierOptions): Frontier {
  const home = new URL(start);
  const known = new Set<string>();
  /** By their keys; another link to one of them may still be followed. */
  const unfollowed = new Map<string, string>();
  /** The keys of the page that was taken last, and of those that it led to. */
  let onWay = new Set<string>();
  const seenOfShape = new Map<string, number>();
  const leftOut = countLeftOut();
  const queue = createQueue(
    ({ depth, shape }) => depth > 0 && (seenOfShape.get(shape) ?? 0) >= bounds.alike,
    ({ url }) => leftOut.add(url, "alike"),
  );
  let taken = 0;
  let isOverfull = false;

  /** False where it was known before, or can no longer be kept in mind. */
  const isNew = (key: string): boolean => {
    if (known.has(key)) return false;
    isOverfull ||= known.size >= maximumKnown;
    if (isOverfull) return false;
    known.add(key);
    return true;
  };

  const refusalOf = (url: URL): LeftOutReason | undefined => {
    if (isFile(url)) return "download";
    if (isAct(url)) return "act";
    return isAllowed(url) ? undefined : "robots";
  };

  const reasonAt = (depth: number, url: URL, isDownload = false): LeftOutReason | undefined => {
    if (depth === 0) return undefined;
    if (isDownload) return "download";
    return refusalOf(url) ?? (depth > bounds.depth ? "depth" : undefined);
  };

  const addLink = ({ href, isNofollow, isDownload }: PageLink, depth: number): void => {
    const target = parseWebAddress(href);
    if (!target) return;
    if (!isSameHost(target, home)) {
      target.hash = "";
      if (isNew(target.href)) leftOut.add(target.href, "other-host");
      return;
    }
    const page = pageAddressOf(target, home);
    if (isNofollow && !known.has(page.key) && unfollowed.size < maximumKnown)
      unfollowed.set(page.key, page.url);
    if (isNofollow || !isNew(page.key)) return;
    unfollowed.delete(page.key);
    const reason = reasonAt(depth, new URL(page.url), isDownload);
    if (reason) leftOut.add(page.url, reason);
    else queue.add({ ...page, depth });
  };

  const next = (): Next | undefined => {
    const page = taken < bounds.pages ? queue.take() : undefined;
    if (!page) return undefined;
    taken += 1;
    seenOfShape.set(page.shape, (seenOfShape.get(page.shape) ?? 0) + 1);
    onWay = new Set([page.key]);
    return page;
  };

  return {
    add: (links, depth) => {
      for (const link of links) addLink(link, depth);
    },
    next,
    judge: (target) => {
      const address = parseWebAddress(target);
      if (!address || !isSameHost(address, home)) return "other-host";
      return refusalOf(new URL(pageAddressOf(address, home).url));
    },
    land: (target) => {
      const { key } = pageAddressOf(new URL(target), home);
      if (onWay.has(key)) return true;
      onWay.add(key);
      return queue.remove(key) || isNew(key);
    },
    leaveOut: leftOut.add,
    end: (reason) => {
      for (const { url } of queue.clear()) leftOut.add(url, reason);
      for (const url of unfollowed.values()) leftOut.add(url, "nofollow");
      unfollowed.clear();
    },
    leftOut: leftOut.list,
    isOverfull: () => isOverfull,
  };
}
