import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdits } from "../../../src/source/edits.ts";
import { checkKinds, putTexts } from "../../../src/source/yaml/insert-texts.ts";
import { sourceOf } from "../../../src/source/yaml-file.ts";
import { type Mapping } from "../../../src/source/mapping.ts";
import type { TextTree } from "../../../src/source/yaml/write.ts";

const file = `# of the file
title: Cookies # of the title

columns: # of the columns
  # of the name
  name: 'It''s a name'
  party: "Party: first"

categories:
  necessary:
    name: Necessary
    description: >- # folded
      A long text
      over two lines.

labels: { nobody: Nobody, country: "Country" } # in braces
`;

const order = {
  title: "",
  columns: { provider: "", name: "", purposes: "", party: "", storage: "" },
  categories: {
    necessary: { name: "", description: "", note: "" },
    marketing: { name: "", description: "" },
  },
  storage: { cookie: "", pixel: "" },
  labels: { first: "", nobody: "", between: "", country: "", last: "" },
};

const read = (text: string) => sourceOf({ file: "terms.yaml", text }).source!;
const put = (text: string, wanted: TextTree, keys: Mapping = order) => {
  const source = read(text);
  expect(checkKinds(source, wanted)).toEqual([]);
  return applyEdits(text, putTexts(source, wanted, keys));
};

/** Lines of `after` that are not in `before`, and the reverse. */
function difference(before: string, after: string) {
  const [old, now] = [before.split("\n"), after.split("\n")];
  return {
    gone: old.filter((line) => !now.includes(line)),
    come: now.filter((line) => !old.includes(line)),
  };
}

describe("a text that is there", () => {
  test.each([
    ["plain", { title: "Policy" }, "title: Policy # of the title"],
    [
      "plain, where it would mean something else",
      { title: "yes: no" },
      'title: "yes: no" # of the title',
    ],
    ["plain, where it would be a number", { title: "404" }, 'title: "404" # of the title'],
    ["between single quotes", { columns: { name: "That's" } }, "  name: 'That''s'"],
    ["between double quotes", { columns: { party: 'A "party"' } }, '  party: "A \\"party\\""'],
    [
      "in braces",
      { labels: { nobody: "No, one" } },
      'labels: { nobody: "No, one", country: "Country" } # in braces',
    ],
  ])("is written anew in its manner: %s", (_, wanted: TextTree, line) => {
    expect(difference(file, put(file, wanted)).come).toEqual([line]);
  });

  test("is folded again where it was folded, and its comment stays", () => {
    const text = "word ".repeat(40).trim();
    const { gone, come } = difference(
      file,
      put(file, { categories: { necessary: { description: text } } }),
    );
    expect(gone).toEqual(["      A long text", "      over two lines."]);
    expect(come.map((line) => line.length)).toEqual([120, 90]);
    expect(come.map((line) => line.trim()).join(" ")).toBe(text);
  });
});

test("a folded text never breaks where two spaces stand", () => {
  const text = `${"a".repeat(114)}  b ${"c ".repeat(60)}d`;
  const after = put(file, { categories: { necessary: { description: text } } });
  expect(read(after).value).toMatchObject({ categories: { necessary: { description: text } } });
  expect(after).toContain(">- # folded\n");
});

describe("a missing text", () => {
  test.each([
    [
      "after the key before it",
      { columns: { purposes: "Why" } },
      "  name: 'It''s a name'\n  purposes: Why\n  party:",
    ],
    [
      "first, where none is before it",
      { columns: { provider: "Who" } },
      "  # of the name\n  provider: Who\n  name:",
    ],
    [
      "last, where none is after it",
      { columns: { storage: "Where" } },
      'party: "Party: first"\n  storage: Where\n\ncategories:',
    ],
    [
      "below a folded text",
      { categories: { necessary: { note: "N" } } },
      "over two lines.\n    note: N\n\nlabels",
    ],
    [
      "with the mapping that it needs",
      { categories: { marketing: { name: "M" } } },
      "over two lines.\n  marketing:\n    name: M\n\nlabels",
    ],
    [
      "as a section of its own",
      { storage: { pixel: "P" } },
      "over two lines.\n\nstorage:\n  pixel: P\n\nlabels",
    ],
    ["first within braces", { labels: { first: "A: b" } }, 'labels: { "first": "A: b", nobody'],
    [
      "between others within braces",
      { labels: { between: "B" } },
      'nobody: Nobody, "between": "B", country',
    ],
    [
      "last within braces",
      { labels: { last: "L" } },
      'country: "Country", "last": "L" } # in braces',
    ],
  ])("comes %s", (_, wanted: TextTree, expected) => {
    const text = put(file, wanted);
    expect(text).toContain(expected);
    expect(difference(file, text).gone.filter((line) => !line.startsWith("labels"))).toEqual([]);
  });

  test("comes together with others that are missing at the same place, in their order", () => {
    const wanted = {
      categories: { necessary: { note: "N" }, marketing: { name: "M", description: "D" } },
      storage: { cookie: "C" },
    };
    expect(put(file, wanted)).toContain(
      "over two lines.\n    note: N\n  marketing:\n    name: M\n    description: D\n\nstorage:\n  cookie: C\n\nlabels",
    );
  });

  test("begins a file that says nothing yet, after its comments", () => {
    expect(put("# schema\n", { title: "T", columns: { name: "N" } })).toBe(
      "# schema\ntitle: T\n\ncolumns:\n  name: N\n",
    );
  });

  test("comes behind the last line, where that has no end", () => {
    expect(put("columns:\n  name: >-\n    a\n    b", { columns: { party: "P" } })).toBe(
      "columns:\n  name: >-\n    a\n    b\n  party: P",
    );
  });

  test("fills a mapping that is empty", () => {
    expect(put("labels: {} # none\n", { labels: { last: "L" } })).toBe(
      'labels: { "last": "L" } # none\n',
    );
  });
});

test("line breaks are those of the file", () => {
  const text = put(file.replaceAll("\n", "\r\n"), {
    title: "T",
    storage: { cookie: "C" },
    categories: { necessary: { description: "word ".repeat(40).trim() } },
  });
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
});

test.each([
  ["columns", { columns: "text" }, "1:1"],
  ["title", { title: { name: "text" } }, "2:1"],
])("what is of another kind is reported at its key: %s", (_, wanted: TextTree, place) => {
  const found = checkKinds(read("columns: { name: x }\ntitle: x\n"), wanted);
  expect(found.map(({ location }) => `${location.line}:${location.column}`)).toEqual([place]);
});

test("whatever is put in is read back, and nothing else changes", () => {
  const text = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 200 })
    .filter(
      (value) => value.trim() !== "" && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffe\uffff]/u.test(value),
    );
  const words = fc
    .array(fc.constantFrom("word", "-", "#", ":", "'", '"', "{x}", "", "null", "- a", "?"), {
      minLength: 1,
      maxLength: 60,
    })
    .map((parts) => parts.join(" "))
    .filter((value) => value.trim() !== "");
  const value = fc.oneof(text, words);
  const tree = (keys: Mapping): fc.Arbitrary<TextTree> =>
    fc.record(
      Object.fromEntries(
        Object.entries(keys).map(([key, below]) => [
          key,
          below === "" ? value : tree(below as Mapping),
        ]),
      ),
      { requiredKeys: [] },
    ) as fc.Arbitrary<TextTree>;
  const merge = (below: Mapping, above: TextTree): Mapping => ({
    ...below,
    ...Object.fromEntries(
      Object.entries(above).map(([key, said]) => [
        key,
        typeof said === "string" ? said : merge((below[key] ?? {}) as Mapping, said),
      ]),
    ),
  });
  const filled = (one: TextTree): boolean =>
    Object.values(one).every(
      (said) => typeof said === "string" || (Object.keys(said).length > 0 && filled(said)),
    );
  fc.assert(
    fc.property(tree(order).filter(filled), (wanted) => {
      const after = put(file, wanted);
      const { source, diagnostics } = sourceOf({ file: "terms.yaml", text: after });
      expect(diagnostics).toEqual([]);
      expect(source!.value).toEqual(merge(read(file).value, wanted));
      for (const comment of file.match(/#.*/g)!) expect(after).toContain(comment);
    }),
    { seed: 1, numRuns: 100 },
  );
});
