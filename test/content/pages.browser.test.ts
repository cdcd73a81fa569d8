import type { Page } from "playwright-core";
import { HtmlValidate } from "html-validate";
import { parse } from "parse5";
import { expect, test } from "vitest";
import { planOutput } from "../../src/site/build/eleventy.ts";
import { findViolations } from "../accessibility.ts";
import { browse } from "../browser.ts";
import { attributeOf, elementsOf } from "../site/rendering.ts";
import { columns } from "../../src/vocabulary/vocabulary.ts";
import { loadShop, oneOfEachScript, tags } from "./languages.ts";

/** With all columns, which need the most room. */
const plan = planOutput(loadShop(columns), ["example-shop"]);
const documents = new Map(
  tags.map((tag) => [`/${tag}`, plan.get(`example-shop/${tag}/index.html`)!()] as const),
);
const look = browse(documents);

/** `role="list"` says again what its element says, for the sake of Safari: see items.njk. */
const validator = new HtmlValidate({
  extends: ["html-validate:recommended", "html-validate:standard"],
  rules: { "no-redundant-role": "off" },
});

/** Elements with text of their own that is cut off, or that reach beyond the window. */
const findClipped = (page: Page) =>
  page.evaluate<string[]>(`
    [...document.body.querySelectorAll("*")]
      .filter((element) => [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
      .filter((element) => {
        const box = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        const head = element.closest("thead");
        if (head && getComputedStyle(head).clipPath !== "none") return false;
        if (box.width <= 1 || style.clipPath !== "none" || style.position === "absolute") return false;
        const cut = style.overflow !== "visible" && element.scrollWidth > element.clientWidth + 1;
        return cut || box.left < -1 || box.right > innerWidth + 1;
      })
      .map((element) => element.tagName + " " + element.textContent.trim().slice(0, 40))
  `);

/** Pairs of lines of text in one block that lie on each other. */
const findOverlaps = (page: Page) =>
  page.evaluate<string[]>(`
    [...document.querySelectorAll("h1, h2, h3, h4, p, li, dt, dd, th, td, caption, a.site-name")]
      .filter((element) => element.getBoundingClientRect().height > 1 && getComputedStyle(element).clipPath === "none")
      .flatMap((element) => {
        const next = element.nextElementSibling;
        if (!next || next.getBoundingClientRect().height <= 1) return [];
        const [a, b] = [element.getBoundingClientRect(), next.getBoundingClientRect()];
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        return across > 1 && down > 1 ? [element.tagName + " " + element.textContent.trim().slice(0, 40)] : [];
      })
  `);

/** What a parser of HTML stumbles over. */
function findFaults(html: string): string[] {
  const faults: string[] = [];
  parse(html, {
    onParseError: ({ code, startLine }) => faults.push(`${code} in line ${startLine}`),
  });
  const ids = elementsOf(html).flatMap((element) => attributeOf(element, "id") ?? []);
  return [...faults, ...ids.filter((id, index) => ids.indexOf(id) !== index)];
}

test.each(tags)(
  "the page in %s is well formed, has no id twice and clips no text on a narrow screen, whatever its columns",
  async (tag) => {
    expect(findFaults(documents.get(`/${tag}`)!)).toEqual([]);
    await look(`/${tag}`, { width: 320 }, async ({ page, violations }) => {
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(320);
      expect(await findClipped(page)).toEqual([]);
      expect(await findOverlaps(page)).toEqual([]);
      expect(await violations()).toEqual([]);
    });
  },
);

test("among the languages of each script are both directions of writing", () => {
  const pages = oneOfEachScript.map((tag) => documents.get(`/${tag}`)!);
  expect(new Set(pages.map((html) => / dir="(\w+)"/.exec(html)?.[1]))).toEqual(
    new Set(["ltr", "rtl"]),
  );
});

/** Of one script the pages differ in words alone, which neither of these judges reads. */
test.each(oneOfEachScript)("the page in %s is valid HTML and bars nobody", async (tag) => {
  const { results } = await validator.validateString(documents.get(`/${tag}`)!);
  expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
  await look(`/${tag}`, { width: 320 }, async ({ page }) => {
    // Colours are the same in every language; the pages of the samples are tested for them.
    expect(await findViolations(page, { without: ["color-contrast"] })).toEqual([]);
  });
});
