import { parse } from "parse5";
import { describe, expect, test } from "vitest";
import type { ChoicePage, Policy } from "../../src/site/page/policy.ts";
import { choice, english, templates } from "./policy.fixture.ts";
import { outline } from "./html-outline.ts";
import { createTextRenderer } from "./rendering.ts";

const renderer = createTextRenderer([templates]);

/** What is not text: switches of the template, and what is checked before it comes here. */
const trusted = new Set(["kind", "column", "category", "html", "style"]);

/** The same shape, every text in it replaced. */
function replaceTexts<T>(value: T, text: string): T {
  if (typeof value === "string") return text as T;
  if (Array.isArray(value)) return value.map((each: unknown) => replaceTexts(each, text)) as T;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, each]: [string, unknown]) => [
    key,
    trusted.has(key) ? each : replaceTexts(each, text),
  ]);
  return Object.fromEntries(entries) as T;
}

const attempts = [
  `<script>alert(1)</script>`,
  `"><img src=x onerror=alert(1)>`,
  `' onmouseover='alert(1)`,
  `" onmouseover="alert(1)`,
  `</style><script>alert(1)</script>`,
  `</title></head><body onload=alert(1)>`,
  `</article></main><iframe src="https://other.example">`,
  `--><svg onload=alert(1)>`,
  `{{ policy.style | safe }}{% include "page.css" %}`,
  `&lt;script&gt;&#60;b&#62;`,
  `\`<\u2028\u202E<b>`,
];

const harmless = "harmless";

/** A text without the places where the template lets a name break. */
const unbroken = (html: string) => html.replaceAll("<wbr>", "");

const rendered: [string, (text: string) => string][] = [
  ["page", (text) => unbroken(renderer.page(replaceTexts<Policy>(english, text)))],
  ["fragment", (text) => unbroken(renderer.fragment(replaceTexts<Policy>(english, text)))],
  ["choice", (text) => renderer.choice(replaceTexts<ChoicePage>(choice, text))],
];

describe.each(rendered)("the %s", (_, render) => {
  const expected = outline(parse(render(harmless)));

  test.each(attempts)("shows %s and obeys none of it", (attempt) => {
    const shown = expected.map((line) => line.replaceAll(harmless, () => attempt));
    expect(outline(parse(render(attempt)))).toEqual(shown);
  });

  test("a template that obeys a hostile text would be told from one that does not", () => {
    const [attempt] = attempts;
    const obeying = render(harmless).replaceAll(harmless, () => attempt!);
    expect(outline(parse(obeying)).length).toBeGreaterThan(expected.length);
  });
});
