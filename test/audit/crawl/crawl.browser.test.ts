import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { crawl } from "../../../src/audit/crawl/crawl.ts";
import { usualManners } from "../../../src/audit/crawl/manners.ts";
import type { Evidence } from "../../../src/observation/observation.ts";
import { fixtureBounds, leftovers, lookAt } from "../browse/looking.ts";
import { serve, type Server } from "../browse/server.ts";
import { site } from "../browse/storage-fixture.ts";
import { answerTraps, linked, moved, type SiteLog, startSiteLog } from "./trap-site.ts";

const bounds = { ...fixtureBounds, answer: 10_000, quiet: 100, choice: 5000 };
const manners = { ...usualManners, delay: 10, alike: 3, depth: 3 };
const pages = 24;

let server: Server;
let log: SiteLog;
let evidence: Evidence;
let asked: readonly string[];

const look = async () => ({
  ...(await lookAt(server, `https://${site}/`)),
  bounds,
  manners,
  reject: "#no",
  accept: "#yes",
});

/** The paths that the last crawl asked of the site, queries included. */
const pathsOf = (urls: readonly string[]): string[] =>
  urls.filter((url) => new URL(url).host === site).map((url) => url.replace(`https://${site}`, ""));

beforeAll(async () => {
  log = startSiteLog();
  server = await serve([], answerTraps(log));
  evidence = await crawl({ ...(await look()), pages, followsLinks: true });
  asked = [...server.asked];
});
afterAll(() => server.close());

describe("a crawl of a site full of traps", () => {
  test("asks no other host for a page, and robots.txt before all else", () => {
    const hosts = new Set(asked.map((url) => new URL(url).host));
    expect([...hosts].toSorted()).toEqual([site, "video.example"]);
    expect(asked[0]).toBe(`https://${site}/robots.txt`);
  });

  test("asks for nothing that does something, that is a file, or that robots.txt disallows", () => {
    const { acts, files, disallowed, unfollowed } = linked;
    const forbidden = new Set([...acts, ...files, ...disallowed, ...unfollowed]);
    expect(pathsOf(asked).filter((path) => forbidden.has(path))).toEqual([]);
    expect(pathsOf(asked)).toContain("/private/help");
  });

  test("asks for at most so many pages before any choice, and for none of them twice", () => {
    const [robots, ...rest] = pathsOf(asked);
    const before = rest.slice(0, rest.indexOf("/", 1)).filter((path) => !path.startsWith("/loop?"));
    expect(robots).toBe("/robots.txt");
    expect(new Set(before).size).toBe(before.length);
    expect(before.length).toBeLessThanOrEqual(pages);
    expect(pathsOf(asked).length).toBeLessThan(3 * pages);
  });

  test("asks with no id of a visit, and with nothing that tracks", () => {
    expect(pathsOf(asked).filter((path) => /sid=|utm_/.test(path))).toEqual([]);
  });

  test("lets go of a file before the most of it is sent", () => {
    expect(log.sentBytes).toBeGreaterThan(0);
    expect(log.sentBytes).toBeLessThan(50_000_000);
  });

  test("waits between pages as long as robots.txt asks", () => {
    const times = log.pages.map(({ time }) => time);
    const waits = times.slice(1).map((time, index) => time - times[index]!);
    expect(waits.length).toBeGreaterThan(pages);
    // A question may be on its way for longer than the next; a page that is refused takes far less than that.
    expect(Math.min(...waits)).toBeGreaterThan(150);
  });

  test("says what it has looked at, and what not, and why", () => {
    const { pages: opened, delaySeconds, leftOut } = evidence.crawled!;
    const paths = pathsOf(opened);
    expect(paths).toEqual(expect.arrayContaining(["/", "/help", "/about", "/guide/words"]));
    expect(paths.filter((path) => path.startsWith("/calendar/"))).toHaveLength(3);
    expect(paths.filter((path) => path.startsWith("/deep/"))).toHaveLength(3);
    expect(delaySeconds).toBe(0.8);
    expect(leftOut.map(({ reason, addresses }) => [reason, addresses])).toEqual([
      ["depth", 1],
      ["alike", 200],
      ["robots", 3],
      ["nofollow", 1],
      ["act", 5],
      ["download", 4],
      ["other-host", 3],
    ]);
  });

  test("tells of pages that fail, and goes on", () => {
    expect(evidence.incomplete).toEqual([
      `https://${site}/loop redirects without end`,
      `https://${site}/late did not answer in 10 s`,
      `https://${site}/gone answered with status 410`,
    ]);
  });

  test("names the page on which each thing was first seen, in its phase, and the others", () => {
    const seen = evidence.observations
      .filter(({ name, host }) => host === site && name !== "choice")
      .map(({ phase, name, page, alsoOn }) => [
        `${phase} ${name} ${new URL(page!).pathname}`,
        alsoOn!.length,
      ]);
    expect(seen).toEqual([
      ["before sid /", 15],
      ["before viewed /shop/item-1", 2],
      ["rejected careless /help", 0],
      ["rejected sid /", 3],
      ["rejected viewed /shop/item-1", 0],
      ["accepted asked /about", 0],
      ["accepted careless /help", 0],
      ["accepted sid /", 14],
      ["accepted viewed /shop/item-1", 2],
    ]);
  });

  test("keeps no value, and nothing of what robots.txt sets", () => {
    expect(JSON.stringify(evidence)).not.toContain("secret");
    expect(evidence.observations.map(({ name }) => name)).not.toContain("robot");
  });
});

test("a sitemap gives pages of the site alone, as many as asked for, and none of their links is followed", async () => {
  const from = server.asked.length;
  const sitemap = `https://${site}/sitemap.xml`;
  const { crawled, incomplete } = await crawl({
    ...(await look()),
    pages: 4,
    followsLinks: false,
    sitemap,
  });
  expect(pathsOf(crawled!.pages)).toEqual(["/", "/named", "/archive/0", "/told"]);
  expect(crawled!.leftOut.map(({ reason, addresses }) => [reason, addresses])).toEqual([
    ["page-limit", 9993],
    ["robots", 1],
    ["act", 1],
    ["other-host", 1],
  ]);
  expect(incomplete).toEqual([
    `the sitemap ${sitemap} names sitemaps of other hosts, which were not read`,
    `the sitemap https://${site}/sitemap-0.xml is an index within an index, which was not read`,
    `the sitemap https://${site}/sitemap-1.xml.gz names what is no whole address, such as "&b;"`,
    "sitemaps name more than 10000 addresses, and the rest was left out",
  ]);
  const since = server.asked.slice(from);
  expect(since.slice(0, 4).map((url) => new URL(url).pathname)).toEqual([
    "/robots.txt",
    "/sitemap.xml",
    "/sitemap-0.xml",
    "/sitemap-1.xml.gz",
  ]);
  expect(new Set(since.map((url) => new URL(url).host))).toEqual(new Set([site]));
});

test("where robots.txt cannot be had, the pages that were named are looked at alone", async () => {
  log.robots = { status: 503 };
  const { crawled, incomplete } = await crawl({
    ...(await look()),
    paths: ["/", "/private/area"],
    pages: 4,
    followsLinks: true,
  });
  log.robots = undefined;
  expect(pathsOf(crawled!.pages)).toEqual(["/", "/private/area"]);
  expect(incomplete[0]).toMatch(/robots\.txt answered with status 503, so no page /);
});

test("a site that leads to another host is not followed there, and the report says so", async () => {
  const from = server.asked.length;
  const url = `https://${moved}/`;
  const { crawled, incomplete } = await crawl({
    ...(await look()),
    url,
    pages: 4,
    followsLinks: true,
  });
  expect(crawled).toMatchObject({ pages: [], leftOut: [{ reason: "other-host", addresses: 1 }] });
  expect(incomplete).toEqual([
    `${url} leads to another host, "${site}", and a crawl stays on the one in the url of the site`,
  ]);
  expect(new Set(server.asked.slice(from).map((one) => new URL(one).host))).toEqual(
    new Set([moved]),
  );
});

test("an abort ends a crawl while it waits, and leaves nothing behind", async () => {
  const ending = new AbortController();
  const from = log.pages.length;
  const crawling = crawl({
    ...(await look()),
    signal: ending.signal,
    manners: { ...manners, delay: 60_000 },
    pages: 4,
    followsLinks: true,
  });
  while (!server.asked.at(-1)!.endsWith("/robots.txt"))
    await new Promise((resolve) => setTimeout(resolve, 20));
  const began = performance.now();
  ending.abort(new Error("enough"));
  await expect(crawling).rejects.toThrow("enough");
  expect(performance.now() - began).toBeLessThan(30_000);
  expect(log.pages).toHaveLength(from);
  expect(leftovers()).toEqual([]);
});
