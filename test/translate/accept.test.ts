import { describe, expect, test } from "vitest";
import { dividePassages } from "../../src/prose/passages.ts";
import { termsIn } from "../../src/registry/languages/texts.ts";
import { placeOfFile } from "../../src/source/text-file.ts";
import { checkFit } from "../../src/translate/accept.ts";

const place = () => placeOfFile("terms.yaml");
const term = (text: string) => termsIn({ title: text }, place)[0]!;
const passage = (text: string) => dividePassages({ file: "policy.md", text }).passages[0]!;

const upTo = term("Up to {duration}");
const heading = passage("## Your choice {#choice}\n");
const prose = passage(
  "See [{{ site.name }}]({{site.url}}), [this](#choice) or write to [{{ site.controller.email }}](mailto:{{site.controller.email}}).",
);

test.each([
  ["a term", upTo, "Bis zu {duration}"],
  ["a term that names its gap twice", upTo, "{duration} ({duration})"],
  ["a heading", heading, "Ihre Wahl #1"],
  [
    "a link to the page in another language",
    passage("[here](https://a.example/uk/)"),
    "[ici](https://a.example/fr/)",
  ],
  [
    "prose in another order, with other spaces in its placeholders, and in several paragraphs",
    prose,
    "Schreiben Sie an [{{site.controller.email}}](mailto:{{ site.controller.email }}).\n\n[Dies](#choice)\n- [{{site.name}}]({{ site.url }})",
  ],
])("fits: %s", (_, original, translation) => {
  expect(checkFit(original, translation)).toEqual([]);
});

describe("does not fit", () => {
  test.each([
    ["markup in a term", upTo, "<b>{duration}</b> &nbsp; **x** [y](z)", '"<b" in a text'],
    ["half a gap in a term", upTo, "{duration} {{", '"{{" in a text'],
    ["HTML in prose", prose, `${prose.text} <b>x</b>`, 'raw HTML "<b>"'],
    ["HTML in a heading", heading, "Ihre <i>Wahl</i>", 'raw HTML "<i>"'],
    ["half a placeholder in prose", prose, `${prose.text} {{ site.name }`, "brace in"],
    [
      "a lost placeholder whose braces stand on two lines",
      passage("Of {{\nsite.name }}."),
      "Von uns.",
      'no placeholder "{{site.name}}"',
    ],
    ["a lost gap", upTo, "Bis zu", 'no placeholder "{duration}"'],
    ["a renamed gap", upTo, "Bis zu {Dauer}", 'placeholder "{Dauer}" that'],
    ["a broken gap", upTo, "Bis zu {duration", 'no placeholder "{duration}"'],
    ["an added gap", upTo, "{duration} {site}", 'placeholder "{site}" that'],
    ["a line break in a term", upTo, "Bis\n{duration}", "line break"],
    ["a tab", upTo, "Bis\t{duration}", "tab"],
    ["a carriage return", prose, `${prose.text}\r`, "tab or carriage return"],
    ["a line break in a heading", heading, "Ihre\nWahl", "line break"],
    ["an anchor in a heading", heading, "Ihre Wahl {#wahl}", "anchor in a heading"],
    [
      "a lost placeholder",
      prose,
      prose.text.replace("{{ site.name }}", "site"),
      'no placeholder "{{site.name}}"',
    ],
    ["a lost link", prose, prose.text.replace("[this](#choice)", "this"), 'no link to "#choice"'],
    ["another link", prose, prose.text.replace("#choice", "#wahl"), 'link to "#wahl" that'],
    [
      "an added link",
      prose,
      `${prose.text} [x](https://evil.example)`,
      '1 links to "https:", expected 0',
    ],
    [
      "an added link in brackets",
      prose,
      `${prose.text} <https://evil.example>`,
      '1 links to "https:"',
    ],
    [
      "an added link below",
      prose,
      `${prose.text} [x]\n\n[x]: https://evil.example`,
      '1 links to "https:"',
    ],
    [
      "a link without encryption",
      passage("[here](https://a.example/uk/)"),
      "[ici](http://a.example/fr/)",
      '0 links to "https:", expected 1',
    ],
    ["a heading in prose", prose, `${prose.text}\n\n## More\n`, 'line "## More"'],
    ["an underlined heading in prose", prose, `${prose.text}\n\nMore\n---`, 'line "---"'],
    [
      "a condition in prose",
      prose,
      `${prose.text}\n\n::: if statistics\n\n:::`,
      'line "::: if statistics"',
    ],
    ["the tables in prose", prose, `::: cookies\n\n${prose.text}`, 'line "::: cookies"'],
  ])("%s", (_, original, translation, message) => {
    expect(checkFit(original, translation).join("\n")).toContain(message);
  });
});

test("a hundred thousand brackets are judged at once", () => {
  expect(checkFit(prose, "[](<".repeat(100_000)).length).toBeGreaterThan(0);
  expect(checkFit(prose, "{{ ".repeat(100_000)).length).toBeGreaterThan(0);
  expect(checkFit(prose, `{{${" ".repeat(100_000)}x`).length).toBeGreaterThan(0);
});
