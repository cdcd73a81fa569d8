import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  createFrontier,
  type CrawlBounds,
  type Frontier,
} from "../../../src/audit/crawl/frontier.ts";
import { pageAddressOf } from "../../../src/audit/crawl/page-address.ts";

const start = "https://www.example.org/";

const create = (
  bounds: Partial<CrawlBounds> = {},
  isAllowed: (url: URL) => boolean = () => true,
): Frontier => {
  const frontier = createFrontier({
    start,
    bounds: { pages: 100, depth: 3, alike: 3, ...bounds },
    isAllowed,
  });
  frontier.add([{ href: start }], 0);
  return frontier;
};

const linksTo = (...paths: readonly string[]) =>
  paths.map((path) => ({ href: new URL(path, start).href }));

/** Goes through a site whose every page links to these, and returns the paths in their order. */
function walk(frontier: Frontier, linksOf: (path: string) => readonly string[]): string[] {
  const visited: string[] = [];
  for (let page = frontier.next(); page; page = frontier.next()) {
    const { pathname, search } = new URL(page.url);
    visited.push(pathname + search);
    frontier.add(linksTo(...linksOf(pathname)), page.depth + 1);
  }
  frontier.end("page-limit");
  return visited;
}

const countsOf = (frontier: Frontier) =>
  Object.fromEntries(frontier.leftOut().map(({ reason, addresses }) => [reason, addresses]));

test("the nearest pages come first, and by turns from each folder", () => {
  const links: Readonly<Record<string, readonly string[]>> = {
    "/": ["/news/a", "/news/b", "/help/a", "/help/b", "/about"],
    "/about": ["/deep/er"],
  };
  expect(walk(create(), (path) => links[path] ?? [])).toEqual([
    "/",
    "/news/a",
    "/help/a",
    "/about",
    "/news/b",
    "/help/b",
    "/deep/er",
  ]);
});

describe("what is left out is counted by its reason:", () => {
  test.each([
    [
      "other-host",
      ["https://elsewhere.example/", "https://example.org/", "https://www.example.org:8443/"],
    ],
    ["act", ["/logout", "/cart/add?id=1"]],
    ["download", ["/a.pdf"]],
    ["robots", ["/private/a", "/private/b"]],
  ])("%s", (reason, paths) => {
    const frontier = create({}, ({ pathname }) => !pathname.startsWith("/private"));
    expect(walk(frontier, () => paths)).toEqual(["/"]);
    expect(countsOf(frontier)).toEqual({ [reason]: paths.length });
  });

  test("a file that only the link tells of", () => {
    const frontier = create();
    frontier.add([{ href: `${start}report`, isDownload: true }], 1);
    expect(walk(frontier, () => [])).toEqual(["/"]);
    expect(countsOf(frontier)).toEqual({ download: 1 });
  });

  test("nofollow, unless another link asks for nothing", () => {
    const frontier = create();
    frontier.add(
      [
        { href: `${start}a`, isNofollow: true },
        { href: `${start}b`, isNofollow: true },
      ],
      1,
    );
    expect(walk(frontier, () => ["/a"])).toEqual(["/", "/a"]);
    expect(countsOf(frontier)).toEqual({ nofollow: 1 });
  });

  test("a calendar without end, by the number of pages alike", () => {
    const frontier = create({ depth: 1000 });
    const next = (path: string) => [`/calendar/${Number(/\d+/.exec(path)?.[0] ?? 0) + 1}`];
    expect(walk(frontier, next)).toEqual(["/", "/calendar/1", "/calendar/2", "/calendar/3"]);
    expect(countsOf(frontier)).toEqual({ alike: 1 });
  });

  test("a path without end, by its depth", () => {
    const frontier = create();
    const visited = walk(frontier, (path) => [`${path === "/" ? "" : path}/a`]);
    expect(visited).toEqual(["/", "/a", "/a/a", "/a/a/a"]);
    expect(countsOf(frontier)).toEqual({ depth: 1 });
  });

  test("the rest, by the number of pages", () => {
    const frontier = create({ pages: 2 });
    expect(walk(frontier, () => ["/a", "/b", "/c"])).toEqual(["/", "/a"]);
    expect(countsOf(frontier)).toEqual({ "page-limit": 2 });
  });
});

test("an example holds no query", () => {
  const frontier = create();
  frontier.add(linksTo("/cart/add?token=secret"), 1);
  expect(frontier.leftOut()[0]?.example).toBe(`${start}cart/add`);
});

test("the pages to begin with are the user's choice, whatever robots.txt says", () => {
  const frontier = create({}, () => false);
  frontier.add(linksTo("/named"), 0);
  expect(walk(frontier, () => ["/linked"])).toEqual(["/", "/named"]);
});

test("a redirect may end at a page that nobody has seen, and that page is not looked at again", () => {
  const frontier = create();
  frontier.add(linksTo("/a", "/b", "/c"), 1);
  expect([frontier.next(), frontier.next()].map((page) => page?.url)).toEqual([start, `${start}a`]);
  const targets = ["a?utm_source=x", "b", "b", "new", ""].map((path) => start + path);
  expect(targets.map((target) => frontier.land(target))).toEqual([true, true, true, true, false]);
  frontier.add(linksTo("/new"), 1);
  expect(walk(frontier, () => [])).toEqual(["/c"]);
});

test.each([
  ["https://elsewhere.example/", "other-host"],
  ["http://www.example.org/a", undefined],
  ["https://www.example.org/logout", "act"],
  ["https://www.example.org/a.zip", "download"],
  ["about:blank", "other-host"],
])("where a page leads by itself, %s: %s", (target, reason) => {
  expect(create().judge(target)).toBe(reason);
});

test("a site of addresses without number is kept in mind no further than can be", () => {
  const frontier = create();
  for (let page = 0; page < 30; page += 1)
    frontier.add(linksTo(...Array.from({ length: 1000 }, (_, index) => `/p${page}/x${index}`)), 1);
  expect(frontier.isOverfull()).toBe(true);
  expect(walk(frontier, () => [])).toHaveLength(4);
  expect(countsOf(frontier)).toEqual({ alike: 20_000 - 4 });
});

const anyLink = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc
    .tuple(
      fc.constantFrom("", "http:", "https:"),
      fc.constantFrom("", "//www.example.org", "//www.example.org:443", "//elsewhere.example"),
      fc.webPath({ size: "small" }),
      fc.constantFrom("", "?sid=1", "?b=1&a=2", "?a=2&b=1", "#x"),
    )
    .map((parts) => parts.join("")),
  fc.string(),
  fc.constantFrom("mailto:a@b.example", "javascript:x()", "data:text/html,x", "http://[", "//"),
);

test("whatever pages link to, a crawl stays on its host, asks no page twice, and no more than it may", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(anyLink, { maxLength: 12 }), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 20 }),
      (pages, most) => {
        const frontier = create({ pages: most });
        const keys: string[] = [];
        for (let page = frontier.next(); page; page = frontier.next()) {
          const url = new URL(page.url);
          expect(url.origin).toBe(new URL(start).origin);
          keys.push(pageAddressOf(url, new URL(start)).key);
          const links = pages[keys.length % pages.length]!;
          const found = links.flatMap((link) =>
            URL.canParse(link, url.href) ? new URL(link, url).href : [],
          );
          frontier.add(
            found.map((href) => ({ href })),
            page.depth + 1,
          );
        }
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.length).toBeLessThanOrEqual(most);
      },
    ),
  );
});
