import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { createFormat } from "../../src/site/page/format.ts";
import { countries } from "../../src/vocabulary/countries.ts";
import { loadShop, tags } from "./languages.ts";

const registry = loadShop();
const days = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, "0")).flatMap(
  (month) => [`2026-${month}-01`, `2026-${month}-22`],
);

/** Where another Node prints another name or day, its hash is another one: then pin that name in the language's terms. */
test("every Node prints the same names of countries and the same days in every language", async () => {
  const lines = tags.map((tag) => {
    const { country, date } = createFormat(tag, registry.languages.get(tag)!.terms.value);
    const printed = [...[...countries].map(country), ...days.map(date)];
    return `${tag} ${createHash("sha256").update(printed.join("\n")).digest("hex").slice(0, 16)}`;
  });
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("countries.txt");
});
