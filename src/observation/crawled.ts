/** Why an address of a site was not looked at. */
export const leftOutReasons = [
  "page-limit",
  "time-limit",
  "depth",
  "alike",
  "robots",
  "nofollow",
  "act",
  "download",
  "other-host",
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** The addresses that were left out for one reason, one of them as an example, without its query. */
export interface LeftOut {
  readonly reason: LeftOutReason;
  readonly addresses: number;
  readonly example: string;
}

/** What a crawl has looked at, and what it has left out. */
export interface Crawled {
  /** Those that opened, in the order in which they were visited, without their queries. */
  readonly pages: readonly string[];
  /** The least time between one page and the next, as this program or the site would have it. */
  readonly delaySeconds: number;
  readonly leftOut: readonly LeftOut[];
}
