import { expect, test } from "vitest";
import { align, renderTable } from "../../src/report/table.ts";

const table = {
  title: "Before any choice",
  head: ["name", "host"],
  rows: [
    ["sid", "a.test"],
    ["a_long_name", ""],
  ],
};

test("columns are as wide as what stands in them", () => {
  expect(renderTable(table)).toBe(`Before any choice
  name         host
  sid          a.test
  a_long_name
`);
});

test("what is too long is cut, and no control character reaches the terminal", () => {
  const hostile = { ...table, rows: [["\u001b[2J\n\u202e", "x".repeat(1000)]] };
  const [, , row = ""] = renderTable(hostile).split("\n");
  expect(row).toBe(`  \\x1b[2J\\x0a\\u202e  ${"x".repeat(59)}…`);
});

test("colour is there only when asked for", () => {
  expect(renderTable(table, true)).toContain("\u001b[1mBefore any choice\u001b[22m");
});

test("columns stand below each other where letters are twice as wide, or combine", () => {
  const rows = [
    ["クッキー", "a"],
    ["e\u0301te\u0301", "b"],
    ["longest name", "c"],
  ];
  expect(align(rows)).toBe("クッキー      a\ne\u0301te\u0301           b\nlongest name  c\n");
  expect(renderTable({ title: "T", head: ["x", "y"], rows: rows.slice(0, 1) })).toBe(
    "T\n  x         y\n  クッキー  a\n",
  );
});

test("numbers stand to the right", () => {
  const rows = [
    ["language", "texts"],
    ["fr", "7"],
  ];
  expect(align(rows, [1])).toBe("language  texts\nfr            7\n");
});
