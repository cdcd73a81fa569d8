import { describe, expect, test } from "vitest";
import type { Policy } from "../../src/site/page/policy.ts";
import { readTables } from "../accessibility.ts";
import { browse } from "../browser.ts";
import { arabic, english, german, templates, wide } from "./policy.fixture.ts";
import { createTextRenderer } from "./rendering.ts";

const renderer = createTextRenderer([templates]);
const policies = { english, german, arabic, wide };
const look = browse(
  new Map(Object.entries(policies).map(([name, policy]) => [`/${name}`, renderer.page(policy)])),
);

/** What assistive technology should meet of the summary; on a narrow screen it names neither providers nor consent. */
function summaryOf({ summary: { caption, heads, categories } }: Policy, isNarrow: boolean) {
  const shown = <T>(cells: readonly T[]) => cells.filter((_, index) => !isNarrow || index !== 2);
  return [
    `table ${caption}`,
    "row",
    ...shown(heads).map((head) => `columnheader ${head}`),
    ...categories.flatMap(({ name, consent, facts }) => [
      "row",
      ...shown([
        `rowheader ${name.text}${isNarrow ? "" : ` ${consent}`}`,
        ...facts.map(({ items }) => `cell ${items.map(({ text }) => text).join(" ")}`),
      ]),
    ]),
  ];
}

/** As `summaryOf`, of the tables; from the model and not from the page. */
function tablesOf({ groups }: Policy): string[] {
  return groups.flatMap(({ head: { caption, columns }, rows }) => [
    `table ${caption}`,
    "row",
    ...columns.map(({ label }) => `columnheader ${label}`),
    ...rows.flatMap(({ cells }) => [
      "row",
      ...cells.map(({ column, items, notes }) => {
        const texts = [...items.map(({ text }) => text), ...notes];
        return `${column === "name" ? "rowheader" : "cell"} ${texts.join(" ")}`.trim();
      }),
    ]),
  ]);
}

/** Without the places where a name may break, which a browser counts as the end of a text. */
const unbroken = (lines: readonly string[]) =>
  lines.map((line) => line.replaceAll(/(?<=[_.-]) /g, ""));

describe.each(Object.entries(policies))("the tables of /%s", (name, policy) => {
  test("are tables to assistive technology, whether rows or cards", async () => {
    await look(`/${name}`, { width: 1280 }, async ({ page }) => {
      const [whole, narrow] = [false, true].map((isNarrow) =>
        unbroken([...summaryOf(policy, isNarrow), ...tablesOf(policy)]),
      );
      expect(unbroken(await readTables(page))).toEqual(whole);
      await page.setViewportSize({ width: 320, height: 800 });
      expect(unbroken(await readTables(page))).toEqual(narrow);
    });
  });

  test("put its heading before each value where the row of headings is out of sight", async () => {
    const labels = await look(`/${name}`, { width: 320 }, ({ page }) =>
      page.evaluate(`[...document.querySelectorAll(".cookie-policy-group tbody :is(th, td)")].map((cell) =>
        getComputedStyle(cell, "::before").content)`),
    );
    const cells = policy.groups.flatMap(({ rows }) => rows).flatMap((row) => row.cells);
    expect(labels).toEqual(cells.map(({ label }) => `"${label}" / ""`));
  });

  test("stand in the same columns, one below the other", async () => {
    const starts = await look(`/${name}`, { width: 1280 }, ({ page }) =>
      page.evaluate<
        string[]
      >(`[...document.querySelectorAll(".cookie-policy-group thead")].map((head) =>
        [...head.querySelectorAll("th")].map((cell) => cell.getBoundingClientRect().x).join(" "))`),
    );
    expect(new Set(starts).size).toBe(1);
  });
});
