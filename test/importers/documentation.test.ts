import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { evidenceRules } from "../../src/importers/evidence-rules.ts";
import { importers } from "../../src/importers/importers.ts";
import { read } from "./fixtures.ts";

const guide = readFileSync(join(import.meta.dirname, "../../docs/evidence.md"), "utf8");

const sections = guide.split(/^## /m).slice(1);
const examples = [...guide.matchAll(/^```text\n(.*?)^```$/gms)].map(([, text = ""]) => text);

/** The heading under which each format is explained. */
const headings: Readonly<Record<string, string>> = {
  saved: "Saved evidence",
  har: "HAR",
  "storage-state": "Playwright storageState",
  wec: "Website Evidence Collector",
  "cookie-list": "Lists of cookies",
  "devtools-table": "The table of cookies",
  netscape: "Netscape cookies.txt",
  "wec-yaml": "Website Evidence Collector",
  "header-log": "Set-Cookie lines",
};

test.each(importers)("docs/evidence.md explains $title", ({ id }) => {
  expect(sections.some((section) => section.startsWith(`${headings[id]}\n`))).toBe(true);
});

test.each(examples)("its example is read: %#", (text) => {
  const { observations, diagnostics } = read(text);
  expect(diagnostics).toEqual([]);
  expect(observations.map(({ name, host, lifetime }) => [name, host, lifetime.kind])).toEqual(
    expect.arrayContaining([
      ["session", "www.example.com", "session"],
      ["language", expect.stringContaining("example.com"), "length"],
    ]),
  );
});

test("it shows an example of each format that is written by hand", () => {
  const first = examples.map(
    (text) => importers.find(({ recognises }) => recognises({ file: "", text }))?.id,
  );
  expect(first).toEqual(["netscape", "header-log"]);
});

test("it lists every rule", async () => {
  const rows = Object.entries(evidenceRules).map(([rule, text]) => `| \`${rule}\` | ${text} |\n`);
  const fresh = guide.replace(/(?<=^\|---\|---\|\n)(?:\|.*\n)*(?=\nAt most)/m, () => rows.join(""));
  await expect(fresh).toMatchFileSnapshot("../../docs/evidence.md");
});
