import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseIfUnambiguous } from "../../../src/source/yaml/fast-parse.ts";
import { parseYaml } from "../../../src/source/yaml/parse.ts";
import { root } from "../../project.ts";

/** Where the fast reader reads anything, the careful one must find nothing wrong and read the same. */
function expectAgreement(text: string): boolean {
  const value = parseIfUnambiguous(text);
  if (value === undefined) return false;
  expect(parseYaml(text)).toEqual({ value, findings: [] });
  return true;
}

const shipped = ["data", "content"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => join(folder, name)),
);

test.each(shipped)("%s is read fast, and the same", (name) => {
  expect(expectAgreement(readFileSync(join(root, name), "utf8"))).toBe(true);
});

const usual = fc.constantFrom(
  "a",
  "b",
  "name",
  "x y",
  "a#b",
  "12 months",
  "https://a.example/b#c",
  "2026-11-01",
  "7",
  "é",
  '"x"',
  "'x'",
  '"a: b"',
  "{}",
  "[]",
  "[a, b]",
  "{ a: b }",
  "true",
  "no",
  ">-",
  "",
);

const word = fc.oneof(
  { arbitrary: usual, weight: 6 },
  fc.constantFrom(
    "a",
    "name",
    "x y",
    "a#b",
    "a: b",
    "it's",
    "true",
    "no",
    "null",
    "~",
    "007",
    "0x1F",
    "0o7",
    "1e3",
    ".5",
    "+1",
    "1_000",
    "1:2",
    "2026-11-01",
    "12 months",
    "https://a.example/b#c",
    "",
    "__proto__",
    "constructor",
    "<<",
    "*x",
    "&x",
    "!x",
    "%x",
    "@x",
    "`x",
    "?",
    "-",
    "- -",
    ">-",
    "|",
    "{}",
    "[]",
    "{a: b}",
    "[a, b]",
    "[a: b]",
    "{a, b}",
    "[a",
    "b]",
    "a,b",
    "a:",
    ":a",
    "é",
    '"',
    "'",
    '"x"',
    "'x'",
    '"a\\n"',
    "''''",
    '"a" b',
    "\t",
    "…",
    "---",
    "--- a",
    "...",
    "“x”",
  ),
  fc.string({ maxLength: 6 }),
);

const tame = fc
  .tuple(
    fc.constantFrom("", "", "  ", "- ", "  - ", "    "),
    fc.constantFrom("a", "b", "c", "d e", '"f"'),
    usual,
  )
  .map(([indent, key, value]) => `${indent}${key}: ${value}`);

const wild = fc
  .tuple(
    fc.constantFrom("", " ", "  ", "   ", "    ", "- ", "  - ", "- - ", "-  "),
    word,
    fc.constantFrom("", ":", ": ", ": ", ": ", ":  ", " : ", " "),
    word,
    fc.constantFrom("", "", "", " ", " # c", "# c", "\r"),
  )
  .map((parts) => parts.join(""));

test("whatever else is read fast is read the same by the careful reader", () => {
  let read = 0;
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ arbitrary: tame, weight: 4 }, wild), { minLength: 1, maxLength: 6 }),
      (lines) => {
        if (expectAgreement(`${lines.join("\n")}\n`)) read += 1;
      },
    ),
    { numRuns: 6000, seed: 20261124 },
  );
  expect(read).toBeGreaterThan(120);
});

test.each([
  ["nothing", ""],
  ["a number that may be octal", "a: 007\n"],
  ["a number of another base", "a: 0x1F\n"],
  ["nothing for a value", "a: ~\n"],
  ["an alias", "a: *b\n"],
  ["a duplicate key", "a: b\na: c\n"],
  ["a forbidden key", "__proto__: b\n"],
  ["a number as a key", "1: b\n"],
  ["a second document", "a: b\n---\na: c\n"],
  ["an escape", 'a: "\\x01"\n'],
  ["a list", "- a\n"],
])("leaves %s to the careful reader", (_, text) => {
  expect(parseIfUnambiguous(text)).toBeUndefined();
});
