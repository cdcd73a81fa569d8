import { afterAll, describe, expect, test } from "vitest";
import { epochOf } from "../../src/observation/date.ts";

const zone = process.env["TZ"];
afterAll(() => {
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
});

describe.each(["UTC", "Pacific/Auckland"])("in the zone %s", (name) => {
  test.each([
    ["2026-11-24T12:00:00Z", 12],
    ["2026-11-24T12:00:00.000", 12],
    ["2026-11-24T12:00:00.0000000+01:00", 11],
    ["Tue, 24 Nov 2026 12:00:00 GMT", 12],
    ["Tue Nov 24 12:00:00 2026", 12],
  ])("%s is the same instant", (text, hour) => {
    process.env["TZ"] = name;
    expect(epochOf(text)).toBe(Date.UTC(2026, 10, 24, hour));
  });
});

test.each(["", "soon", "2026-13-45T00:00:00Z", "24 Nov"])("%j is no date", (text) => {
  expect(epochOf(text)).toBeUndefined();
});
