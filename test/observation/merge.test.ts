import { expect, test } from "vitest";
import { mergeObservations } from "../../src/observation/merge.ts";
import type { Lifetime, Observation } from "../../src/observation/observation.ts";

const cookie: Observation = {
  name: "a",
  storage: "cookie",
  host: "a.example",
  path: "/",
  lifetime: { kind: "session" },
};
const length = (seconds: number): Lifetime => ({ kind: "length", seconds, capped: false });

test("the longest of its lifetimes stands", () => {
  const lifetimes: Lifetime[] = [
    { kind: "unknown" },
    { kind: "session" },
    length(60),
    length(61),
    { kind: "persistent" },
  ];
  for (const [index, longer] of lifetimes.entries())
    for (const shorter of lifetimes.slice(0, index)) {
      const expected = [{ ...cookie, lifetime: longer }];
      const [a, b] = [expected[0]!, { ...cookie, lifetime: shorter }];
      expect(mergeObservations([a, b])).toEqual(expected);
      expect(mergeObservations([b, a])).toEqual(expected);
    }
});

test("the first of equal observations stands, with its setter", () => {
  const first: Observation = { ...cookie, setter: { kind: "response", url: "https://a.example/" } };
  expect(mergeObservations([first, cookie])).toEqual([first]);
});

test("who set it is taken from any that says so, in whichever order they come", () => {
  const set: Observation = { ...cookie, setter: { kind: "response", url: "https://a.example/" } };
  const longer: Observation = { ...cookie, lifetime: length(60) };
  const expected = [{ ...longer, setter: set.setter }];
  expect(mergeObservations([set, longer])).toEqual(expected);
  expect(mergeObservations([longer, set])).toEqual(expected);
});

test("what a browser kept goes before what it blocked, however long that was to stay", () => {
  const blocked: Observation = { ...cookie, lifetime: length(60), blocked: ["UserPreferences"] };
  expect(mergeObservations([blocked, cookie])).toEqual([cookie]);
  expect(mergeObservations([cookie, blocked])).toEqual([cookie]);
});

test("what differs in more than its lifetime is kept apart", () => {
  const { host: _, ...homeless } = cookie;
  const others: Observation[] = [
    cookie,
    { ...cookie, name: "b" },
    { ...cookie, host: "b.example" },
    { ...cookie, path: "/b" },
    { ...cookie, path: "/ a", name: "" },
    { ...cookie, path: "/", name: " a" },
    { ...cookie, storage: "local-storage" },
    { ...cookie, phase: "before" },
    { ...cookie, phase: "rejected" },
    { ...cookie, partitioned: true },
    homeless,
  ];
  expect(mergeObservations([...others, ...others])).toEqual(others);
});
