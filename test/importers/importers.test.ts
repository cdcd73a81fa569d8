import { describe, expect, test } from "vitest";
import { evidenceRules } from "../../src/importers/evidence-rules.ts";
import { importers } from "../../src/importers/importers.ts";
import { writeEvidence } from "../../src/observation/saved.ts";
import { renderText } from "../../src/report/text.ts";
import {
  canary,
  fixturesOf,
  importersWithFixtures,
  read,
  readFixture,
  textOf,
} from "./fixtures.ts";

test("every folder of fixtures belongs to an importer in the list, and every importer has one", () => {
  expect(importersWithFixtures()).toEqual(importers.map(({ id }) => id).toSorted());
});

test("no two importers have the same id", () => {
  expect(new Set(importers.map(({ id }) => id)).size).toBe(importers.length);
});

describe.each(importers)("$id", ({ id, recognises }) => {
  const paths = fixturesOf(id);

  test.each(paths)("reads %s", async (path) => {
    const evidence = readFixture(path);
    const lines = [
      ...evidence.observations.map((one) => JSON.stringify(one)),
      ...evidence.incomplete.map((clause) => `incomplete: ${clause}`),
      renderText(evidence.diagnostics),
    ];
    await expect(lines.join("\n")).toMatchFileSnapshot(`fixtures/${path}.evidence`);
  });

  test.each(paths)("keeps no value of %s", (path) => {
    expect(textOf(path)).toContain(canary);
    const evidence = readFixture(path);
    expect(JSON.stringify(evidence)).not.toContain(canary);
    expect(renderText(evidence.diagnostics)).not.toContain(canary);
    expect(writeEvidence(evidence)).not.toContain(canary);
  });

  test.each(paths)("and nobody else recognises %s", (path) => {
    const text = textOf(path);
    const json: unknown = /^\s*[[{]/.test(text) ? JSON.parse(text) : undefined;
    const content = { file: path, text, ...(json === undefined ? {} : { json }) };
    const first = importers.find((one) => one.recognises(content));
    expect(first?.id).toBe(id);
    expect(recognises({ file: path, text: "<html></html>" })).toBe(false);
  });

  test.each(paths)("reads %s after a byte order mark and with line breaks of Windows", (path) => {
    const { observations } = read(`\ufeff${textOf(path).replaceAll(/\r?\n/g, "\r\n")}`, path);
    expect(observations).toEqual(readFixture(path).observations);
  });

  test.each(paths)("says what is wrong with %s wherever it breaks off", (path) => {
    const text = textOf(path);
    const step = Math.ceil(text.length / 200);
    const lengths = Array.from({ length: Math.ceil(text.length / step) }, (_, at) => at * step);
    const wrong = lengths.flatMap((length) => {
      const evidence = read(text.slice(0, length), path);
      const unknown = evidence.diagnostics.filter(
        ({ rule, excerpt }) => !Object.hasOwn(evidenceRules, rule) || excerpt !== "",
      );
      return JSON.stringify(evidence).includes(canary) ? [length, ...unknown] : unknown;
    });
    expect(wrong).toEqual([]);
  });
});

test.each(
  importers.flatMap(({ id }) => fixturesOf(id)).filter((path) => /\.(json|har)$/.test(path)),
)("nothing of %s is used if the end is missing", (path) => {
  const { observations, diagnostics } = read(textOf(path).trimEnd().slice(0, -1), path);
  expect(observations).toEqual([]);
  expect(diagnostics.map(({ rule }) => rule)).toEqual(["unreadable-evidence"]);
});

describe("what is no evidence", () => {
  test.each([
    ["an empty file", "", "unreadable-evidence"],
    ["a file of spaces", " \n\t\n", "unreadable-evidence"],
    ["a byte order mark alone", "\ufeff", "unreadable-evidence"],
    ["names without hosts", "sid=CANARY; lang=CANARY", "unknown-evidence"],
    [
      "a cookies.txt with spaces",
      "a.example TRUE / FALSE 1827000000 sid CANARY",
      "unknown-evidence",
    ],
    ["a trace", '{"traceEvents": []}', "unknown-evidence"],
    ["a page", "<!doctype html><title>Log in</title>", "unknown-evidence"],
    ["a table", "name;value\n=1+1;2\n", "unknown-evidence"],
    ["other JSON", '{"disclosures": []}', "unknown-evidence"],
    ["a list of something else", '[{"a": 1}, 2, null]', "unknown-evidence"],
    ["a prototype", '{"__proto__": {"cookies": [], "origins": []}}', "unknown-evidence"],
    ["JSON in a function call", 'onInputData({"log": {}});', "unreadable-evidence"],
    ["deep JSON", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, "unknown-evidence"],
    ["too many lists", `[${"[],".repeat(10_000_001)}[]]`, "unreadable-evidence"],
  ])("%s is an error", (_, text, rule) => {
    const { observations, diagnostics } = read(text);
    expect(observations).toEqual([]);
    expect(diagnostics.map((d) => `${d.severity} ${d.rule}`)).toEqual([`error ${rule}`]);
  });

  test("the error lists every format that can be read", () => {
    const [unknown] = read("an essay").diagnostics;
    for (const { title } of importers) expect(unknown?.hint).toContain(title);
  });

  test("an empty list of cookies is evidence, of which a note tells", () => {
    const { diagnostics } = read("[]");
    expect(diagnostics.map((d) => `${d.severity} ${d.rule}`)).toEqual([
      "note evidence-without-cookies",
    ]);
  });
});

test("what is known to be something else is named for it, with the way to evidence", () => {
  const messages = ["sid=x; lang=y", ".a.example  TRUE  /  FALSE  1827000000  sid x", "<html>"].map(
    (text) => read(text).diagnostics.map(({ message, hint }) => `${message}; ${hint}`),
  );
  expect(messages.flat()).toEqual([
    "document.cookie or a Cookie header, which tells neither hosts nor lengths, expected evidence of a visit; copy the table of cookies instead: in the developer tools, Application, Cookies, select all rows",
    "a cookies.txt with spaces between its fields, expected tabs; copy the file itself, not its text from a page or a terminal",
    "a page, expected evidence of a visit to it; export a HAR instead: in the developer tools, Network, Export HAR",
  ]);
});

test.each([
  ['[{"domain": "a.example", "expires": -1}, {"name": "a", "domain": "a.example"}]', "warning", 1],
  ['[{"name": "", "domain": "a.example", "expires": -1}]', "error", 0],
])("%s: what is left out is a %s where %i is left", (text, severity, left) => {
  const { observations, diagnostics } = read(text);
  expect(observations).toHaveLength(left);
  expect(diagnostics.map((d) => `${d.severity} ${d.rule}`)).toEqual([
    `${severity} skipped-evidence`,
  ]);
});
