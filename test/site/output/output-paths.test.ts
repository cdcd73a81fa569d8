import { expect, test } from "vitest";
import { createTakenPaths } from "../../../src/site/output/output-paths.ts";

test("a path brings its new folders, outermost first, and each only once", () => {
  const names = createTakenPaths();
  expect(names.take("a/b/c.html")).toEqual(["a", "a/b"]);
  expect(names.take("a/b/d.html")).toEqual([]);
  expect(names.take("a/e/c.html")).toEqual(["a/e"]);
  expect(names.take("index.html")).toEqual([]);
});

test.each([
  ["twice", "a/b.html", "a/b.html", 'cannot write "a/b.html" twice'],
  ["in another case", "a/b.html", "a/B.html", 'cannot write "a/B.html" beside "a/b.html": '],
  ["in a folder of another case", "a/b", "A/c", 'cannot write "A" beside "a": '],
  ["composed and decomposed", "\u00E9", "e\u0301", "some systems hold them for one"],
  ["below a file", "a", "a/b", 'cannot write "a" as a file and as a folder'],
  ["in place of a folder", "a/b", "a", 'cannot write "a" as a file and as a folder'],
  ["below a file of another case", "A", "a/b", 'cannot write "a" beside "A": '],
])("a file %s is refused", (_, first, second, message) => {
  const names = createTakenPaths();
  names.take(first);
  expect(() => names.take(second)).toThrow(message);
});

test("an unsafe path is refused", () => {
  expect(() => createTakenPaths().take("../a")).toThrow("leaves its folder");
});
