import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { backgrounds } from "../../src/registry/sites/read-site.ts";
import { findViolations } from "../accessibility.ts";
import { browse } from "../browser.ts";
import { arabic, choice, english, german, templates, wide } from "./policy.fixture.ts";
import { samplePages } from "./samples.ts";
import { createTextRenderer } from "./rendering.ts";

const renderer = createTextRenderer([templates]);
const documents = new Map([
  ["/english", renderer.page(english)],
  ["/german", renderer.page(german)],
  ["/arabic", renderer.page(arabic)],
  ["/wide", renderer.page(wide)],
  ["/choice", renderer.choice(choice)],
  ...samplePages,
]);

/** What a page would hold if its text were not escaped. */
const unescaped = `
  <script>document.title = "obeyed"</script><style>* { color: red }</style><p style="color: red">
  <img src="https://other.example/" alt="" onerror="document.title = 'obeyed'">
`;
const broken = renderer.page({
  ...english,
  sections: [{ kind: "prose", html: unescaped, language: null }],
});

const pages = [...documents.keys()];

/** What differs in more than words: each fixture, a page of each sample site, and one of their choices of languages. */
const judged = [
  ...new Map(
    pages.map((path) => [
      path.replace(/^\/[^/]+(?=\/index)|(?<=^\/[^/]+\/)[^/]+(?=\/)/, "*"),
      path,
    ]),
  ).values(),
];

const look = browse(new Map([...documents, ["/broken", broken]]));
const views = [1280, 320].flatMap((width) =>
  (["light", "dark"] as const).map((colorScheme) => ({ width, colorScheme })),
);

const backgroundOf = (page: Page) =>
  page.evaluate<string>("getComputedStyle(document.documentElement).backgroundColor");

function rgb(colour: string): string {
  const channels = colour.match(/[0-9a-f]{2}/g)!.map((pair) => Number.parseInt(pair, 16));
  return `rgb(${channels.join(", ")})`;
}

test.each(judged)("%s bars nobody, wide or narrow, light or dark", async (path) => {
  await look(path, { width: 1280 }, async ({ page }) => {
    for (const { width, colorScheme } of views) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      expect(await backgroundOf(page)).toBe(rgb(backgrounds[colorScheme]));
      // In the dark nothing but the colours is another.
      const rules = colorScheme === "dark" ? { only: ["color-contrast"] } : {};
      expect(await findViolations(page, rules)).toEqual([]);
    }
  });
});

test("what escaping should have stopped, the content security policy stops", async () => {
  await look("/broken", { width: 1280 }, async ({ page, violations }) => {
    expect(await page.title()).toBe(english.documentTitle);
    expect((await violations()).map((violation) => violation.split(" ")[0])).toEqual(
      expect.arrayContaining([
        "script-src-elem",
        "script-src-attr",
        "img-src",
        "style-src-elem",
        "style-src-attr",
      ]),
    );
  });
});

/** The spacing that a reader may set, by WCAG 1.4.12. */
const widenText = `
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }");
  document.adoptedStyleSheets = [sheet];
`;

/** Elements that reach out of the window, or whose text does not fit them. */
const overflowing = `
  [...document.querySelectorAll("body *")].filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    const clipped = getComputedStyle(element).overflow !== "visible" && element.scrollWidth > element.clientWidth;
    return !element.closest("thead, caption, .skip-link") && (left < 0 || right > innerWidth || clipped);
  }).map(({ localName, textContent }) => localName + " " + textContent.trim())
`;

/** Either side of where the contents leave the margin and of where rows become cards; the narrowest. */
const allWidths = [1280, 1279, 1024, 1023, 640, 639, 320];

/** For words in another language, the widest and the narrowest will do. */
const widthsFor = (path: string) => (judged.includes(path) ? allWidths : [1280, 320]);

/** Links of less than 24 px (WCAG 2.5.8) that do not stand in a sentence. */
const smallTargets = `
  [...document.querySelectorAll(":is(header, nav, td, th, dd, .cookie-policy-ways) a")].filter((link) => {
    const { width, height } = link.getBoundingClientRect();
    return width > 0 && Math.min(width, height) < 24;
  }).map(({ textContent, offsetWidth, offsetHeight }) => textContent + " " + offsetWidth + "x" + offsetHeight)
`;

const scrolling = `[document.documentElement.scrollWidth - innerWidth].filter((scrolls) => scrolls > 0)`;

async function faultsAt(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 800 });
  const faults = `[${scrolling}, ${overflowing}, ${smallTargets}].flat()`;
  return (await page.evaluate<(string | number)[]>(faults)).map((fault) => `${width}: ${fault}`);
}

test.each(pages)(
  "%s asks nobody, keeps and runs nothing, and fits every window and finger, also with its text spaced out",
  async (path) => {
    await look(path, { width: 1280 }, async ({ page, violations, foreignRequests, cookies }) => {
      expect(await violations()).toEqual([]);
      expect(foreignRequests).toEqual([]);
      expect(await cookies()).toEqual([]);
      expect(await page.evaluate("document.scripts.length + localStorage.length")).toBe(0);
      for (const width of widthsFor(path)) expect(await faultsAt(page, width)).toEqual([]);
      await page.evaluate(widenText);
      for (const width of widthsFor(path)) expect(await faultsAt(page, width)).toEqual([]);
    });
  },
);

/** Windows of a desk and of a small telephone. */
const screens = [
  { width: 1280, height: 800 },
  { width: 320, height: 640 },
];

test.each(screens)(
  "a visitor of the shop can choose without scrolling at %o, and finds the first cookie on the second screen",
  async (screen) => {
    await look("/example-shop/en/index.html", { width: 1280 }, async ({ page }) => {
      await page.setViewportSize(screen);
      const ends = await page.evaluate<number[]>(
        `[...document.querySelectorAll(".cookie-policy-ways a")].map((link) => link.getBoundingClientRect().bottom)`,
      );
      expect(ends).toHaveLength(2);
      expect(Math.max(...ends)).toBeLessThan(screen.height);
      const row = await page.evaluate<number>(
        `document.querySelector(".cookie-policy-group tbody tr").getBoundingClientRect().top`,
      );
      expect(row).toBeLessThan(2 * screen.height);
    });
  },
);

/** Of each question what the first screen shows of its answer, or the link to it and a word of what is there. */
const questions = [
  ["does this site send data to the United States?", "dd", "United States", ""],
  ["how do I withdraw?", 'a[href="https://shop.example/#cookie-settings"]', "Cookie settings", ""],
  ["how long does _ads_* stay?", 'a[href="#cookie-policy-marketing"]', "Marketing", "90 days"],
  [
    "who is Example Ads?",
    'a[href="#cookie-policy-provider-example-ads"]',
    "Example Ads",
    "Example Ads, Inc.",
  ],
  [
    "whom do I write to?",
    'a[href="#cookie-policy-controller"]',
    "Example Shop SARL",
    "privacy@shop.example",
  ],
] as const;

test.each(questions)(
  "%s is answered on the first screen of a desk, or by one click",
  async (_, selector, text, answer) => {
    await look("/example-shop/en/index.html", { width: 1280 }, async ({ page }) => {
      const found = page.locator(`.cookie-policy-summary ${selector}`, { hasText: text }).first();
      const { y, height } = (await found.boundingBox())!;
      expect(y + height).toBeLessThanOrEqual(800);
      if (answer === "") return;
      await found.click();
      await expect
        .poll(async () => {
          const place = await page.getByText(answer).first().boundingBox();
          return place !== null && place.y >= 0 && place.y + place.height <= 800;
        })
        .toBe(true);
    });
  },
);

/** Words that stand on two lines though they have no place to break; names break behind their signs. */
const brokenWords = `
  [...document.querySelectorAll("main *")].flatMap((element) =>
    [...document.querySelectorAll("caption, thead, .cookie-policy-continues > [data-column=provider], .cookie-policy-continues > [data-column=provider] > *")]
      .some((part) => part.contains(element) && getComputedStyle(part).clipPath !== "none")
      ? []
      : [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).flatMap((node) =>
          [...node.data.matchAll(/[\\p{L}\\p{M}\\p{N}]+/gu)].flatMap(({ 0: word, index }) => {
            const range = document.createRange();
            range.setStart(node, index);
            range.setEnd(node, index + word.length);
            return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1 ? [word] : [];
          })))
`;

test.each([
  "/example-shop/en/index.html",
  "/example-hotel/it/index.html",
  "/delwp/fr/index.html",
  "/arabic",
])("%s breaks no word, on any screen", async (path) => {
  await look(path, { width: 1280 }, async ({ page }) => {
    for (const width of allWidths) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(brokenWords)).toEqual([]);
    }
  });
});

test.each(screens)(
  "a name stands once for all rows of its provider at %o, where the keyboard stops once",
  async ({ width }) => {
    await look("/example-shop/en/index.html", { width }, async ({ page }) => {
      const shown = await page.evaluate<string[]>(`
      [...document.querySelectorAll(".cookie-policy-group:first-child tbody [data-column=provider]")]
        .filter((cell) => [cell, ...cell.children].every((part) => getComputedStyle(part).clipPath === "none"))
        .map(({ textContent }) => textContent)
    `);
      expect(shown).toEqual(["Example Shop", "Example Chat"]);
      const links = `document.querySelectorAll(".cookie-policy-group:first-child [data-column=provider] a").length`;
      expect(await page.evaluate(links)).toBe(2);
    });
  },
);

test("the contents stay in sight beside the text, and are opened by hand on a narrow screen", async () => {
  await look("/english", { width: 1280 }, async ({ page }) => {
    const list = page.locator(".contents ul");
    await page.evaluate("scrollTo(0, 600)");
    expect(await list.isVisible()).toBe(true);
    expect((await list.boundingBox())!.y).toBeGreaterThanOrEqual(0);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await list.isVisible()).toBe(false);
    await page.locator(".contents summary").click();
    expect(await list.isVisible()).toBe(true);
  });
});

test("a page in Arabic runs from right to left", async () => {
  const [heading, first, last] = await look("/arabic", { width: 1280 }, ({ page }) =>
    page.evaluate<number[]>(`["h1", "thead th:first-child", "thead th:last-child"].map((selector) =>
      document.querySelector(selector).getBoundingClientRect().right)`),
  );
  expect(first).toBe(heading);
  expect(first).toBeGreaterThan(last!);
});

test("on paper stand the tables in black on white, without the navigation", async () => {
  await look("/english", { width: 1280, colorScheme: "dark" }, async ({ page }) => {
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 640, height: 900 });
    const shown = await page.evaluate(`[
      ...[...document.querySelectorAll("nav, .skip-link")].map((element) => getComputedStyle(element).display),
      getComputedStyle(document.querySelector("tbody td")).display,
    ]`);
    expect(shown).toEqual(["none", "none", "none", "table-cell"]);
    expect(await backgroundOf(page)).toBe(rgb(backgrounds.light));
  });
});

test("on paper an address stands behind each link that leads out, and in the margin title, date and number", async () => {
  await look("/example-shop/en/index.html", { width: 1280 }, async ({ page }) => {
    await page.emulateMedia({ media: "print" });
    const printed = await page.evaluate<string[]>(`
      [...document.querySelectorAll(".cookie-policy a")]
        .filter((link) => link.offsetParent !== null && link.getAttribute("href").startsWith("http"))
        .map((link) => getComputedStyle(link, "::after").content)
    `);
    expect(printed).toContain('" (https://ads.example/en/privacy)"');
    expect(printed.filter((text) => !text.includes("https://"))).toEqual([]);
    const margin = await page.evaluate<string[]>(
      `[...document.styleSheets[0].cssRules].filter((rule) => rule instanceof CSSPageRule).map(({ cssText }) => cssText)`,
    );
    expect(margin.join(" ")).toMatch(
      /attr\(data-title\)[^]*attr\(data-updated\)[^]*counter\(pages\)/,
    );
    const { title, updated } = await page.evaluate<Record<string, string>>(
      "({ ...document.documentElement.dataset })",
    );
    expect([title, updated]).toEqual(["Cookies policy – Example Shop", "23 November 2026"]);
  });
});

test("on paper the choice of languages shows the addresses of the pages", async () => {
  await look("/example-shop/index.html", { width: 1280 }, async ({ page }) => {
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".choice a").first().isVisible()).toBe(true);
    const address = await page.evaluate<string>(
      `getComputedStyle(document.querySelector(".choice a"), "::after").content`,
    );
    expect(address).toContain("https://shop.example/en/cookies");
  });
});

test("the skip link is the first stop of the keyboard, and visible there", async () => {
  await look("/english", { width: 320 }, async ({ page }) => {
    const clip = `getComputedStyle(document.querySelector(".skip-link")).clipPath`;
    expect(await page.evaluate(clip)).toBe("inset(50%)");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.className")).toBe("skip-link");
    expect(await page.evaluate(clip)).toBe("none");
  });
});
