import { expect, test } from "vitest";
import { keepPace, type Time } from "../../../src/audit/crawl/pace.ts";

/** A time that passes only where somebody sleeps, or lets it. */
function startTime(): { time: Time; pass: (milliseconds: number) => void } {
  let now = 1000;
  const pass = (milliseconds: number): void => void (now += milliseconds);
  return { time: { now: () => now, sleep: async (milliseconds) => pass(milliseconds) }, pass };
}

const { signal } = new AbortController();

test("the first question waits for nothing, every other for what is left of the delay", async () => {
  const { time, pass } = startTime();
  const pace = keepPace(1000, signal, time);
  const asked: number[] = [];
  for (const busy of [0, 300, 5000, 0]) {
    pass(busy);
    await pace.wait(60_000);
    asked.push(time.now());
  }
  expect(asked).toEqual([1000, 2000, 7000, 8000]);
});

test("a site may slow it down, and never hurry it", async () => {
  const { time } = startTime();
  const pace = keepPace(1000, signal, time);
  pace.slowTo(200);
  expect(pace.delay()).toBe(1000);
  pace.slowTo(5000);
  await pace.wait(60_000);
  await pace.wait(60_000);
  expect(time.now()).toBe(6000);
});

test("nothing waits longer than there is time", async () => {
  const { time } = startTime();
  const pace = keepPace(1000, signal, time);
  await pace.wait(60_000);
  await pace.wait(200);
  expect(time.now()).toBe(1200);
});
