import { escapeHtml } from "../../prose/markdown.ts";
import type { Policy } from "../page/policy.ts";

/** The pages with a known address, each with its translations. */
export function renderSitemap(
  pages: readonly Pick<Policy, "canonical" | "alternates" | "updated">[],
): string {
  const entries = pages.flatMap(({ canonical, alternates, updated }) => {
    if (canonical === null) return [];
    const links = alternates.map(
      ({ hreflang, url }) =>
        `    <xhtml:link rel="alternate" hreflang="${hreflang}" href="${escapeHtml(url)}"/>`,
    );
    const changed = updated ? [`    <lastmod>${updated.iso}</lastmod>`] : [];
    return ["  <url>", `    <loc>${escapeHtml(canonical)}</loc>`, ...changed, ...links, "  </url>"];
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...entries,
    "</urlset>",
    "",
  ].join("\n");
}
