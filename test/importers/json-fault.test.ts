import fc from "fast-check";
import { expect, test } from "vitest";
import { countContainers, findFault } from "../../src/importers/json-fault.ts";
import { placesOf } from "../project.ts";
import { read } from "./fixtures.ts";

test.each([
  ['{"a" 1}', 5],
  ['{"a": 1,}', 8],
  ["[1,]", 3],
  ["[1 2]", 3],
  ["[1]]", 3],
  ["{]", 1],
  ['{"a": tru}', 6],
  ['{"a": 01}', 6],
  ['["\\x"]', 1],
  ['["a\nb"]', 1],
  ["{a: 1}", 1],
  ["{'a': 1}", 1],
  ["[1] [2]", 4],
  ['["\\\\", x]', 7],
])("%j ceases to be JSON at %i", (text, offset) => {
  expect(findFault(text)).toBe(offset);
});

test("every text that only breaks off is told from one that is wrong", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), fc.nat(), (json, at) => {
      const whole = `[${json}]`;
      const start = whole.slice(0, 1 + (at % (whole.length - 1)));
      expect(() => void JSON.parse(start)).toThrow(SyntaxError);
      expect(findFault(start)).toBe(start.length);
    }),
    { numRuns: 2000 },
  );
});

test("a text is wrong at or before the first character that was spoilt", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 3 }), fc.nat(), (json, at) => {
      const whole = `[${json}]`;
      const offset = at % whole.length;
      const spoilt = `${whole.slice(0, offset)}\u0001${whole.slice(offset)}`;
      expect(findFault(spoilt)).toBeLessThanOrEqual(offset);
    }),
    { numRuns: 2000 },
  );
});

test("the report names the line and column, and quotes nothing", () => {
  const broken = read('[\n  {"name": "sid", "value": "CANARY"\n  "domain": "a.example"}\n]');
  expect(placesOf(broken.diagnostics)).toEqual(["evidence:3:3 unreadable-evidence"]);
  const short = read('[\n  {"name": "sid", "value": "CANARY"');
  expect(placesOf(short.diagnostics)).toEqual(["evidence:2:36 unreadable-evidence"]);
  expect(JSON.stringify([broken, short])).not.toContain("CANARY");
});

test("brackets within texts are not counted", () => {
  expect(countContainers('[{}, "{[\\"[", []]', 10)).toBe(3);
  expect(countContainers("[[[[[[", 3)).toBe(4);
});
