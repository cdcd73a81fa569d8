import type { Crawled, LeftOutReason } from "../../observation/crawled.ts";

const reasons: Readonly<Record<LeftOutReason, string>> = {
  "page-limit": "beyond the number of pages",
  "time-limit": "beyond the time",
  depth: "too many links away",
  alike: "like others but for digits",
  robots: "robots.txt disallows it",
  nofollow: "linked with nofollow",
  act: "an act, such as to log out",
  download: "a file, not a page",
  "other-host": "another host",
};

/** What a crawl has looked at and left out, as a table for a person. */
export function showCrawled({ pages, delaySeconds, leftOut }: Crawled) {
  const total = leftOut.reduce((sum, { addresses }) => sum + addresses, 0);
  return {
    title: `Pages: ${pages.length} looked at, ${delaySeconds} s apart at least; ${total} addresses left out`,
    head: ["left out", "addresses", "such as"],
    rows: leftOut.map(({ reason, addresses, example }) => [
      reasons[reason],
      String(addresses),
      example,
    ]),
  };
}
