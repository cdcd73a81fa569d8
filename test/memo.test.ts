import { expect, test } from "vitest";
import { memoize, memoizeByText } from "../src/memo.ts";

test("what is made of an object is made once, and of an equal one again", () => {
  let count = 0;
  const make = memoize((key: { name: string }) => `${key.name} ${(count += 1)}`);
  const [one, equal] = [{ name: "a" }, { name: "a" }];
  expect([make(one), make(equal), make(one)]).toEqual(["a 1", "a 2", "a 1"]);
});

test("what is made of a text is made once, also if it is empty or null", () => {
  const made: string[] = [];
  const make = memoizeByText((key) => (made.push(key), key === "" ? null : ""));
  expect(["a", "", "a", "", "__proto__", "__proto__"].map(make)).toEqual([
    "",
    null,
    "",
    null,
    "",
    "",
  ]);
  expect(made).toEqual(["a", "", "__proto__"]);
});

test("of texts without end only some thousands are remembered", () => {
  let count = 0;
  const make = memoizeByText((_text) => (count += 1));
  const keys = Array.from({ length: 10_000 }, (_, index) => String(index));
  for (const key of keys) make(key);
  expect(count).toBe(keys.length);
  expect(make("9999")).toBe(keys.length);
  expect(make("0")).toBe(keys.length + 1);
});

test("what is made of several arguments is made once for the same key", () => {
  let count = 0;
  const make = memoizeByText(
    (letters: readonly string[], digit: number) => `${letters.join("")}${digit} ${(count += 1)}`,
    (letters, digit) => JSON.stringify([letters, digit]),
  );
  expect([make(["a"], 1), make(["a"], 1), make(["a"], 2)]).toEqual(["a1 1", "a1 1", "a2 2"]);
});
