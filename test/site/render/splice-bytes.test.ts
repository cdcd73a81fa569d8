import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSplicer, mayForge } from "../../../src/site/render/splice-bytes.ts";
import { anyText } from "../../any-text.ts";

const bytes = (text: string) => Buffer.from(text);
const textOf = (spliced: Uint8Array) => Buffer.from(spliced).toString();

test("what is held stands in the place of its token, as often and in whatever order", () => {
  const { hold, splice } = createSplicer();
  const [a, b] = [hold([bytes("<é>")]), hold([bytes("")])];
  expect(textOf(splice(`${b}1${a}2${a}${a}3${b}`))).toBe("1<é>2<é><é>3");
  expect(textOf(splice(a))).toBe("<é>");
  expect(textOf(splice(""))).toBe("");
});

test("what is held is not searched for tokens", () => {
  const { hold, splice } = createSplicer();
  const inner = hold([bytes("inner")]);
  expect(textOf(splice(hold([bytes(inner)])))).toBe(inner);
});

test.each([
  "\u0001",
  "\u0001\u0002",
  "\u00010",
  "\u0001x\u0002",
  "\u000199\u0002",
  "\u0001-1\u0002",
  "0\u0002",
])("what is no token stays text: %j", (text) => {
  const { hold, splice } = createSplicer();
  const token = hold([bytes("held")]);
  expect(textOf(splice(text))).toBe(text);
  expect(textOf(splice(`${text} ${token}`))).toBe(`${text} held`);
});

test("a token is good until it is forgotten, and its number is then given again", () => {
  const { hold, splice, forget } = createSplicer();
  const token = hold([bytes("old")]);
  forget();
  expect(textOf(splice(token))).toBe(token);
  expect(hold([bytes("new")])).toBe(token);
  expect(textOf(splice(token))).toBe("new");
});

test("a shorter text is not followed by what a longer one left behind", () => {
  const { hold, splice } = createSplicer();
  const token = hold([bytes("held")]);
  splice(`${"x".repeat(100)}${token}`);
  expect(textOf(splice("x"))).toBe("x");
  expect(textOf(splice("x".repeat(99)))).toBe("x".repeat(99));
});

describe("texts and bytes larger than the buffers", () => {
  test.each([1 << 14, (1 << 15) + 1, 1 << 17, 1 << 20])("of %i characters", (length) => {
    const { hold, splice } = createSplicer();
    const [text, large] = ["ſ€😀".repeat(length / 4), bytes("é".repeat(length))];
    const token = hold([large]);
    const expected = `${text}${large.toString()}${text}${large.toString()}!`;
    expect(textOf(splice(`${text}${token}${text}${token}!`)) === expected).toBe(true);
  });
});

test("splicing is replacing, whatever the texts are", () => {
  const parts = fc.array(fc.oneof(anyText, fc.nat(9)), { maxLength: 30 });
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 10, maxLength: 10 }), parts, (held, text) => {
      const { hold, splice } = createSplicer();
      const tokens = held.map((one) => hold([bytes(one)]));
      const clean = text.map((part) =>
        typeof part === "string" ? part.replaceAll("\u0001", "") : part,
      );
      const spliced = splice(
        clean.map((part) => (typeof part === "string" ? part : tokens[part]!)).join(""),
      );
      expect(textOf(spliced)).toBe(
        bytes(
          clean.map((part) => (typeof part === "string" ? part : held[part]!)).join(""),
        ).toString(),
      );
    }),
    { seed: 5 },
  );
});

test("a text that holds the beginning of a token may forge one", () => {
  const { hold } = createSplicer();
  expect(mayForge(hold([bytes("")]))).toBe(true);
  expect(mayForge("<p>\u0002 1 {{ text }}")).toBe(false);
});
