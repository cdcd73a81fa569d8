import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../cli/run.ts";
import { placesOf, writeProject } from "../project.ts";
import { base, lintExample } from "./example.ts";

const header =
  "updated,id,objection,preferences,name,url,controller.name,controller.email,authority.name,authority.url,languages,providers,privacyPolicy";
const rowWith = (name: string, preferences: string) =>
  `2026-11-01,customer,https://c.example/#o,${preferences},${name},https://c.example,C,c@c.example,CNIL,https://www.cnil.fr,en,example,https://c.example/privacy`;

const lintTable = (row: string) =>
  lintExample({ "data/sites/customers.csv": `${header}\n${row}\n` });

test("a row like a site in which nothing is wrong has no problem, whatever the order of its columns", () => {
  expect(lintTable(rowWith("Customer", "https://c.example/#p"))).toEqual([]);
});

test("words of YAML mean nothing in a table", () => {
  expect(lintTable(rowWith("The only override", "https://c.example/#p"))).toEqual([]);
  const ignore = '"Multi\n# ignore no-such-rule: because\nline"';
  expect(lintTable(rowWith(ignore, "https://c.example/#p"))).toEqual([]);
});

test("a rule that judges a site reports at the cell, or at the id of what is missing", () => {
  const row = rowWith("Customer", "https://c.example/#p");
  const found = lintTable(row.replace("CNIL,https://www.cnil.fr", ","));
  expect(placesOf(found)).toEqual(["data/sites/customers.csv:2:12 complaint-missing"]);
});

test.each([
  ["http://c.example/#p", 42],
  ['"http://c.example/?a=1,2"', 42],
])(
  "an address without encryption, %s, is reported at its cell and mended there",
  async (url, column) => {
    const row = rowWith("Customer", url);
    const found = lintTable(row);
    expect(placesOf(found)).toEqual([`data/sites/customers.csv:2:${column} insecure-link`]);
    const other = rowWith('"Other ""O"", Inc."', "https://o.example").replace("customer", "other");
    const path = "data/sites/customers.csv";
    const folder = writeProject({ ...base, [path]: `\ufeff${header}\r\n${other}\r\n${row}\r\n` });
    expect((await run(folder, ["lint", "--fix"])).status).toBe(0);
    expect(readFileSync(join(folder, path), "utf8")).toBe(
      `\ufeff${header}\r\n${other}\r\n${row.replace("http:", "https:")}\r\n`,
    );
  },
);

test("a table counts as one file", async () => {
  const rows = ["a", "b", "c"].map((id) =>
    rowWith("Customer", "https://c.example/#p").replace("customer", id),
  );
  const folder = writeProject({
    ...base,
    "data/sites/customers.csv": [header, ...rows, ""].join("\n"),
  });
  expect((await run(folder, ["lint"])).stderr).toMatch(/^4 files: /);
});
