import { join } from "node:path";
import { expect, test } from "vitest";
import { findViolations, readTables } from "../accessibility.ts";
import { browse } from "../browser.ts";
import { copyHost, readOutput, startEleventy } from "./host.ts";

const folder = copyHost();
const { status } = await startEleventy(folder).ended;
const output = readOutput(join(folder, "_site"));
const documents = new Map(
  [...output].map(([path, text]) => [`/${path.replace(/index\.html$/, "")}`, text]),
);
const look = browse(documents);

test("the sample site was built", () => {
  expect(status).toBe(0);
  expect([...documents.keys()]).toContain("/fr/cookies/");
});

test.each(["/cookies/", "/fr/cookies/", "/statistics/", "/fr/services/"])(
  "%s, a policy within the layout of a host, bars nobody and asks nobody, wide or narrow",
  async (path) => {
    await look(path, { width: 1280 }, async ({ page, foreignRequests, cookies }) => {
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await findViolations(page)).toEqual([]);
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(
          width,
        );
      }
      expect(
        await page.evaluate("getComputedStyle(document.querySelector('nav ul')).display"),
      ).toBe("flex");
      expect(foreignRequests).toEqual([]);
      expect(await cookies()).toEqual([]);
    });
  },
);

test("the navigation of the host leads to the policy, and its tables are read as such", async () => {
  await look("/fr/", { width: 1280 }, async ({ page }) => {
    await page.click("nav >> text=Cookies");
    expect(await page.title()).toMatch(/^Politique .* – Town Bakery$/);
    expect(await page.textContent("nav [aria-current=page]")).toBe("Cookies");
    expect(await readTables(page)).toContain("rowheader basket");
  });
});
