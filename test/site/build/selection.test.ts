import { describe, expect, test } from "vitest";
import { createSelect } from "../../../src/site/build/selection.ts";

const ids = Array.from({ length: 400 }, (_, index) => `site-${index}`);

const inShard = (index: number, count: number) =>
  ids.filter(createSelect({ shard: { index, count } }).isListed);

describe("shards", () => {
  test.each([1, 2, 3, 8])("%i of them share all sites, each in one, about evenly", (count) => {
    const shards = Array.from({ length: count }, (_, index) => inShard(index + 1, count));
    expect(shards.flat().toSorted()).toEqual(ids.toSorted());
    for (const shard of shards) {
      expect(shard.length).toBeGreaterThan((ids.length / count) * 0.7);
      expect(shard.length).toBeLessThan((ids.length / count) * 1.3);
    }
  });

  test("stay what they are from version to version, since outputs of several may be merged", () => {
    expect(inShard(2, 8).slice(0, 6)).toEqual([
      "site-13",
      "site-28",
      "site-38",
      "site-41",
      "site-44",
      "site-48",
    ]);
    const shop = (count: number) =>
      Array.from({ length: count }, (_, index) => index + 1).find((index) =>
        createSelect({ shard: { index, count } }).isListed("shop"),
      );
    expect([2, 3, 5, 8, 100].map(shop)).toEqual([2, 3, 3, 4, 8]);
  });
});

test("without a choice every site is listed and wanted; the chosen are wanted, and the others stay listed", () => {
  const every = createSelect({});
  expect([every.isListed("a"), every.isWanted("a")]).toEqual([true, true]);
  const some = createSelect({ siteIds: ["a"] });
  expect(["a", "b"].map(some.isListed)).toEqual([true, true]);
  expect(["a", "b"].map(some.isWanted)).toEqual([true, false]);
});
