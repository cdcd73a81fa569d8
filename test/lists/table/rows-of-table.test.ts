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
