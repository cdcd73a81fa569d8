import { expect, test } from "vitest";
import { UsageError } from "../../../src/cli/context.ts";
import { readShard } from "../../../src/cli/run/build.ts";

const read = (shard?: string, ...site: string[]) =>
  readShard({ site, ...(shard === undefined ? {} : { shard }) });

test.each([
  ["1/1", { index: 1, count: 1 }],
  ["2/8", { index: 2, count: 8 }],
  ["99999/99999", { index: 99_999, count: 99_999 }],
])("%s is a shard", (text, shard) => {
  expect(read(text)).toEqual(shard);
});

test("without --shard there is none, be there sites or not", () => {
  expect([read(), read(undefined, "town")]).toEqual([undefined, undefined]);
});

test.each([
  "0/8",
  "9/8",
  "1/0",
  "x",
  "",
  "1",
  "1/",
  "/8",
  "-1/8",
  "1/8/9",
  "1.5/8",
  "01/8",
  " 1/8",
  "1e0/8",
  "1/100000",
  "１/８",
])("%j is none, and the command says what is", (text) => {
  expect(() => read(text)).toThrow(UsageError);
  expect(() => read(text)).toThrow(
    `bad shard "${text}", expected a number of how many, such as "2/8"`,
  );
});

test("a shard of some sites is not to be had", () => {
  expect(() => read("1/2", "town")).toThrow(UsageError);
  expect(() => read("1/2", "town")).toThrow("both --shard and --site");
});
