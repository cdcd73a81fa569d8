import { expect, test } from "vitest";
import { fromHeader, nameOfPair, splitSetCookies } from "../../src/observation/header-text.ts";
import { cpuMilliseconds } from "../cpu-time.ts";

test.each([
  ["a=1; Path=/; HttpOnly, b=2; Path=/", [], ["a=1; Path=/; HttpOnly", "b=2; Path=/"]],
  [
    "a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Path=/, b=2",
    [],
    ["a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Path=/", "b=2"],
  ],
  [
    "a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT, b=2",
    [],
    ["a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT", "b=2"],
  ],
  // Before any attribute a comma may be the value's own, unless a list beside the header names what follows.
  ["a=1, b=2; Path=/", [], ["a=1, b=2; Path=/"]],
  ["a=1, b=2; Path=/", ["a", "b"], ["a=1", "b=2; Path=/"]],
  ["a=1; Path=/x,b=2", [], ["a=1; Path=/x,b=2"]],
  ["a=1; Path=/x,b=2", ["b"], ["a=1; Path=/x", "b=2"]],
  ["a=1\nb=2, x; Path=/\n\n", [], ["a=1", "b=2, x; Path=/"]],
  ["", [], []],
])("%j beside %j holds %j", (text, names, headers) => {
  expect(splitSetCookies(text, new Set(names))).toEqual(headers);
});

test("a long header of commas takes no longer for it", () => {
  const milliseconds = cpuMilliseconds(() => {
    splitSetCookies(`a=1; ${", ".repeat(100_000)}`);
    splitSetCookies(`a=1; ${", b=1".repeat(100_000)}`);
  });
  expect(milliseconds).toBeLessThan(4000);
});

test.each([
  ["a=b=c", "a"],
  [" a =", "a"],
  ["bare", ""],
  ["=bare", ""],
])("the name in %j is %j", (pair, name) => {
  expect(nameOfPair(pair)).toBe(name);
});

test.each([
  ["gr\u00c3\u00b6\u00c3\u009fe", "größe"],
  ["gr\u00c3\u00b6\u00c3\u0178e", "größe"],
  ["\u00e2\u201a\u00ac", "€"],
  ["gr\u00f6\u00dfe", "größe"],
  ["größe\u20ac", "größe€"],
  ["\u043f", "п"],
])("the bytes of a header %j are %j", (text, read) => {
  expect(fromHeader(text)).toBe(read);
});
