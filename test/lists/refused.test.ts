import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runListImport } from "../../src/cli/run/import/import.ts";
import { createTestContext } from "../cli/context.ts";
import { temporaryFolder } from "../project.ts";
import { host } from "../site/output/site.ts";

const head = "<tr><th>Cookie name<th>Purpose<th>Duration";
const table = (rows: string) => `<!doctype html>\n<table>\n${head}\n${rows}</table>`;
const latin1 = (text: string) => Buffer.from(text, "latin1");

const refused: readonly (readonly [string, string, string | Buffer, string])[] = [
  [
    "a page without a table",
    "page.html",
    "<html><p>We use cookies.</p></html>",
    "page.html:1:1 no-cookie-table",
  ],
  [
    "the file of a vendor that keeps nothing",
    "vendor.json",
    '{ "disclosures": [], "domains": [{ "domain": "vendor.example", "use": "none" }] }',
    "vendor.json:1:18 no-cookie-table",
  ],
  [
    "a cell over name and purpose",
    "page.html",
    table('<tr><td colspan="2">_a<td>1 day\n'),
    "page.html:4:21 merged-cells",
  ],
  [
    "a name over rows that differ",
    "page.html",
    table('<tr><td rowspan="2">_a<td>x<td>1 day\n<tr><td>y<td>2 days\n'),
    "page.html:4:21 merged-cells",
  ],
  [
    "cells over each other",
    "page.html",
    table('<tr><td>_a<td rowspan="2">x<td>1 day\n<tr><td colspan="2">_b<td>1 day\n'),
    "page.html:5:21 merged-cells",
  ],
  [
    "a table in a cell",
    "page.html",
    table("<tr><td>_a<td><table><tr><td>x</table><td>1 day\n"),
    "page.html:4:15 nested-table",
  ],
  [
    "one name with two durations",
    "page.html",
    table("<tr><td>_a<td>x<td>1 day\n<tr><td>_a<td>x<td>2 days\n"),
    "page.html:5:9 cookie-told-twice",
  ],
  [
    "a script",
    "list.json",
    "window.cookies = [1, 2];\nalert(1, 2);",
    "list.json:1:1 unreadable-list",
  ],
  [
    "JSON that breaks off",
    "list.json",
    '{"DomainData": {"Groups": [',
    "list.json:1:28 unreadable-list",
  ],
  ["a script for JSON", "list.json", '{"cookies": evil()}', "list.json:1:13 unreadable-list"],
  ["other JSON", "list.json", '{"name": "x"}', "list.json:1:1 unknown-list"],
  [
    "a table of a script that is no data",
    "cc.js",
    'CookieConsentDialog.cookieTableNecessary = [["a",\n];;',
    "cc.js:2:4 unreadable-list",
  ],
  [
    "a configuration of a banner that breaks off",
    "config.js",
    "CookieConsent.run({\n  categories: {}, language: {",
    "config.js:1:1 unreadable-list",
  ],
  [
    "a configuration of a banner that a script puts together",
    "config.js",
    "CookieConsent.run(Object.assign({}, { categories: make() }, language));",
    "config.js:1:1 unreadable-list",
  ],
  [
    "objects of one name and two lengths",
    "list.json",
    '[{"cookie":"_a_b","expires":"1 day"},\n{"cookie":"_a_b","expires":"2 days"}]',
    "list.json:2:11 cookie-told-twice",
  ],
  [
    "the cookies of a browser, which are evidence",
    "list.json",
    '[{"name":"sid_a","value":"1","expires":"Session"}]',
    "list.json:1:1 unknown-list",
  ],
  [
    "Latin-1",
    "page.html",
    latin1(table("<tr><td>_a<td>\u00e9t\u00e9<td>1 day\n")),
    "page.html:4:15 invalid-utf8",
  ],
  [
    "UTF-16",
    "page.html",
    Buffer.from(`\ufeff${table("")}`, "utf16le"),
    "page.html:1:1 invalid-utf8",
  ],
  [
    "UTF-16 without a mark",
    "page.html",
    Buffer.from(table(""), "utf16le"),
    "page.html:1:2 unreadable-list",
  ],
  [
    "a page of 50 MB",
    "page.html",
    Buffer.alloc(50 * 1024 * 1024, " "),
    "page.html:1:1 file-too-large",
  ],
  [
    "a broken workbook",
    "list.xlsx",
    Buffer.from("PK\u0003\u0004 and no more"),
    "list.xlsx:1:1 unreadable-list",
  ],
  ["broken CSV", "list.csv", 'Cookie name,Duration\n_a,"1 day\n', "list.csv:2:4 invalid-csv"],
];

test.each(refused)(
  "%s is refused at its place, and nothing is written",
  async (_, file, content, place) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, file), content);
    const { context, out, err } = createTestContext({ folder, host });
    const status = await runListImport([file], { project: "." }, context);
    expect({ status, out }).toEqual({ status: 1, out: [] });
    const [, at, rule] = /^(\S+:\d+:\d+): error: .* \[([\w-]+)\]$/m.exec(err.join(""))!;
    expect(`${at} ${rule}`).toBe(place);
    expect(err.at(-1)).toBe("nothing was written\n");
    expect(existsSync(join(folder, "data"))).toBe(false);
  },
);
