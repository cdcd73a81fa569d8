import { describe, expect, test } from "vitest";
import { composePage, type SectionText } from "../../src/prose/compose.ts";
import { fillProse } from "../../src/prose/fill.ts";
import { readPage } from "../../src/prose/prose.ts";
import { placeOf } from "../../src/source/text-file.ts";
import { placesOf } from "../project.ts";

const page = {
  file: "policy.md",
  text: `Hello.

## One {#one}

First *words*, of {{ site.name }}.

Second words: see [the rest](#small).

::: if site.preferences

Third words.

:::

### Small {#small}

- An item

## Two {#two}

::: cookies

## Three {#three}

::: rights

::: if statistics

## Four {#four}

Counted.

:::
`,
};

const front = { file: "front.md", text: "words" };

const one = (
  text: string,
  { anchor = "one", how = "replaces", words }: Partial<SectionText> & { words?: string } = {},
): SectionText => ({
  anchor,
  how,
  text: { file: "own.md", text },
  ...(words === undefined ? {} : { paragraph: { words, place: placeOf(front, 0, 5) } }),
});

/** The page below its introduction, slots in brackets. */
function shown(sections: readonly SectionText[], ...conditions: string[]) {
  const facts = {
    values: new Map([["site.name", "Acme"]]),
    conditions: new Set(["site.preferences", "statistics", ...conditions]),
  };
  const hold = (html: readonly Uint8Array[]) => Buffer.concat(html).toString();
  return fillProse(composePage(page, sections).body, facts, hold)
    .stretches.map((stretch) => ("html" in stretch ? stretch.html : `[${stretch.slot}]`))
    .join("")
    .replaceAll("cookie-policy-", "")
    .split(/(?=<h2)/);
}

const asWritten = shown([]);
const below = (heading: string, ...lines: string[]) =>
  `<h2 id="${heading.toLowerCase()}">${heading}</h2>\n${lines.map((line) => `${line}\n`).join("")}`;
const [first, second, third] = [
  "<p>First <em>words</em>, of <bdi>Acme</bdi>.</p>",
  '<p>Second words: see <a href="#small">the rest</a>.</p>',
  "<p>Third words.</p>",
];
const rest = ['<h3 id="small">Small</h3>', "<ul>\n<li>An item</li>\n</ul>"];

test("the page without any text of a project is the page", () => {
  expect(asWritten[0]).toBe(below("One", first, second, third, ...rest));
  const { body, anchors } = readPage(page);
  expect(JSON.stringify(composePage(page, []).body.length)).not.toBe("0");
  expect(composePage(page, []).anchors).toEqual(anchors);
  expect(body.length).toBeGreaterThan(0);
});

describe("a text stands in its section, and the rest of the page as it was:", () => {
  const mine = "<p>Mine.</p>";
  test.each<[string, SectionText, string]>([
    ["in the place of all of it", one("Mine.\n"), below("One", mine)],
    [
      "with a heading of its own",
      one("## Uno {#one}\n\nMine.\n"),
      below("One", mine).replace(">One", ">Uno"),
    ],
    [
      "in the place of a paragraph",
      one("Mine.", { words: "Second words" }),
      below("One", first, mine, third, ...rest),
    ],
    [
      "in the place of one that is named as it is read",
      one("Mine.", { words: "First words, of" }),
      below("One", mine, second, third, ...rest),
    ],
    [
      "in the place of one that is named as it is written",
      one("Mine.", { words: "First *words*, of {{site.name}}" }),
      below("One", mine, second, third, ...rest),
    ],
    [
      "before a paragraph",
      one("Mine.", { how: "before", words: "Second words" }),
      below("One", first, mine, second, third, ...rest),
    ],
    [
      "behind a list",
      one("Mine.", { how: "after", words: "- An item" }),
      below("One", first, second, third, ...rest, mine),
    ],
    [
      "at its beginning",
      one("Mine.", { how: "before" }),
      below("One", mine, first, second, third, ...rest),
    ],
    [
      "at its end",
      one("Mine.", { how: "after" }),
      below("One", first, second, third, ...rest, mine),
    ],
  ])("%s", (_, section, expected) => {
    expect(shown([section])).toEqual([expected, ...asWritten.slice(1)]);
    expect(
      composePage(page, [section]).diagnostics.filter(({ rule }) => rule !== "unknown-anchor"),
    ).toEqual([]);
  });

  test("in several sections at once, with the tables and in a passage", () => {
    const sections = [
      one("Ours.\n\n::: cookies\n", { anchor: "two" }),
      one("Ours, too.\n", { anchor: "four", how: "after" }),
    ];
    expect(composePage(page, sections).diagnostics).toEqual([]);
    expect(shown(sections)).toEqual([
      asWritten[0],
      `${below("Two", "<p>Ours.</p>")}[cookies]`,
      asWritten[2],
      below("Four", "<p>Counted.</p>", "<p>Ours, too.</p>"),
    ]);
  });
});

test("what depends on a condition stays under it, and may say what only it allows", () => {
  const own = "See [there]({{site.preferences}}).";
  expect(composePage(page, [one(own, { words: "Third" })]).diagnostics).toEqual([]);
  expect(placesOf(composePage(page, [one(own, { words: "Second" })]).diagnostics)).toEqual([
    "own.md:1:13 unguarded-placeholder",
  ]);
});

describe("what is wrong with a text is reported in its own file:", () => {
  test.each<[string, SectionText, string[]]>([
    ["its markup", one("a <br>", { how: "after" }), ["own.md:1:3 unknown-markup"]],
    [
      "its conditions",
      one("::: if x\n\na\n\n:::", { how: "after" }),
      ["own.md:1:1 unknown-passage"],
    ],
    ["its links", one("[a](#b)", { how: "after" }), ["own.md:1:5 unknown-anchor"]],
    ["a heading of a section", one("a\n\n## b {#b}", { how: "after" }), ["own.md:3:1 bad-heading"]],
    [
      "another section's heading",
      one("## b {#b}\n\na\n", { anchor: "two", how: "before" }),
      ["own.md:1:1 bad-heading"],
    ],
    [
      "an anchor that is taken",
      one("### b {#small}\n\na", { anchor: "two", how: "before" }),
      ["own.md:1:1 duplicate-anchor"],
    ],
    [
      "tables where none were",
      one("::: cookies\n", { how: "after" }),
      ["own.md:1:1 misplaced-tables"],
    ],
    ["tables that it takes away", one("a", { anchor: "two" }), ["own.md:1:2 misplaced-tables"]],
    [
      "rights in a passage",
      one("::: if statistics\n::: rights\n:::", { anchor: "three" }),
      ["own.md:2:1 misplaced-rights"],
    ],
    ["an anchor that it takes away", one("a", { words: "Small" }), ["own.md:1:1 unknown-anchor"]],
    ["nothing", one("\n<!-- a -->\n"), ["own.md:1:1 empty-text"]],
    ["a heading alone", one("## Uno {#one}\n"), ["own.md:1:1 empty-text"]],
    [
      "words that no paragraph begins with",
      one("a", { words: "words" }),
      ["front.md:1:1 unknown-paragraph"],
    ],
    ["words that several begin with", one("a", { words: "" }), ["front.md:1:1 unknown-paragraph"]],
  ])("%s", (_, section, expected) => {
    expect(placesOf(composePage(page, [section]).diagnostics)).toEqual(expected);
  });
});
