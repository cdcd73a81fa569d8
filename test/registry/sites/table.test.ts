import { describe, expect, test } from "vitest";
import { siteColumnNames } from "../../../src/registry/schema/csv-columns.ts";
import { readSiteTable, type SiteRow, type SiteTable } from "../../../src/registry/sites/table.ts";
import type { Source } from "../../../src/source/yaml-file.ts";
import { placesOf } from "../../project.ts";
import { textAt } from "../csv.ts";
import { columns as columnIds } from "../../../src/vocabulary/vocabulary.ts";

const readTable = (text: string): SiteTable => readSiteTable({ file: "t.csv", text });

function sourceOf(table: SiteTable, row: SiteRow): Source {
  const { source, diagnostics } = table.read(row);
  expect(diagnostics).toEqual([]);
  return source!;
}

/** The only row of a table. */
function readOne(text: string): Source {
  const table = readTable(text);
  expect(table.diagnostics).toEqual([]);
  expect(table.rows).toHaveLength(1);
  return sourceOf(table, table.rows[0]!);
}

const valueOf = (text: string) => readOne(text).value;

test("the columns are the keys of a site file, and nothing else", () => {
  const categories = (key: string) =>
    ["necessary", "preferences", "statistics", "marketing"].map((each) => `${key}.${each}`);
  const inLanguages = (key: string) => [key, `${key}.<language>`];
  const consent = "consent.<category~or~jurisdiction>";
  const columns = [
    "id extends abstract",
    ...inLanguages("name"),
    "url domains",
    ...inLanguages("policyUrl"),
    ...inLanguages("controller.name"),
    "controller.address controller.email controller.dpo",
    ...["name", "address", "email"].map((key) => `representative.<jurisdiction>.${key}`),
    ...["name", "title", "address", "email"].map((key) => `personInCharge.<jurisdiction>.${key}`),
    ...inLanguages("authority.name"),
    ...inLanguages("authority.url"),
    "authority.jurisdiction",
    ...inLanguages("complaints.url"),
    "complaints.email",
    ...inLanguages("privacyPolicy"),
    "jurisdictions consent",
    consent,
    ...categories(consent),
    ...categories("legalBasis"),
    ...categories("retention"),
    "sold",
    ...categories("sold"),
    "shared",
    ...categories("shared"),
    ...inLanguages("optOut"),
    "gpc.since gpc.account",
    ...inLanguages("gpc.display"),
    "languages fallback providers providers.add providers.remove columns",
    ...[...categories("titles.categories"), "titles.categories.unclassified"].flatMap(inLanguages),
    ...columnIds.flatMap((id) => inLanguages(`titles.columns.${id}`)),
    ...inLanguages("preferences"),
    "preferences.banner",
    ...inLanguages("objection"),
    "outputs brand.light brand.dark updated ignore",
  ].flatMap((each) => each.split(" ").map((name) => name.replaceAll("~", " ")));
  expect(siteColumnNames).toEqual(columns);
});

describe("a cell", () => {
  test("a cell that is empty says nothing, with or without quotes", () => {
    expect(valueOf('id,name,controller.name,languages\na,,"",\n')).toEqual({ id: "a" });
  });

  test("a cell of a nested key makes the mapping around it", () => {
    expect(valueOf("policyUrl.pt-BR,id,brand.dark\nx,a,y\n")).toEqual({
      id: "a",
      policyUrl: { "pt-BR": "x" },
      brand: { dark: "y" },
    });
  });

  test("a cell of a list holds words, divided by any space", () => {
    expect(valueOf('id,languages,providers.remove\na," en  fr\tde\nit ",x\n')).toEqual({
      id: "a",
      languages: ["en", "fr", "de", "it"],
      providers: { remove: ["x"] },
    });
  });

  test("a cell of an address holds lines, divided by | or line breaks", () => {
    const [bars, breaks] = ['"The ""Old"" Mill | 1 Way, Town||Land"', '"One\r\nTwo\nThree"'];
    expect(valueOf(`id,controller.address\na,${bars}\n`)).toEqual({
      id: "a",
      controller: { address: ['The "Old" Mill', "1 Way, Town", "", "Land"] },
    });
    expect(valueOf(`id,controller.address\na,${breaks}\n`)).toEqual({
      id: "a",
      controller: { address: ["One", "Two", "Three"] },
    });
  });

  test.each([
    ["true", true],
    ["TRUE", true],
    ["False", false],
    ["yes", "yes"],
    ["1", "1"],
  ])("%j of abstract is read as YAML reads it", (written, value) => {
    expect(valueOf(`id,abstract\na,${written}\n`)).toEqual({ id: "a", abstract: value });
  });

  test.each(["=1+1", "+33 1", "-x", "@sum", "007", "1e3", "2026-11-01", "null", "# x", " x "])(
    "%j is a text like any other",
    (name) => {
      expect(valueOf(`id,name\na,${name}\n`)).toEqual({ id: "a", name });
    },
  );
});

describe("the place", () => {
  const text =
    'id,languages,controller.name,controller.address,policyUrl.en\na,"en fr","A ""B""",1 Way | 2 Town,\n';
  const { place } = readOne(text);
  const shown = (...path: Parameters<typeof place>) => textAt(text, place(...path).location);

  test.each([
    ["of a value is its cell", ["controller", "name"], '"A ""B"""'],
    ["of an item is within the cell", ["languages", 1], "fr"],
    ["of a line is without the space around it", ["controller", "address", 1], "2 Town"],
    ["of an item that is not there is the cell", ["languages", 7], '"en fr"'],
    ["of what is within an item is the item", ["languages", 0, "id"], "en"],
    ["of a mapping is its first cell", ["controller"], '"A ""B"""'],
    ["of a missing key is that of the mapping", ["controller", "email"], '"A ""B"""'],
    ["of anything else that is missing is the id", ["policyUrl", "en"], "a"],
    ["of the whole is the id", [], "a"],
  ] as const)("%s", (_, path, expected) => {
    expect(shown(path)).toBe(expected);
  });

  test("a key is placed in the first row of its table", () => {
    expect(shown(["controller", "name"], "key")).toBe("controller.name");
    expect(shown(["languages", 0], "key")).toBe("en");
  });
});

test("the text of a row and the header are all that a row says", () => {
  const table = readTable('id,name\r\na,"A\r\nB"\r\nb,B');
  expect(table.header).toBe("id,name");
  expect(table.rows.map(table.textOf)).toEqual(['a,"A\r\nB"', "b,B"]);
});

test.each([
  ["id,providers.add,providers\na,x,y\n", "t.csv:2:5 duplicate-key"],
  ["id,providers,providers.add\na,x,y\n", "t.csv:2:5 duplicate-key"],
  ["id,policyUrl.en,policyUrl\na,x,y\n", "t.csv:2:5 duplicate-key"],
  ["id,providers.add,providers\na,,y\n", undefined],
])("%j: one row does not say the same thing in two columns", (text, problem) => {
  const table = readTable(text);
  expect(table.diagnostics).toEqual([]);
  expect(placesOf(table.read(table.rows[0]!).diagnostics)).toEqual(problem ? [problem] : []);
});

test("lines without a cell that says something are passed over", () => {
  const table = readTable('id,name\n\n,\n"",\na,A\n\r\n,""\n');
  expect(table.diagnostics).toEqual([]);
  expect(table.rows.map(({ id }) => id)).toEqual(["a"]);
});

test("a row whose cells do not stand below their columns has an id, and is not read", () => {
  const table = readTable("id,name,url\na,A, Inc.,https://a.example\nb,B\n");
  expect(placesOf(table.diagnostics)).toEqual(["t.csv:2:11 ragged-row", "t.csv:3:3 ragged-row"]);
  expect(table.rows.map(({ id }) => id)).toEqual(["a", "b"]);
  expect(table.rows.map((row) => table.read(row).source)).toEqual([undefined, undefined]);
});
