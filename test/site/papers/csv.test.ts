import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { planOutput } from "../../../src/site/build/eleventy.ts";
import { writeCsv } from "../../../src/site/papers/csv.ts";
import { legibleLines } from "../../../src/site/papers/legible.ts";
import { createSiteFiles, templatesOf } from "../../../src/site/render/site-files.ts";
import { loadSites } from "../law.ts";
import { everywhere, hostile, printAll, samples, sheetOf } from "./papers.ts";

const registries = [samples(["page", "csv"]), everywhere(["page", "csv"])] as const;
const files = await Promise.all(
  registries.map(async (registry) => {
    const printed = await printAll(registry, ".csv");
    return [...printed].map(([path, bytes]) => ({ path, bytes, sheet: sheetOf(registry, path) }));
  }),
);

/** As a spreadsheet guards itself: what begins like a formula begins with an apostrophe. */
const guarded = (text: string): string => (/^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text);

const read = (bytes: Uint8Array) => parse(Buffer.from(bytes), { bom: true });

describe.each(files.flat())("$path", ({ bytes, sheet }) => {
  test("has every cookie with every fact, cell by cell", () => {
    const [heads, ...rows] = read(bytes);
    expect(heads).toEqual(sheet.columns);
    expect(rows).toEqual(sheet.rows.map((row) => row.map(guarded)));
    expect(rows.length).toBeGreaterThan(2);
  });
});

test("the words are those of the language, the ids those of the registry", () => {
  const { sheet } = files[1]!.find(({ path }) => path.includes("/de/"))!;
  const row = sheet.rows.find((cells) => cells[sheet.columns.indexOf("name")] === "_es_visitor")!;
  const cells = Object.fromEntries(sheet.columns.map((column, index) => [column, row[index]]));
  expect(cells).toMatchObject({
    site: "everywhere",
    provider: "example-statistics",
    country: "Deutschland",
    consent: "not-required",
    function: "audience-measurement",
    purposes: "measure-audience",
    storage: "Cookie",
    category: "Statistik-Cookies",
    duration: "13 Monate",
  });
});

test("data of a cookie that says nothing else is kept as long as its category's", async () => {
  const cookie = (name: string, keys: string) =>
    `  - name: "${name}"\n    function: audience-measurement\n${keys}`;
  const measuring = "    purposes: [measure-audience]\n";
  const cookies = [
    cookie("of-category", measuring),
    cookie("of-its-own", `${measuring}    dataRetention: 2 weeks\n`),
    cookie("of-another", "    purposes: [check-cookie-support]\n    category: necessary\n"),
    cookie("of-none", "    category: unclassified\n"),
  ];
  const registry = loadSites(
    { site: "providers: [acme]\noutputs: [page, csv]\nretention: { statistics: 25 months }\n" },
    { "data/providers/acme.yaml": `name: Acme\ncookies:\n${cookies.join("")}` },
  );
  const [bytes] = (await printAll(registry, ".csv")).values();
  const [heads = [], ...rows] = read(bytes!) as string[][];
  const at = heads.indexOf("data_retention");
  expect(rows.map((cells) => cells[at])).toEqual([
    "The data collected is kept for 25 months",
    "The data collected is kept for 2 weeks",
    "",
    "",
  ]);
});

test("spreadsheets find the encoding, and lines that end as theirs do", async () => {
  const bytes = await writeCsv({ columns: ["a", "b"], rows: [["1", "2\n3"]] });
  expect(Buffer.from(bytes).toString()).toBe('\ufeffa,b\r\n1,"2\n3"\r\n');
});

test.each(hostile)("a text such as %j is one cell and no formula", async (text) => {
  const cell = legibleLines(text);
  const bytes = await writeCsv({ columns: ["name", "next"], rows: [[cell, "last"]] });
  expect(read(bytes)).toEqual([
    ["name", "next"],
    [guarded(cell), "last"],
  ]);
  expect(guarded(cell)).not.toMatch(/^[=+\-@]/);
});

test("pages link it, other origins may read it, and Eleventy is left out of it", () => {
  const [registry] = registries;
  const { filesOf } = createSiteFiles(registry, templatesOf(registry.project), "published");
  const made = new Map(filesOf(registry.sites.get("delwp")!).map((file) => [file.name, file]));
  const textOf = (name: string) => Buffer.from(made.get(name)!.render!()).toString();
  const link = '<link rel="alternate" type="text/csv" href="cookies.csv">';
  expect(textOf("en/index.html")).toContain(link);
  expect(textOf("_headers")).toContain("/fr/cookies.csv\n  Access-Control-Allow-Origin: *\n");
  const plan = planOutput(registry, ["delwp"]);
  expect([...plan.keys()].filter((path) => path.endsWith(".csv"))).toEqual([]);
  expect(plan.get("delwp/en/index.html")!()).not.toContain(link);
});
