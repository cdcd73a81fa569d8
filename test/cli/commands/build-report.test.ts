import { expect, test } from "vitest";
import { describeBuild, summarizeBuild } from "../../../src/cli/run/build-report.ts";
import { createTestContext } from "../context.ts";

const built = { written: 3, unchanged: 4, removed: 5, bytes: 12_345_678, isSame: false };

test("a build is told in one line to a person, with counts, costs and the place", () => {
  expect(summarizeBuild(built, "/tmp/out put", createTestContext().context)).toMatch(
    /^3 files written, 4 unchanged, 5 removed; 12\.3 MB in \d+\.\d s, 123\.5 MB of memory: \/tmp\/out put\n$/,
  );
});

test("the same is told to a machine as JSON, with what changed of each site", () => {
  const changed = { town: { written: ["en/index.html"], removed: [] } };
  const json = describeBuild(built, changed, '/tmp/"out"', createTestContext().context);
  expect(json.endsWith("\n")).toBe(true);
  const told = JSON.parse(json) as { seconds: number };
  expect(told).toEqual({
    written: 3,
    unchanged: 4,
    removed: 5,
    bytes: 12_345_678,
    seconds: expect.any(Number) as number,
    peakMemoryBytes: 123_456_789,
    output: '/tmp/"out"',
    changed,
  });
  expect(told.seconds).toBeGreaterThan(0);
  expect(told.seconds).toBeLessThan(3600);
});
