import { expect, test } from "vitest";
import { readListText } from "../../../src/lists/read-list.ts";
import { placesOf } from "../../project.ts";

const read = (text: string) => readListText({ file: "stdin", text });

const told = (text: string) =>
  read(text).cookies.map(({ name, duration, provider, category }) =>
    [name, duration ?? "-", provider ?? "-", category ?? "-"].join(" "),
  );

test("a head that stands in the middle of a table says what the columns below it hold", () => {
  const rows = [
    "Naam<td>Doel<td>Bewaartermijn<td>Partij",
    "_ac_a<td>tellen<td>1 dag<td>Acme",
    "Naam<td>Doel<td>Bewaartermijn<td>Partij",
    "_ac_b<td>tellen<td>2 jaar<td>Acme",
    '<td colspan="4">Marketing',
    "Cookie<td>Bewaartermijn<td>Partij<td>Land",
    "_ac_c<td>90 dagen<td>Bcme<td>NL",
  ];
  const text = `<table>\n${rows.map((row) => `<tr><td>${row}`.replace("<td><td", "<td")).join("\n")}</table>`;
  expect(told(text)).toEqual([
    "_ac_a 1 day Acme -",
    "_ac_b 2 years Acme -",
    "_ac_c 90 days Bcme marketing",
  ]);
  expect(placesOf(read(text).diagnostics)).toEqual(["stdin:7:46 unknown-column"]);
});

test("nothing that stands in a table of cookies is left out without a word", () => {
  const text =
    "Name,Duration,Name\n_ac_a,1 day,_ac_b\n,2 days,\n_ac_c,3 days,,of Acme\n,about ads,_ac_d\n";
  expect(told(text)).toEqual(["_ac_a 1 day - -", "_ac_c 3 days - -"]);
  expect(placesOf(read(text).diagnostics)).toEqual([
    "stdin:1:15 unknown-column",
    "stdin:4:15 unknown-column",
    "stdin:3:2 unusable-name",
    "stdin:5:2 unusable-name",
  ]);
});

test("a cell holds a hundred names, and one with more is refused as a whole", () => {
  const names = (count: number) =>
    Array.from({ length: count }, (_, index) => `_ac_${"n".repeat(20)}_${index + 100}`).join(", ");
  const table = (count: number) => `<table><tr><th>Cookie name<tr><td>${names(count)}</table>`;
  expect(told(table(100))).toHaveLength(100);
  expect(told(table(200))).toEqual([]);
  expect(placesOf(read(table(200)).diagnostics)).toEqual(["stdin:1:35 file-too-large"]);
});

test("what stands in brackets is no name, and a length of time where there is no column of them", () => {
  const cell = "<li>_ac_ab (1 year)<li>_ab (Session)<li>_ac (Acme)<li>_ad<br>(of Acme)";
  const row = (head: string, more: string) =>
    `<table><tr><th>Cookies${head}<tr><td><ul>${cell}</ul>${more}</table>`;
  expect(told(row("<th>Purpose", "<td>x"))).toEqual([
    "_ac_ab 1 year - -",
    "_ab session - -",
    "_ac - - -",
    "_ad - - -",
  ]);
  expect(told(row("<th>Duration", "<td>1 day"))).toContain("_ac_ab 1 day - -");
});

test("a table in two languages is read by the heads of either", () => {
  const text =
    "Name / Nom;Speicherdauer / Durée;Zweck / But\n_ac;2 Jahre / 2 ans;Zählen / Compter\nsid;Sitzung / Session;\n";
  expect(told(text)).toEqual(["_ac 2 years - -", "sid session - -"]);
});

test.each([
  ["HTML", "<table><tr><th>Cookie name<tr><td>_ab</table>\n<table><tr><td>_ac<td>2 years</table>"],
  [
    "Markdown",
    "| Cookie name |\n|---|\n| _ab |\n\n| Was | Wie lang |\n|---|---|\n| _ac | 2 Jahre |",
  ],
])("a table with one name and no head that is known is told of in %s", (_, text) => {
  expect(told(text)).toEqual(["_ab - - -"]);
  expect(read(text).diagnostics.map(({ rule }) => rule)).toEqual(["no-cookie-table"]);
});

test("several names that begin an item of a list are taken one by one", () => {
  const text =
    "<ul><li><b>_ac_a</b>, <b>_ac_b</b> : counts, kept here – 13 months<li>_ac_c and _ac_d (ads)</ul>";
  expect(told(text)).toEqual([
    "_ac_a 13 months - -",
    "_ac_b 13 months - -",
    "_ac_c - - -",
    "_ac_d - - -",
  ]);
});

test.each([
  ["_ac_(property-id)", "_ac_*"],
  ["AC_###@Org", "AC_*@Org"],
  ["Base:V#||Store", "Base:V*||Store"],
])("what differs in %s is a star", (written, name) => {
  expect(told(`Name,Duration\n${written},1 day\n`)).toEqual([`${name} 1 day - -`]);
});
