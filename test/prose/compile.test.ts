import { describe, expect, test } from "vitest";
import { tokenize } from "../../src/prose/markdown.ts";
import { markPlaceholders } from "../../src/prose/marks.ts";
import { partsOf } from "../../src/prose/compile.ts";

const parts = (text: string) => partsOf(tokenize(markPlaceholders(text)));
/** As a placeholder stands in an attribute until it is filled. */
const marked = (text: string) => markPlaceholders(text);
const gap = (placeholder: string) => ({ placeholder });

test("text without gaps is one part, escaped", () => {
  expect(parts("A *b* & <c>")).toEqual(["<p>A <em>b</em> &amp; &lt;c&gt;</p>\n"]);
  expect(parts("")).toEqual([""]);
});

test("each gap stands by its name in an element of its own direction", () => {
  expect(parts("Of {{ site.name }}, {{site.url}}{{x}}!")).toEqual([
    "<p>Of <bdi>",
    gap("site.name"),
    "</bdi>, <bdi>",
    gap("site.url"),
    "</bdi><bdi>",
    gap("x"),
    "</bdi>!</p>\n",
  ]);
});

test("gaps stand in emphasis, headings and lists as well, and in code without an element", () => {
  expect(parts("- **{{ a }}**").filter((part) => typeof part !== "string")).toEqual([gap("a")]);
  expect(parts("## B {{ b }}")).toEqual(["<h2>B <bdi>", gap("b"), "</bdi></h2>\n"]);
  expect(parts("`{{ c }}`")).toEqual(["<p><code>", gap("c"), "</code></p>\n"]);
});

describe("a link", () => {
  test("a link with a gap in its address is a gap of its attributes", () => {
    expect(parts("[a]({{site.url}}) [{{b}}](mailto:{{c}})")).toEqual([
      "<p><a",
      { attributes: [["href", marked("{{site.url}}")]], key: marked('[["href","{{site.url}}"]]') },
      ">a</a> <a",
      { attributes: [["href", marked("mailto:{{c}}")]], key: marked('[["href","mailto:{{c}}"]]') },
      "><bdi>",
      gap("b"),
      "</bdi></a></p>\n",
    ]);
  });

  test("a link without a gap is finished, and one that would run something has no address", () => {
    expect(parts("[a](https://a.example/?b&c)")).toEqual([
      '<p><a href="https://a.example/?b&amp;c">a</a></p>\n',
    ]);
    expect(JSON.stringify(parts("[a](javascript:alert)"))).not.toContain("href");
  });
});
