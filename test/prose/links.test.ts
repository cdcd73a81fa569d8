import { describe, expect, test } from "vitest";
import { readPage } from "../../src/prose/prose.ts";
import { placesOf } from "../project.ts";

const problems = (text: string) =>
  readPage({ file: "p.md", text: `::: cookies\n\n${text}\n\n::: rights\n` }).diagnostics;
const places = (text: string) => placesOf(problems(text));

describe("a link", () => {
  test.each([
    "{{ site.url }}",
    "https://x.example/?n={{ site.name }}",
    "https://{{site.host}}/x",
    "mailto:a@b.example",
    "https://x.example/é",
  ])("may lead to %s", (target) => {
    expect(places(`[a](${target})`)).toEqual([]);
  });

  test.each([
    ["a placeholder that is no address", "{{site.name}}", 5],
    ["an address as a part", "{{site.url}}/x", 5],
    ["a host of another kind", "https://{{site.name}}/x", 5],
    ["a host beside another", "https://{{site.name}}{{site.host}}/x", 5],
    ["a mail address of no mail", "mailto:{{site.name}}", 5],
    ["a subject", "mailto:a@b.example?subject={{site.name}}", 5],
    ["http", "http://x.example", 5],
  ])("may not have %s", (_, target, column) => {
    expect(places(`[a](${target})`)).toEqual([`p.md:3:${column} bad-link`]);
  });

  test("whose placeholder is unknown is no second fault", () => {
    expect(places("[a](https://x.example/{{site.nme}})")).toEqual([
      "p.md:3:23 unknown-placeholder",
    ]);
  });

  test("a link that is defined elsewhere is reported where it stands", () => {
    expect(places("a [b][c]\n\n> d\n\n[c]: ../x")).toEqual(["p.md:3:3 bad-link"]);
    expect(places("a [b](../x) [b](../x)")).toEqual(["p.md:3:7 bad-link", "p.md:3:17 bad-link"]);
  });

  test("names the placeholders that would do", () => {
    expect(problems("[a]({{site.name}})")[0]?.hint).toBe(
      'addresses alone are "site.url", "site.authority.url", "site.preferences", "site.objection", "site.privacyPolicy", "site.optOut", "site.gpc.display", behind "mailto:" "site.controller.email", "site.controller.dpo"; others may stand behind the host',
    );
  });
});

describe("an anchor within a passage", () => {
  const passage = (word: string, text: string) => `::: ${word}\n\n${text}\n\n:::\n\n`;
  const heading = passage("if site.controller", "## Sub {#sub}\n\nx");

  test("may be linked to under the same condition, or one that it follows from", () => {
    expect(places(`${heading}${passage("if site.controller", "[a](#sub)")}`)).toEqual([]);
    expect(places(`${heading}${passage("if site.controller.email", "[a](#sub)")}`)).toEqual([]);
    const negated = passage("unless site.controller.email", "## Sub {#sub}");
    expect(places(`${negated}${passage("unless site.controller", "[a](#sub)")}`)).toEqual([]);
  });

  test.each([
    ["outside of it", "[a](#sub)", "p.md:11:5"],
    ["under another", passage("if marketing", "[a](#sub)"), "p.md:13:5"],
    ["where it is not shown", passage("unless site.controller", "[a](#sub)"), "p.md:13:5"],
  ])("is not there %s", (_, text, place) => {
    expect(places(heading + text)).toEqual([`${place} unknown-anchor`]);
  });
});
