import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageFolder } from "../../src/registry/project.ts";
import { findViolations } from "../accessibility.ts";
import { browse } from "../browser.ts";
import { arabic, templates, wide } from "./policy.fixture.ts";
import { createTextRenderer } from "./rendering.ts";
import { sampleFragments } from "./samples.ts";

const readme = readFileSync(join(packageFolder, "README.md"), "utf8");
const [, style = ""] = /```css\n([^]*?)```/.exec(readme) ?? [];

/** A page of a content management system into which somebody pasted the article, with the stylesheet of the README. */
const foreign = (fragment: string) => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Intranet</title><style>body { font: 1rem/1.5 "Noto Sans", sans-serif } ${style}</style></head>
<body><header><h1>Intranet</h1></header><main>${fragment}</main></body></html>`;

const { fragment } = createTextRenderer([templates]);
const documents = new Map(
  [
    ["/wide", fragment(wide)] as const,
    ["/arabic", fragment(arabic)] as const,
    ...[...sampleFragments].filter(([path]) => /-(shop|hotel)\/(en|it)\//.test(path)),
  ].map(([path, html]) => [path, foreign(html)] as const),
);
const look = browse(documents);

/** Links of less than 24 px (WCAG 2.5.8) that do not stand in a sentence. */
const smallTargets = `
  [...document.querySelectorAll(".cookie-policy :is(th, td, dd, .cookie-policy-ways) a")]
    .map((link) => [link.textContent, link.getBoundingClientRect()])
    .filter(([, { width, height }]) => width > 0 && Math.min(width, height) < 24)
    .map(([text]) => text)
`;

test("the README has a stylesheet for the fragment", () => {
  expect(style).toContain(".cookie-policy table");
});

test.each([...documents.keys()])(
  "the fragment %s in a foreign document bars nobody and fits, from 320 px on",
  async (path) => {
    await look(path, { width: 320 }, async ({ page }) => {
      for (const width of [320, 640, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await findViolations(page)).toEqual([]);
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(
          width,
        );
        expect(await page.evaluate(smallTargets)).toEqual([]);
      }
    });
  },
);
