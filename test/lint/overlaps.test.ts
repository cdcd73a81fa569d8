import fc from "fast-check";
import { expect, test } from "vitest";
import { findConflicts, type DeclaredName } from "../../src/lint/overlaps.ts";
import { matches } from "../../src/vocabulary/name-pattern.ts";

const claim = (name: string, view: string, owner: string, scope = "cookie"): DeclaredName => ({
  name,
  view,
  owner,
  scope,
});

const found = (...claims: DeclaredName[]) =>
  findConflicts(claims).map(([one, other]) => `${one.name} ${other.name}`);

test("a literal conflicts with the pattern that matches it", () => {
  expect(found(claim("_a_*", "x", "1"), claim("_a_id", "y", "2"))).toEqual(["_a_id _a_*"]);
});

test("a narrower pattern conflicts with the wider one", () => {
  expect(found(claim("_a_b_*", "x", "1"), claim("_a_*", "y", "2"))).toEqual(["_a_b_* _a_*"]);
});

test("patterns that only cross conflict once", () => {
  expect(found(claim("_a_*", "x", "1"), claim("*_id", "y", "2"))).toEqual(["_a_* *_id"]);
});

test("patterns of one prefix conflict once", () => {
  expect(found(claim("a*b", "x", "1"), claim("a*cb", "y", "2"))).toEqual(["a*cb a*b"]);
});

test("of equal names the later finds the earlier", () => {
  const claims = [claim("id", "x", "1"), claim("id", "y", "2"), claim("id", "x", "3")];
  expect(findConflicts(claims).map(([one, other]) => one.owner + other.owner)).toEqual([
    "21",
    "32",
  ]);
});

test("nothing conflicts within one view, one owner or across scopes", () => {
  expect(found(claim("a*", "x", "1"), claim("ab", "x", "2"))).toEqual([]);
  expect(found(claim("a*", "x", "1"), claim("ab", "y", "1"))).toEqual([]);
  expect(found(claim("a*", "x", "1"), claim("ab", "y", "2", "pixel"))).toEqual([]);
});

/** Names long enough to belong to both of any two patterns below. */
const names = ["", "a", "b"].flatMap((a) =>
  ["a", "b", "aa", "ab", "ba", "bb"].flatMap((b) =>
    ["", "a", "b", "aa", "ab", "ba", "bb"].flatMap((c) => ["", "a", "b"].map((d) => a + b + c + d)),
  ),
);

test("whoever contradicts somebody is in a conflict, and nobody else", () => {
  const claims = fc.array(
    fc.record({
      name: fc.string({ unit: fc.constantFrom("a", "b", "*"), minLength: 1, maxLength: 3 }),
      view: fc.constantFrom("x", "y", "z"),
      owner: fc.constantFrom("1", "2", "3"),
      scope: fc.constantFrom("cookie", "pixel"),
    }),
    { maxLength: 12 },
  );
  const contradict = (a: DeclaredName, b: DeclaredName) =>
    a.scope === b.scope &&
    a.view !== b.view &&
    a.owner !== b.owner &&
    names.some((name) => matches(a.name, name) && matches(b.name, name));
  fc.assert(
    fc.property(claims, (all) => {
      const conflicts = findConflicts(all);
      for (const [one, other] of conflicts) expect(contradict(one, other)).toBe(true);
      expect(conflicts.length > 0).toBe(all.some((a) => all.some((b) => contradict(a, b))));
      const literals = all.filter(
        (one) =>
          !one.name.includes("*") && all.some((b) => b.name.includes("*") && contradict(one, b)),
      );
      expect(conflicts.map(([narrow]) => narrow)).toEqual(expect.arrayContaining(literals));
    }),
    { numRuns: 400 },
  );
});

test.each([
  ["the same name for all", () => "id"],
  ["the same pattern for all", () => "id*"],
  ["prefixes beside suffixes", (index: number) => (index % 2 ? `${index}*` : `*${index}`)],
  ["patterns with free ends", (index: number) => `*${index}*`],
  ["each a prefix of the next", (index: number) => `${"a".repeat(index % 50)}*`],
])("twenty thousand claims that agree are told apart: %s", (_, nameOf) => {
  const claims = Array.from({ length: 20_000 }, (_unused, index) =>
    claim(nameOf(index), "x", String(index)),
  );
  expect(findConflicts(claims)).toEqual([]);
});
