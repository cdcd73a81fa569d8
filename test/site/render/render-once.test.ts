import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { packageFolder } from "../../../src/registry/project.ts";
import { TemplateError } from "../../../src/site/render/template-error.ts";
import { temporaryFolder, writeFiles } from "../../project.ts";
import { createTextRenderer } from "../rendering.ts";

/** The list of sites by a template of its own; its model may be anything. */
function render(templates: Record<string, string>, ...models: readonly object[]): string[] {
  const folder = temporaryFolder();
  cpSync(join(packageFolder, "templates"), folder, { recursive: true });
  const { sites } = createTextRenderer([writeFiles(folder, templates)]);
  return models.map((model) => sites({ style: "", sites: [], ...model }));
}

const item = { "item.njk": "{% macro item(params) %}<{{ params.text }}>{% endmacro %}" };
const from = '{% from "item.njk" import item %}';
const withTag = (tag: string) => ({ ...item, "sites.njk": `${from}${tag}` });

test("once and each make what the macros make, escaped as everywhere", () => {
  const model = { one: { text: "a&b" }, list: [{ text: "1" }, { text: "é" }], empty: [] };
  const tags = "{% once item(one) %}|{% each item(list) %}|{% each item(empty) %}|{{ item(one) }}";
  expect(render(withTag(tags), model)).toEqual(["<a&amp;b>|<1><é>||<a&amp;b>"]);
});

test("the same object is made once by each macro, and every place of each document gets it", () => {
  const reads: string[] = [];
  const one = {
    get text() {
      reads.push("text");
      return "x";
    },
  };
  const documents = render(
    withTag("{% once item(one) %}{% once item(one) %}{% each item([one, one]) %}"),
    { one },
    { one },
  );
  expect(documents).toEqual(["<x><x><x><x>", "<x><x><x><x>"]);
  // Nunjucks looks twice.
  expect(reads.length).toBe(2);
});

test("macros of one name in two templates make each their own of the same object", () => {
  const templates = {
    ...item,
    "list.njk": "{% macro item(params) %}({{ params.text }}){% endmacro %}",
    "sites.njk":
      '{% import "list.njk" as other %}{% set second = other.item %}{% from "item.njk" import item %}{% once item(one) %}{% once second(one) %}',
  };
  const one = { text: "1" };
  expect(render(templates, { one }, { one })).toEqual(["<1>(1)", "<1>(1)"]);
});

test("a macro of the template itself makes what each document gives it", () => {
  const tags = "{% macro own(params) %}[{{ params.text }}]{% endmacro %}{% once own(one) %}";
  const [one, two] = [{ text: "1" }, { text: "2" }];
  expect(render(withTag(tags), { one }, { one: two }, { one })).toEqual(["[1]", "[2]", "[1]"]);
});

test("what is made once may hold what is made once", () => {
  const templates = {
    ...item,
    "list.njk": `${from}{% macro list(params) %}[{% each item(params.items) %}]{% endmacro %}`,
    "sites.njk": '{% from "list.njk" import list %}{% once list(one) %}{% each list([one, two]) %}',
  };
  const [one, two] = [{ items: [{ text: "1" }] }, { items: [{ text: "2" }, { text: "3" }] }];
  expect(render(templates, { one, two }, { one: two, two: one })).toEqual([
    "[<1>][<1>][<2><3>]",
    "[<2><3>][<2><3>][<1>]",
  ]);
});

describe("a tag of another form is an error of its template:", () => {
  test.each([
    ["{% once %}", "unexpected token: %}"],
    ["{% once item %}", "once: expected a macro with one argument"],
    ["{% once item() %}", "once: expected a macro with one argument"],
    ["{% once item(one, two) %}", "once: expected a macro with one argument"],
    ['{% each "item" %}', "each: expected a macro with one argument"],
    ["{% each item(one) two %}", "expected block end in each statement"],
  ])("%s", (tag, message) => {
    const build = () => render(withTag(tag), { one: {} });
    expect(build).toThrow(TemplateError);
    expect(build).toThrow("sites.njk");
    expect(build).toThrow(message);
  });

  test.each(["once", "each"])("%s with a macro that is not there", (tag) => {
    const build = () => render({ "sites.njk": `{% ${tag} row(list) %}` }, { list: [] });
    expect(build).toThrow(TemplateError);
    expect(build).toThrow("macro is undefined");
  });
});

test("a template that could forge what is kept is refused by its name", () => {
  const build = () => render(withTag("\u00010\u0002"), {});
  expect(build).toThrow(TemplateError);
  expect(build).toThrow(/^control character U\+0001 in .*sites\.njk, expected text$/);
});

test("a template finds those beside it in the project first, and then in the package", () => {
  const [project, lower] = [temporaryFolder(), temporaryFolder()];
  cpSync(join(packageFolder, "templates"), lower, { recursive: true });
  writeFiles(lower, {
    "sites.njk": '{% from "parts/list.njk" import list %}{{ list(sites) }}',
    "parts/list.njk":
      '{% from "./item.njk" import item %}{% macro list(params) %}{% each item(params) %}{% endmacro %}',
    "parts/item.njk": "{% macro item(params) %}lower{% endmacro %}",
  });
  const sites = [{ id: "a", name: "A" }];
  const renderSites = () => createTextRenderer([project, lower]).sites({ style: "", sites });
  expect(renderSites()).toBe("lower");
  writeFiles(project, {
    "parts/item.njk": "{% macro item(params) %}{{ params.name }}{% endmacro %}",
  });
  expect(renderSites()).toBe("A");
  writeFileSync(
    join(project, "parts/list.njk"),
    '{% from "./item.njk" import item %}{% macro list(params) %}[{% each item(params) %}]{% endmacro %}',
  );
  expect(renderSites()).toBe("[A]");
});
