import { describe, expect, test } from "vitest";
import { CannotBuild } from "../../../src/files/system-error.ts";
import { checkPath, foldPath } from "../../../src/site/output/output-paths.ts";

const refused = {
  "has an empty segment": ["", "/", "/etc/passwd", "a//b", "a/"],
  "leaves its folder": ["..", "../a", "a/../b", "a/..", ".", "./a", "a/./b"],
  "has an invisible character": [
    "a\0b",
    "a\n",
    "a\u001B[31m",
    "a\u007F",
    "a\u0085",
    "a\u00AD",
    "a\u200B/b",
    "a\u202Etxt",
    "a\uFEFF",
    "a\uD800",
  ],
  "has a character that Windows refuses": [
    "C:/a",
    "C:a",
    "a:stream",
    "a<b",
    "a>b",
    'a"b',
    "a|b",
    "a?",
    "a*",
    "a\\b",
    "..\\a",
    "\\\\host\\share",
  ],
  "has a segment that ends in a dot or a space": ["a.", "a./b", "a ", "a /b", "...", " "],
  "has the name of a Windows device": [
    "con",
    "CON",
    "a/nul",
    "nul.txt",
    "Aux.tar.gz",
    "prn/a",
    "com1",
    "COM9.html",
    "lpt0",
    "com\u00B9",
    "lpt\u00B3.x",
    "conin$",
    "CONOUT$",
    "con .txt",
  ],
  "has a name kept for the build itself": [
    ".cookie-ledger",
    ".Cookie-Ledger",
    ".cookie-ledger.swap/ready/a",
    "a/.cookie-ledger",
  ],
};

describe.each(Object.entries(refused))("a path that %s", (reason, paths) => {
  test.each(paths)("is refused: %j", (path) => {
    expect(() => checkPath(path)).toThrow(CannotBuild);
    expect(() => checkPath(path)).toThrow(reason);
  });
});

test.each([
  "index.html",
  "delwp/en/index.html",
  "_headers",
  ".well-known/x",
  "...a",
  "a b/c",
  "console/nullable/com10/lpt",
  "zh-Hant/ÄÖ/日本/😀.html",
])("an ordinary path is accepted: %s", (path) => {
  expect(() => checkPath(path)).not.toThrow();
});

test.each([
  ["a/B.html", "A/b.html"],
  ["caf\u00E9", "cafe\u0301"],
  ["\u00C5", "\u212B"],
  ["stra\u00DFe", "STRASSE"],
  ["\uFB01n", "fin"],
  ["\u03C3", "\u03C2"],
  ["k", "\u212A"],
])("%j and %j are one file on some systems", (one, other) => {
  expect(foldPath(one)).toBe(foldPath(other));
});

test.each([
  ["a", "b"],
  ["e", "\u00E9"],
  ["a/b", "a-b"],
])("%j and %j are two files everywhere", (one, other) => {
  expect(foldPath(one)).not.toBe(foldPath(other));
});
