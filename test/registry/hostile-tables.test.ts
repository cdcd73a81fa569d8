import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readSiteTable } from "../../src/registry/sites/table.ts";
import { placesOf, problemsOf, writeProject } from "../project.ts";
import { cpuMilliseconds } from "../cpu-time.ts";
import { anyText } from "../any-text.ts";

const path = "data/sites/customers.csv";
const placesIn = (content: string | Uint8Array) =>
  placesOf(problemsOf(writeProject({ [path]: content })));
const readTable = (text: string) => readSiteTable({ file: "t.csv", text });

describe("a hostile table gets a diagnostic", () => {
  test.each<[string, string | Uint8Array, string]>([
    ["nothing", "", "1:1 missing-key"],
    ["line breaks alone", "\n\n\n", "1:1 missing-key"],
    ["no column of ids", "name,url\na,b\n", "1:1 missing-key"],
    ["an unknown column", "id,nmae\n", "1:4 unknown-key"],
    ["a prototype as a column", "id,__proto__\n", "1:4 unknown-key"],
    ["an inherited key as a column", "id,constructor\n", "1:4 unknown-key"],
    ["a prototype within a column", "id,policyUrl.__proto__\n", "1:4 bad-language"],
    ["a prototype around a column", "id,__proto__.en\n", "1:4 unknown-key"],
    ["a column that reaches too deep", "id,controller.email.x\n", "1:4 unknown-key"],
    ["a language that is none", "id,controller.name.x\n", "1:4 bad-language"],
    ["a column twice", "id,name,name\n", "1:9 duplicate-key"],
    ["a prototype as an id", "id\n__proto__\n", "2:1 bad-id"],
    ["a path as an id", "id\n../x\n", "2:1 bad-id"],
    ["semicolons", "id;name\na;b\n", "1:1 invalid-csv"],
    ["tabs", "id\tname\na\tb\n", "1:1 invalid-csv"],
    ["a quote that nothing closes", 'id,name\na,"b\n', "2:3 invalid-csv"],
    ["a quote within a cell", 'id,name\na,b"c"\n', "2:4 invalid-csv"],
    ["a text behind a quote", 'id,name\na,"b"c\n', "2:6 invalid-csv"],
    ["a quote in the first row", 'id,"name\n', "1:4 invalid-csv"],
    ["an escape sequence", "id,name\na,\u001b[31mred\n", "2:3 control-character"],
    ["NUL", "id,name\na,b\u0000c\n", "2:4 control-character"],
    ["a right-to-left override", "id,name\na,b\u202ec\n", "2:4 invisible-character"],
    ["a formula with an escape", 'id,name\na,"=cmd|\u0007"\n', "2:9 control-character"],
    ["UTF-16", Buffer.from("\ufeffid,name\n", "utf16le"), "1:1 invalid-utf8"],
    ["Latin-1", Buffer.from("id,name\na,caf\xe9\n", "latin1"), "2:6 invalid-utf8"],
  ])("%s", (_, content, place) => {
    expect(placesIn(content)[0]).toBe(`${path}:${place}`);
  });

  test("over 64 MiB", () => {
    expect(placesIn(new Uint8Array(64 * 1024 * 1024 + 1))).toEqual([`${path}:1:1 file-too-large`]);
  });
});

test("a table may be larger than a YAML file, a row may not be as large", () => {
  const row = (id: string, length: number) => `${id},true,${"x".repeat(length)}\n`;
  const rows = Array.from({ length: 40 }, (_, index) => row(`a-${index}`, 60_000));
  const text = `id,abstract,name\n${rows.join("")}`;
  expect(placesIn(text)).toEqual([]);
  expect(placesIn(text + row("b", 70_000))).toEqual([`${path}:42:1 file-too-large`]);
});

test("a byte order mark and any line break are no problem", () => {
  const cells = ["id,name,url,languages,providers", "a,A,https://a.example,en,opendatasoft"];
  for (const lineBreak of ["\n", "\r\n", "\r"])
    expect(placesIn(`\ufeff${cells.join(lineBreak)}${lineBreak}`)).toEqual([]);
});

test("what follows a fault is read", () => {
  const { rows, diagnostics } = readTable('id,name\na,b"c\nb,B\nc,"C"c\nd,D\ne,"E\nf,F\n');
  expect(placesOf(diagnostics)).toEqual([
    "t.csv:2:4 invalid-csv",
    "t.csv:4:6 invalid-csv",
    "t.csv:6:3 invalid-csv",
  ]);
  expect(rows.map(({ id }) => id)).toEqual(["b", "d", "f"]);
});

test("no prototype is polluted", () => {
  placesIn("id,__proto__.polluted,constructor.prototype.polluted\na,x,y\n");
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

test("a file that is no table ends after a hundred faults", () => {
  const { rows, diagnostics } = readTable(`id,name\n${"x\n".repeat(100_000)}`);
  expect(diagnostics).toHaveLength(100);
  expect(rows.length).toBeLessThanOrEqual(100);
});

test.each([
  ["quotes alone", '"'.repeat(1_000_000)],
  ["quotes on lines of their own", '"\n'.repeat(500_000)],
  ["odd quotes", '"""\n'.repeat(300_000)],
  ["quotes at the end of cells", 'a"\n'.repeat(300_000)],
  ["commas", ",".repeat(1_000_000)],
  ["line breaks", "\r".repeat(1_000_000)],
  ["words", `${"a ".repeat(500_000)}\n`],
  ["bars", `${"|".repeat(1_000_000)}\n`],
])("%s are read in time that grows with their number only", (_, text) => {
  const milliseconds = cpuMilliseconds(() => {
    readTable(text);
    const table = readTable(
      `id,languages,controller.address\na,b,"${text.replaceAll('"', '""')}"\n${text}`,
    );
    for (const row of table.rows) table.read(row).source?.scalars();
  });
  expect(milliseconds).toBeLessThan(5000);
});

test("no text makes the reader throw, and every place lies inside the text", () => {
  const parts = [
    "id",
    "name",
    "languages",
    ",",
    ",",
    '"',
    '"',
    "\n",
    "\r",
    "|",
    " ",
    "a",
    "é",
    ";",
  ];
  const text = fc.oneof(
    anyText,
    fc.array(fc.constantFrom(...parts), { maxLength: 40 }).map((one) => one.join("")),
    fc
      .array(fc.constantFrom(...parts), { maxLength: 40 })
      .map((one) => `id,name,languages,controller.address\n${one.join("")}`),
  );
  fc.assert(
    fc.property(text, (input) => {
      const table = readTable(input);
      const read = table.rows.map((row) => table.read(row));
      const places = [
        ...table.diagnostics,
        ...read.flatMap(({ diagnostics }) => diagnostics),
        ...read.flatMap(({ source }) => (source ? [source.place(["languages", 0])] : [])),
      ];
      const lines = input.split(/\r\n|\r|\n/);
      for (const { location } of places) {
        expect(location.line).toBeLessThanOrEqual(lines.length);
        expect(location.column).toBeLessThanOrEqual((lines[location.line - 1] ?? "").length + 1);
      }
    }),
    { numRuns: 1000, seed: 2 },
  );
});
