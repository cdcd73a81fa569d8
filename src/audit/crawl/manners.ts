import type { CrawlBounds } from "./frontier.ts";

/** How a crawl behaves; times in milliseconds. */
export interface Manners extends Omit<CrawlBounds, "pages"> {
  /** Between one page and the next, where `robots.txt` asks for no more. */
  readonly delay: number;
  /** The longest that a site is waited for by its own wish. */
  readonly longestDelay: number;
  /** For all pages of one visit. */
  readonly time: number;
}

/** For sites as they are. */
export const usualManners: Manners = {
  depth: 5,
  alike: 5,
  delay: 1000,
  longestDelay: 30_000,
  time: 30 * 60_000,
};
