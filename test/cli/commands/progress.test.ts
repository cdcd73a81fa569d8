import { expect, test, vi } from "vitest";
import { createProgress } from "../../../src/cli/run/build-report.ts";
import { createTestContext } from "../context.ts";

const erase = "\r\u001b[K";

test("a terminal is shown count, rate and time left on one line, which is then taken away", () => {
  const { context, out, err } = createTestContext({ isTerminal: true });
  const now = vi.spyOn(performance, "now").mockReturnValue(1000);
  const { show, clear } = createProgress(context);
  now.mockReturnValue(3000);
  show(50, 200);
  now.mockReturnValue(5000);
  show(200, 200);
  now.mockRestore();
  expect(err).toEqual([
    `${erase}50 of 200 sites, 25 a second, 6 s left`,
    `${erase}200 of 200 sites, 50 a second, 0 s left`,
  ]);
  clear();
  clear();
  expect(err.slice(2)).toEqual([erase]);
  expect(out).toEqual([]);
});

test("nothing is taken away where nothing was shown", () => {
  const { context, err } = createTestContext({ isTerminal: true });
  createProgress(context).clear();
  expect(err).toEqual([]);
});

test("where there is no terminal nothing is shown", () => {
  const { context, out, err } = createTestContext();
  const { show, clear } = createProgress(context);
  show(1, 2);
  clear();
  expect([...out, ...err]).toEqual([]);
});
