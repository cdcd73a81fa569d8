import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import type { Extra } from "../browse/server.ts";
import { site } from "../browse/storage-fixture.ts";

/** Of more than 200 pages, beside which stand addresses without number. */
const products = Array.from({ length: 200 }, (_, index) => `/shop/item-${index + 1}`);

/** What the first page links to besides the shop; none but the first three are pages of the site. */
export const linked = {
  pages: ["/help", "/about", "/guide/words"],
  acts: ["/logout", "/account?action=delete", "/cart/add?item=1", "/newsletter/unsubscribe"],
  files: ["/brochure.pdf", "/songs/theme.mp3"],
  disallowed: ["/private/area", "/search?q=all"],
  unfollowed: ["/marked"],
  foreign: ["https://elsewhere.example/", `https://www.${site}/`],
  idle: [
    "mailto:a@market.example",
    "javascript:void(0)",
    "data:text/html,x",
    "#part",
    "/help#part",
  ],
  /** Nothing but an answer tells what they are. */
  surprises: [
    "/export",
    "/letter",
    "/out",
    "/to-private",
    "/to-logout",
    "/loop",
    "/late",
    "/strays",
  ],
};

const robots = `User-agent: *
Disallow: /private/
Disallow: /*?q=
Allow: /private/help
Crawl-delay: 0.8

User-agent: cookie-ledger-of-somebody-else
Disallow: /
`;

const sitemaps: Readonly<Record<string, string>> = {
  "/sitemap.xml": `<?xml version="1.0"?>
<!DOCTYPE sitemapindex [<!ENTITY a "/named"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<!-- <sitemap><loc>https://${site}/sitemap-hidden.xml</loc></sitemap> -->
<sitemap><loc>https://${site}/sitemap-0.xml</loc></sitemap>
<sitemap><loc>https://${site}/sitemap-1.xml.gz</loc></sitemap>
<sitemap><loc>https://elsewhere.example/sitemap.xml</loc></sitemap>
</sitemapindex>`,
  "/sitemap-0.xml": `<sitemapindex><sitemap><loc>https://${site}/sitemap.xml</loc></sitemap></sitemapindex>`,
  "/sitemap-1.xml.gz": `<urlset>${[
    `https://${site}/named?a=1&amp;b=2`,
    `<![CDATA[https://${site}/told]]>`,
    "https://elsewhere.example/page",
    `https://${site}/private/area`,
    `https://${site}/logout`,
    "&b;",
    ...Array.from({ length: 60_000 }, (_, index) => `https://${site}/archive/${index}`),
  ]
    .map((address) => `<url><loc>${address}</loc></url>`)
    .join("")}</urlset>`,
};

const banner = `<button id="yes">Yes</button><button id="no">No</button><script>
yes.onclick = () => (document.cookie = "choice=yes; Path=/", run());
no.onclick = () => (document.cookie = "choice=no; Path=/", run());
run = () => {
  if (location.pathname === "/help" && document.cookie.includes("choice="))
    document.cookie = "careless=secret; Path=/";
  if (location.pathname === "/about" && document.cookie.includes("choice=yes"))
    document.cookie = "asked=secret; Path=/";
  if (location.pathname.startsWith("/shop/")) document.cookie = "viewed=secret; Path=/";
};
run();
</script>`;

let visits = 0;

/** A page whose links carry an id of the visit, as servers without cookies write them. */
function pageOf(links: readonly string[], more = ""): string {
  visits += 1;
  const id = `sid=${visits}${"x".repeat(20)}`;
  const anchors = links.map((link) => {
    const mark = /^\/(?:help|about|shop|guide|calendar)/.test(link) ? `?utm_source=x&${id}` : "";
    const [path = "", fragment] = link.split("#");
    return `<a href="${path}${mark}${fragment === undefined ? "" : `#${fragment}`}">x</a>`;
  });
  return `<!doctype html><title>Trap</title>${anchors.join("\n")}${more}${banner}`;
}

const html = { "content-type": "text/html", "set-cookie": "sid=secret; Path=/" };

const redirect = (location: string) => ({ status: 302, headers: { location } });

const { pages, acts, files, disallowed, foreign, idle, surprises } = linked;

const first = [
  ...pages,
  ...acts,
  ...files,
  ...disallowed,
  ...foreign,
  ...idle,
  ...surprises,
  "/calendar/2026/12",
  "/deep/a",
  "/gone",
  ...products,
];

/** What each path shows; every other is a page without a link. */
const special: Readonly<Record<string, ReturnType<Extra>>> = {
  "/robots.txt": { headers: { "set-cookie": "robot=secret" }, body: robots },
  "/export": { headers: { "content-type": "application/octet-stream" } },
  "/letter": { headers: { ...html, "content-disposition": 'attachment; filename="a.html"' } },
  "/out": redirect("https://elsewhere.example/landing"),
  "/to-private": redirect("/private/area"),
  "/to-logout": redirect("/logout"),
  "/gone": { status: 410, headers: html, body: "gone" },
  "/strays": {
    headers: html,
    body: pageOf(
      [],
      `<script>onload = () => (location = "https://elsewhere.example/strayed");</script>`,
    ),
  },
  "/help": {
    headers: html,
    body: pageOf(["/private/help"], `<iframe src="https://video.example/player"></iframe>`),
  },
};

/** What the site has answered, and how it answers for its `robots.txt` where not as usual. */
export interface SiteLog {
  /** How many bytes of files it has sent. */
  sentBytes: number;
  /** Each page that was asked for on its own, and when; epoch milliseconds. */
  readonly pages: { readonly url: string; readonly time: number }[];
  robots: { readonly status: number } | undefined;
}

export const startSiteLog = (): SiteLog => ({ sentBytes: 0, pages: [], robots: undefined });

const fileSize = 500_000_000;
const chunk = Buffer.alloc(65_536);

/** Sends as much of a file as is taken. */
const sendFile =
  (log: SiteLog) =>
  (response: ServerResponse): void => {
    const write = (): void => {
      log.sentBytes += chunk.length;
      if (!response.destroyed && log.sentBytes < fileSize) response.write(chunk, write);
    };
    write();
  };

/** A calendar that leads to the next month and the next year, without end. */
function answerCalendar(pathname: string): ReturnType<Extra> {
  const [, year, month] = /^\/calendar\/(\d+)\/(\d+)$/.exec(pathname) ?? [];
  if (year === undefined) return undefined;
  const next = [`/calendar/${Number(year) + 1}/${month}`, `/calendar/${year}/${Number(month) + 1}`];
  return { headers: html, body: pageOf(next) };
}

function answerSitemap(pathname: string): ReturnType<Extra> {
  const text = sitemaps[pathname];
  if (text === undefined) return undefined;
  return pathname.endsWith(".gz")
    ? { headers: { "content-type": "application/gzip" }, body: gzipSync(text) }
    : { headers: { "content-type": "application/xml" }, body: text };
}

const unfollowed = linked.unfollowed.map((path) => `<a rel="nofollow" href="${path}">x</a>`);

/** A host that leads to the site, as many do without `www.`. */
export const moved = `old.${site}`;

/** Answers for the site, and for every other host with a page. */
export const answerTraps =
  (log: SiteLog): Extra =>
  (url) => {
    const { pathname, host, searchParams } = url;
    if (host === moved) return redirect(`https://${site}/`);
    if (host !== site) return { headers: html, body: pageOf([]) };
    if (pathname === "/robots.txt" && log.robots) return log.robots;
    // A redirect belongs to the page that led to it.
    const isPage = !/\.(?:txt|xml|gz)$/.test(pathname) && !searchParams.has("again");
    if (isPage) log.pages.push({ url: url.href, time: Date.now() });
    const found = special[pathname];
    if (pathname === "/late") return "hang";
    if (pathname === "/loop")
      return redirect(`/loop?again=${Number(searchParams.get("again")) + 1}`);
    if (pathname === "/export" || pathname === "/letter")
      return { ...(found as object), stream: sendFile(log) };
    if (pathname === "/") return { headers: html, body: pageOf(first, unfollowed.join("")) };
    if (pathname.startsWith("/deep/")) return { headers: html, body: pageOf([`${pathname}a`]) };
    return (
      found ??
      answerSitemap(pathname) ??
      answerCalendar(pathname) ?? { headers: html, body: pageOf([]) }
    );
  };
