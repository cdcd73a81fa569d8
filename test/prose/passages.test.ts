import { expect, test } from "vitest";
import { dividePassages } from "../../src/prose/passages.ts";

const prose = `Hello **you**.

And you.

## First {#first}

::: if statistics

  Counted.

:::

### Within

Last.
`;

const divide = (text: string) => dividePassages({ file: "policy.md", text });
const textsOf = (text: string) =>
  divide(text).passages.map(({ key, text: said }) => `${key}: ${said}`);

test("prose is divided at headings and lines of :::, and nowhere else", () => {
  expect(textsOf(prose)).toEqual([
    "prose/intro/1: Hello **you**.\n\nAnd you.",
    "prose/first/1: First",
    "prose/first/2: Counted.",
    "prose/first/3: Within",
    "prose/first/4: Last.",
  ]);
});

test("each text stands in the file where it says", () => {
  for (const { text, start, end } of divide(prose).passages)
    expect(prose.slice(start, end)).toBe(text);
});

test("the marks tell how prose is divided, not what it says", () => {
  expect(divide(prose).marks.map(({ shape }) => shape)).toEqual([
    "a passage",
    "## … {#first}",
    "::: if statistics",
    "a passage",
    ":::",
    "### …",
    "a passage",
  ]);
});

test("a heading without words and a stretch without text are marked as such", () => {
  expect(divide("## {#a}\n\n:::\n\n \n:::\n").marks.map(({ shape }) => shape)).toEqual([
    "## {#a}",
    ":::",
    ":::",
  ]);
});

test("line breaks of another system change no text", () => {
  expect(textsOf(prose.replaceAll("\n", "\r\n"))).toEqual(textsOf(prose));
});

test("sections of the same name never share a key", () => {
  const keys = divide("## A {#a}\n\nx\n\n## B {#a}\n\ny\n\n## C\n\nz\n").passages.map(
    ({ key }) => key,
  );
  expect(new Set(keys).size).toBe(6);
});

test("a line of a hundred thousand spaces is read at once", () => {
  expect(divide(`## a${" ".repeat(100_000)}b {#${"a".repeat(100_000)}`).passages).toHaveLength(1);
});
