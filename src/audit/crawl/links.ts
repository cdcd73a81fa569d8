import type { Page } from "playwright-core";
import type { PageLink } from "./frontier.ts";

/** The most links of one page that are followed. */
const maximumLinks = 2000;

/** Run in the page, whose own scripts may have put anything in the place of what it calls. */
const listLinks = `(() => {
  const asks = (text) => /\\b(?:nofollow|none)\\b/i.test(text ?? "");
  const robots = document.querySelector("meta[name=robots i]")?.content;
  const roots = [document];
  for (const root of roots)
    for (const { shadowRoot } of root.querySelectorAll("*")) if (shadowRoot) roots.push(shadowRoot);
  const links = roots.flatMap((root) => [...root.querySelectorAll("a[href], area[href]")]);
  return links.slice(0, ${maximumLinks}).map((link) => [
    String(link.href).slice(0, 5000),
    asks(robots) || asks(link.getAttribute("rel")),
    link.hasAttribute("download"),
  ]);
})()`;

function readLink(told: unknown): PageLink[] {
  if (!Array.isArray(told)) return [];
  const [href, isNofollow, isDownload] = told as unknown[];
  if (typeof href !== "string") return [];
  return [{ href, isNofollow: isNofollow === true, isDownload: isDownload === true }];
}

/** The links of a page that is open, those of open shadow trees behind the others; none where it does not answer. */
export async function readLinks(page: Page): Promise<readonly PageLink[]> {
  const told: unknown = await page.evaluate(listLinks);
  return (Array.isArray(told) ? told : []).slice(0, maximumLinks).flatMap(readLink);
}
