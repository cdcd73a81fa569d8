import { describe, expect, test } from "vitest";
import { checkIntro, readIntro, readPage } from "../../src/prose/prose.ts";
import { placesOf } from "../project.ts";
import { cpuMilliseconds } from "../cpu-time.ts";

const page = {
  file: "policy.md",
  text: "::: cookies\n\n## Choice {#choice}\n\nText.\n\n::: rights\n",
};

const problems = (text: string) => checkIntro({ file: "site.md", text }, page);
const places = (text: string) => placesOf(problems(text));
const html = (text: string) => JSON.stringify(readIntro({ file: "site.md", text }).blocks);

describe("what is not understood is reported once, at its place", () => {
  test.each([
    ["a tag", "a<br>b", "1:2"],
    ["a pair of tags", "a <b>c</b>", "1:3"],
    ["a block of HTML", "x\n\n<details><summary>More</summary>hidden</details>", "3:1"],
    ["half a tag", "a <div b", "1:3"],
    ["a comment that does not end", "a <!-- b\n\nc", "1:3"],
    ["a picture", "a ![logo](https://x.example/a.png)", "1:3"],
    ["a table", "x\n\n| a | b |\n|---|---|\n| 1 | [2](#x) |", "3:1"],
    ["the rows of a table without its rule", "| a | b |\n| 1 | 2 |", "1:1"],
    ["a footnote", "See the note[^1].", "1:13"],
    ["the text of a footnote", "x\n\n[^1]: A note.", "3:1"],
    ["a footnote of one word", "See[^1].\n\n[^1]: Note", "1:4"],
    ["a template tag", "{% if site.x %}shown{% endif %}", "1:1"],
    ["a tag of other templates", "a <% b %>", "1:3"],
    ["a placeholder that does not end", "a {{ site.name b", "1:3"],
    ["a placeholder that ends too early", "a {{ site.name}", "1:3"],
    ["a placeholder with a gap", "a { { site.name } }", "1:3"],
    ["a single brace", "a {title}", "1:3"],
    ["half a placeholder in code", "a `{{ site.name`", "1:3"],
    ["an anchor outside of a heading", "a {#b}", "1:3"],
    ["a passage in a list", "- ::: if statistics\n  x\n  :::", "1:3"],
    ["a passage in a quote", "> ::: if statistics", "1:3"],
    ["a passage behind a space", "x\n\n ::: if statistics", "3:2"],
    ["a heading that is indented like code", "    ## x", "1:5"],
    ["a list of definitions", "Term\n: Definition", "2:1"],
    ["a box", "- [ ] task", "1:3"],
    ["a block of code", "```\nx\n```", "1:1"],
    ["a link to a definition that is not there", "a [b][c]", "1:5"],
    ["a link with a space in its target", "a [b](https://x.example/a b)", "1:5"],
    ["a link of a wiki", "a [[b]]", "1:3"],
    ["strong words that do not end", "a **b", "1:3"],
    ["struck words that do not end", "a ~~b", "1:3"],
    ["a definition that no link uses", "a\n\n[Notice]: Important", "3:1"],
    ["a box of another tool", "> [!NOTE]\n> a", "1:3"],
    ["a box of yet another", "!!! note\n    a", "1:1"],
    ["two colons", ":: if statistics\n\na", "1:1"],
    ["wide colons", "：：： if statistics\n\na", "1:1"],
    ["front matter of another tool", "+++\na = 1\n\nb", "1:1"],
    ["a comment of another language", "a\n\n// b", "3:1"],
    ["an abbreviation", "a\n\n*[HTML]: b", "3:1"],
    ["a list of contents", "a\n\n[TOC]", "3:1"],
    ["a placeholder of another tool", "Dear %FIRST_NAME%,", "1:6"],
    ["a reference that stands for nothing", "a &unknown; b", "1:3"],
    ["an escaped brace before another", "\\{{ site.name }}", "1:3"],
    ["front matter", "---\ntitle: x\n---\n\nText", "1:1"],
  ])("%s", (_, text, place) => {
    expect(places(text)).toEqual([`site.md:${place} unknown-markup`]);
  });

  test("a passage that nobody knows is one fault with its end", () => {
    expect(places(":::note\n\na\n\n:::\n\nb")).toEqual(["site.md:1:1 unknown-passage"]);
    expect(places("::: else\n\na\n\n:::\n\nb\n\n:::")).toEqual([
      "site.md:1:1 unknown-passage",
      "site.md:9:1 unclosed-passage",
    ]);
  });

  test("the message says what it is and what to write", () => {
    expect(problems("a {{ site.name}")).toMatchObject([
      {
        message: 'brace in "{{ site.name}", expected a placeholder such as "{{ site.name }}"',
        hint: 'write "\\{" for a brace that readers see',
      },
    ]);
    expect(problems("a<br>b")[0]?.message).toBe('raw HTML "<br>", expected Markdown');
    expect(problems("- ::: if {{ site.name }}")[0]?.message).toContain('"::: if {{site.name}}"');
  });

  test("behind placeholders, quotes, lists and other lines the place is right", () => {
    expect(places("x\n\n{{\n\nsite.name }} and\n> y {{ site.name }} *z* `c` <i>\n")).toEqual([
      "site.md:6:29 unknown-markup",
    ]);
  });
});

describe("is understood", () => {
  test.each([
    ["what is escaped", "\\{x} is \\{no\\} gap, \\<br>, \\*\\*, \\[^1]"],
    ["a star, a sum and a bracket alone", "a * b, 1 < 2, [sic], (c)"],
    ["names of cookies", "__Secure-a, _ga_* and `__Host-<b>{c}`"],
    ["quotes, rules, lists and code", "> a\n\n---\n\n1. b\n   - *c* **d** ~~e~~ `f`\n\ng\\\nh"],
    ["a definition of a link", "[a] and [b][a]\n\n[a]: https://a.example"],
    ["a definition in other letters", "[A  b]\n\n[a B]: https://a.example"],
    ["a rate, a product and a path", "5% OF 10%, AT&T; /a/ and a//b"],
    ["character references", "a &amp; b&nbsp;&lt;c&gt; &#123;d&#125; &copy;"],
  ])("%s", (_, text) => {
    expect(places(text.replace("\\{x}", "\\{x\\}"))).toEqual([]);
  });
});

describe("a comment", () => {
  test("is dropped, wherever it stands", () => {
    const text = "<!-- a -->\nb <!-- c\n\n::: if x\n\n{{ d --> e\n\n<!-- ## f -->\n";
    expect(places(text)).toEqual([]);
    expect(html(text)).toContain('["<p>b</p>\\n<p>e</p>\\n"]');
  });

  test("is none where it is escaped", () => {
    expect(places("a \\<!-- b -->")).toEqual([]);
    expect(html("a \\<!-- b -->")).toContain("&lt;!-- b --&gt;");
  });
});

describe("character references are decoded before they are looked at", () => {
  test.each([
    ["a bidirectional control", "ab\n\nc a&#x202E;b", "3:4 invisible-character"],
    ["a private mark", "H &#xE000;fr&#xE001;X", "1:3 control-character"],
    ["one in a title", '[a](https://a.example "&#x202E;")', "1:1 invisible-character"],
    ["one in a target", "[a](https://a.example/%E2%80%AE)", "1:1 invisible-character"],
    ["one in an address", "x <https://a.example/%E2%80%AE>", "1:4 invisible-character"],
  ])("%s", (_, text, place) => {
    expect(places(text)[0]).toBe(`site.md:${place}`);
  });

  test("and never become a placeholder", () => {
    const text =
      "&#123;&#123;constructor&#125;&#125; <https://a.example/%EF%B7%90x%EF%B7%91> &#xFDD0;y&#xFDD1;";
    expect(places(text)).toEqual([]);
    expect(html(text)).toContain("{{constructor}}");
    expect(html(text)).not.toMatch(/placeholder|bdi|\ufdd0/);
    expect(places("&#123;&#123;constructor}}")).toEqual(["site.md:1:24 unknown-markup"]);
  });
});

describe("a heading", () => {
  const wrong = (heading: string) =>
    placesOf(
      readPage({ file: "policy.md", text: `::: cookies\n\n${heading}\n\n::: rights\n` })
        .diagnostics,
    );

  test.each([
    ["that is underlined", "A {#a}\n---", "3:1"],
    ["in a list", "- ## A {#a}", "3:1"],
    ["in a quote", "> ## A {#a}", "3:1"],
  ])("%s is none", (_, heading, place) => {
    expect(wrong(heading)).toEqual([`policy.md:${place} bad-heading`]);
  });

  test("whose anchor is not understood lacks one, and nothing more is said", () => {
    expect(wrong("## A {#Ä}")).toEqual(["policy.md:3:1 missing-anchor"]);
    expect(wrong("### A {#Ä}")).toEqual(["policy.md:3:7 unknown-markup"]);
  });
});

describe("what would take long is refused at once", () => {
  test.each([
    ["stars", "*".repeat(1_000_000)],
    ["stars and letters", "*a_b".repeat(250_000)],
    ["brackets", "[](<".repeat(250_000)],
    ["placeholders", "{{x}}".repeat(200_000)],
  ])("a megabyte of %s", (_, text) => {
    expect(places(text)).toEqual(["site.md:1:1 paragraph-too-long"]);
  });

  test("passages within each other", () => {
    expect(places("::: if marketing\n".repeat(60_000))).toEqual(["site.md:33:1 nesting-too-deep"]);
  });
});

test.each(["*", "*a_b", "[", "![", "<", "`a``", "&#1;", "**a", "_", "~~", "[a](<"])(
  "paragraphs of %j as long as they may be take time in proportion",
  (piece) => {
    const paragraph = `${piece.repeat(9990 / piece.length)}\n\n`;
    const time = (count: number) =>
      cpuMilliseconds(() => readIntro({ file: "", text: paragraph.repeat(count) }));
    time(1);
    expect(time(4)).toBeLessThan(4000);
  },
);
