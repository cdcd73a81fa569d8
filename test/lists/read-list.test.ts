import { describe, expect, test } from "vitest";
import { readListText } from "../../src/lists/read-list.ts";
import { cpuMilliseconds } from "../cpu-time.ts";
import { placesOf } from "../project.ts";

const read = (text: string) => readListText({ file: "stdin", text });

const told = (text: string) =>
  read(text).cookies.map(({ name, storage, duration, hosts, place }) =>
    [name, storage, duration ?? "-", hosts.join(",") || "-", place.location.line].join(" "),
  );

const html = `<h1>Our cookies</h1>
<table>
  <thead><tr><th>Cookie Name</th><th>Default expiration time</th><th>Description</th><th>Type</th><th>Domain</th></tr></thead>
  <tbody>
  <tr><td colspan="5">Analytics</td></tr>
  <tr><td><code>_ac_&lt;container-id&gt;</code></td><td>2 years</td><td>Tells visitors apart.</td><td>HTTP cookie</td><td>.yourdomain.com</td></tr>
  <tr><td>_ac_a, <b>_ac_b</b><br>_ac_c</td><td rowspan="2">13 months.</td><td></td><td>Local Storage</td><td>.acme.example</td></tr>
  <tr><td>_ac_d (legacy)</td><td></td><td>Session storage</td><td>Acme Ltd.</td></tr>
  </tbody>
</table>
<table><tr><th>Country<th>Offices<tr><td>Norway<td>2</table>
`;

const markdown = `# Cookies

| Name | Max-Age | Purpose |
|:-----|---------|---------|
| \`_ac_{site_id}\` | 1.5 hours | *words* |
| \\_ac\\_x\\_* | forever | of a vendor |
| **__ac__** | Session | |
| [_ac_link](https://acme.example) | 30d | |
`;

const csv = `Cookie,Lifetime,Purpose
"_ac_a, _ac_b",30 minutes,"Said ""so"""
_ac_%s,1 yr,
`;

describe("a table", () => {
  test("in HTML is read by its heads, with what spans columns and rows", () => {
    expect(told(html)).toEqual([
      "_ac_* cookie 2 years - 6",
      "_ac_a local-storage 13 months acme.example 7",
      "_ac_b local-storage 13 months acme.example 7",
      "_ac_c local-storage 13 months acme.example 7",
      "_ac_d session-storage 13 months - 8",
    ]);
    expect(read(html).diagnostics).toEqual([]);
  });

  test("in HTML is read without footnotes and places to break", () => {
    const text =
      "<table><tr><th>Cookie<th>Duration<tr><td>_ac_<wbr>a<sup>1</sup><td>1 year<sup>[2]</sup><tr><td>_ac&shy;_b<td>1 day</table>";
    expect(told(text)).toEqual(["_ac_a cookie 1 year - 1", "_ac_b cookie 1 day - 1"]);
  });

  test("says categories of its own before what stands above it", () => {
    const text =
      "<h2>Analytics</h2><table><tr><th>Cookie<th>Category<tr><td>_ac_a<td>Partners<tr><td>_ac_b<td></table>";
    const { cookies, diagnostics } = read(text);
    expect(cookies.map(({ category }) => category)).toEqual([undefined, "statistics"]);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["unknown-category"]);
  });

  test("of kinds of data is none of cookies", () => {
    const text =
      "<table><tr><th>Name<th>Zweck<th>Speicherdauer<tr><td>Kontaktformular<td>Anfrage<td>2 Jahre</table>";
    expect(told(text)).toEqual([]);
  });

  test("in Markdown is read without its marks", () => {
    expect(told(markdown)).toEqual([
      "_ac_* cookie 90 minutes - 5",
      "_ac_x_* cookie persistent - 6",
      "__ac__ cookie session - 7",
      "_ac_link cookie 30 days - 8",
    ]);
  });

  test("in CSV is read by RFC 4180", () => {
    expect(told(csv)).toEqual([
      "_ac_a cookie 30 minutes - 2",
      "_ac_b cookie 30 minutes - 2",
      "_ac_* cookie 1 year - 3",
    ]);
  });

  test.each([
    ["German", "Name,Laufzeit,Zweck"],
    ["French", "Nom du cookie,Durée,Finalité"],
    ["Spanish", "Nombre,Caducidad,Finalidad"],
    ["Italian", "Nome,Durata,Scopo"],
    ["Dutch", "Naam,Bewaartermijn,Doel"],
    ["Portuguese", "Nome,Validade,Finalidade"],
    ["English, as questions", "Cookie,How long is it kept?,What is it for?"],
    ["English, with remarks", "COOKIES:,Expiry (max.),What it does"],
  ])("has its columns found by heads in %s", (_, head) => {
    expect(told(`${head}\nsid,session,x\n`)).toEqual(["sid cookie session - 2"]);
  });
});

describe("what a table leaves to do", () => {
  test("is said at its cell: names that no registry can hold, and durations that cannot be read", () => {
    const { cookies, diagnostics } = read(
      "Name,Duration\njane.doe@example.org,1 day\n*,1 day\nthe cookie,1 day\n_ac,until you leave\n_ad,\n",
    );
    expect(cookies.map(({ name }) => name)).toEqual(["_ac", "_ad"]);
    expect(placesOf(diagnostics)).toEqual([
      "stdin:2:1 unusable-name",
      "stdin:3:1 unusable-name",
      "stdin:4:1 unusable-name",
      "stdin:5:5 unreadable-duration",
    ]);
  });

  test("is everything where no table has a column of names", () => {
    expect(placesOf(read("<table><tr><td>Country<td>Offices</table>").diagnostics)).toEqual([
      "stdin:1:1 no-cookie-table",
    ]);
    expect(placesOf(read("a page without tables\n").diagnostics)).toEqual([
      "stdin:1:1 no-cookie-table",
    ]);
  });

  test("is said of broken CSV at the fault", () => {
    expect(placesOf(read('Name,Duration\n_ac,"1 day\n').diagnostics)).toEqual([
      "stdin:2:5 invalid-csv",
    ]);
  });
});

test("the parts of names that are one visitor's own are masked", () => {
  const id = "3f2504e0-4f89-11d3-9a0c-0305e82c3301";
  expect(told(`Name,Duration\n_ac_${id},1 day\n_ac_123456789012,1 day\n`)).toEqual([
    "_ac_* cookie 1 day - 2",
  ]);
});

const repeat = (text: string) => text.repeat(Math.floor(200_000 / text.length));

test.each([
  ["tables within tables", repeat("<table><tr><td>")],
  [
    "cells that span more than there is",
    repeat('<table><tr><td rowspan="65534" colspan="9999">Name'),
  ],
  ["marks that never end", repeat("<b>") + repeat("<a href=x>")],
  ["texts beside a table", `<table>${repeat("x<i>")}`],
  ["heads of columns within each other", repeat("<div><b>Name</b><b>Duration</b>")],
  [
    "elements beside heads of columns",
    `<div><div><b>Name</b><b>Duration</b></div>${repeat("<i>")}`,
  ],
  [
    "rows below heads of columns",
    `<div><p><b>Name</b><b>Duration</b></p>${repeat("<p><b>_a</b><b>1 day</b></p>")}`,
  ],
  ["names and what is said of them", `<ul>${repeat("<li>_a_b - a: b, c: d. e (f)")}`],
  ["one endless cell", `<table><tr><th>Name<tr><td>${repeat("x")}`],
  ["endless Markdown", `| Name |\n|---|\n${repeat("| `x |\n")}`],
  ["brackets without end", `| Name |\n|---|\n| ${repeat("[x](")} |\n`],
  ["stars without end", `| Name |\n|---|\n| ${repeat("**x ")} |\n`],
  ["placeholders without end", `Name,Duration\n${"<{[".repeat(20_000)},1 day\n`],
  ["commas without end", `Name,Duration\n"${"a, ".repeat(20_000)}",1 day\n`],
])("a hostile text of %s ends soon", (_, text) => {
  expect(cpuMilliseconds(() => void read(text))).toBeLessThan(10_000);
});

test("disclosures that are gathered of several vendors are remarks, and tell of what an app keeps", () => {
  const rest = { type: "cookie", maxAgeSeconds: 86_400, domains: ["*.vendor.example"] };
  const disclosures = [
    { ...rest, identifier: "seen", cookieRefresh: true, purposes: [1, 7] },
    { ...rest, identifier: "out", cookieRefresh: false, purposes: [], optOut: true },
    { identifier: "advertising", type: "app", purposes: [1] },
  ];
  const gathered = { "https://vendor.example/storage.json": { disclosures } };
  const { cookies, diagnostics } = read(JSON.stringify({ disclosures: gathered }));
  expect(cookies.map(({ name, isRenewed, description }) => [name, isRenewed, description])).toEqual(
    [
      ["seen", true, "purposes 1, 7 of the framework"],
      ["out", false, "records an objection"],
    ],
  );
  expect(diagnostics.map(({ message }) => message)).toEqual([
    '"advertising" is kept by an app, expected what a site stores',
  ]);
});
