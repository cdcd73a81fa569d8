import { describe, expect, test } from "vitest";
import type { ProjectFile } from "../../src/registry/registry.ts";
import { sourceOf } from "../../src/source/yaml-file.ts";
import { judge, mend, mendingRules } from "./mending.ts";

const lines = (...all: string[]) => all.join("\n");

describe("keys are put in order", () => {
  test.each([
    ["in a file", "cookies: []\nname: A\n", "name: A\ncookies: []\n"],
    ["without a line break at the end", "cookies: []\nname: A", "name: A\ncookies: []"],
    ["with line breaks of Windows", "cookies: []\r\nname: A\r\n", "name: A\r\ncookies: []\r\n"],
    [
      "with the comments above and behind",
      lines("cookies: []", "# who", "", "# really", "name: A # b", ""),
      lines("# who", "", "# really", "name: A # b", "cookies: []", ""),
    ],
    [
      "with comments deeper than the key",
      lines("sources:", "  - https://a.example", "  # more to come", "name: A", "cookies: []"),
      lines("name: A", "sources:", "  - https://a.example", "  # more to come", "cookies: []"),
    ],
    [
      "leaving blank lines and the file's own comment",
      lines("# schema", "cookies: []", "", "name: A", ""),
      lines("# schema", "name: A", "", "cookies: []", ""),
    ],
    [
      "with the ignore that speaks of the first line",
      lines("# schema", "# ignore a-rule: why", "cookies: []", "name: A"),
      lines("# schema", "name: A", "# ignore a-rule: why", "cookies: []"),
    ],
    [
      "with a text of several lines",
      lines("cookies: []", "entity: >-", "  A", "", "  B", "name: |", "  C", ""),
      lines("name: |", "  C", "entity: >-", "  A", "", "  B", "cookies: []", ""),
    ],
    [
      "in a list",
      lines(
        "name: A",
        "cookies:",
        "  # the first",
        "  - duration: session",
        "    # it",
        '    name: "a"',
        '  - name: "b"',
      ),
      lines(
        "name: A",
        "cookies:",
        "  # the first",
        "  # it",
        '  - name: "a"',
        "    duration: session",
        '  - name: "b"',
      ),
    ],
    [
      "in a list, with an ignore",
      lines(
        "name: A",
        "cookies:",
        "  # ignore duration-vague: why",
        "  - duration: persistent",
        '    name: "a"',
      ),
      lines(
        "name: A",
        "cookies:",
        '  - name: "a"',
        "    # ignore duration-vague: why",
        "    duration: persistent",
      ),
    ],
    [
      "in a list not indented",
      lines("name: A", "cookies:", "- duration: session", '  name: "a"', '- name: "b"'),
      lines("name: A", "cookies:", '- name: "a"', "  duration: session", '- name: "b"'),
    ],
    [
      "in braces",
      "name: A\ntransfers: [{ safeguard: b, country: US }]\ncookies: []",
      "name: A\ntransfers: [{ country: US, safeguard: b }]\ncookies: []",
    ],
    [
      "in braces over lines, with comments",
      lines(
        "name: A",
        "transfers:",
        "  - {",
        "      safeguard: b, # behind",
        "      # above",
        "      country: US",
        "    }",
        "cookies: []",
      ),
      lines(
        "name: A",
        "transfers:",
        "  - {",
        "      # above",
        "      country: US,",
        "      safeguard: b # behind",
        "    }",
        "cookies: []",
      ),
    ],
    [
      "at every depth",
      lines("cookies:", "  - duration: session", '    name: "a"', "name: A"),
      lines("name: A", "cookies:", '  - name: "a"', "    duration: session"),
    ],
  ])("%s", (_, text, mended) => {
    expect(mend("provider", text)).toBe(mended);
    expect(judge("provider", mended, mendingRules)).toEqual([]);
  });

  test.each([
    ["a key set off by a question mark", "cookies: []\n? name\n: A\n"],
    [
      "a comment that would touch a brace",
      "name: A\ntransfers: [{safeguard: b,\n  # why\n  country: US}]\ncookies: []\n",
    ],
    ["a text that keeps the blank lines below it", "entity: |+\n  A\n\nname: B\ncookies: []\n"],
    [
      "a comment that would swallow a brace",
      "name: A\ntransfers: [{ safeguard: b, # why\n  country: US }]\ncookies: []\n",
    ],
  ])("%s is reported and left to a person", (_, text) => {
    expect(judge("provider", text, mendingRules)).toHaveLength(1);
    expect(mend("provider", text)).toBe(text);
  });

  test("records of every kind have an order", () => {
    const site = lines(
      "url: https://a.example",
      "name: A",
      "languages: [en]",
      "controller:",
      "  # why",
      "  email: a@b.example",
      "  name: A",
      "providers:",
      "  - override:",
      '      "x":',
      "        duration: session",
      "        function: b",
      "    id: a",
      "",
    );
    expect(mend("site", site)).toBe(
      lines(
        "name: A",
        "url: https://a.example",
        "controller:",
        "  name: A",
        "  # why",
        "  email: a@b.example",
        "languages: [en]",
        "providers:",
        "  - id: a",
        "    override:",
        '      "x":',
        "        function: b",
        "        duration: session",
        "",
      ),
    );
    expect(mend("purposes", "a: { tcf: [8], category: statistics }\n")).toBe(
      "a: { category: statistics, tcf: [8] }\n",
    );
  });

  test("a file in order is not parsed once more", () => {
    const text = 'name: A\ncookies:\n  - name: "a"\n    duration: session\n';
    const { source } = sourceOf({ file: "test.yaml", text });
    const parsed: string[] = [];
    const document = () => {
      parsed.push("document");
      return source!.document!();
    };
    const scalars = () => {
      parsed.push("scalars");
      return source!.scalars();
    };
    const file: ProjectFile = { kind: "provider", source: { ...source!, document, scalars } };
    for (const { check } of mendingRules) (check as (one: ProjectFile) => unknown)(file);
    expect(parsed).toEqual([]);
  });

  test("an unknown key, which the loader reports, has no place", () => {
    expect(judge("provider", "cookies: []\nnmae: A\n", mendingRules)).toEqual([]);
  });
});

describe("names of cookies are put in double quotes", () => {
  test.each([
    ["name: A\ncookies:\n  - name: _a\n", 'name: A\ncookies:\n  - name: "_a"\n'],
    ["name: A\ncookies: [{name: 'a\"b'}]\n", 'name: A\ncookies: [{name: "a\\"b"}]\n'],
    ["name: A\ncookies:\n  - name: 007\n", 'name: A\ncookies:\n  - name: "007"\n'],
    ["name: A\ncookies:\n  - name: a # b\n", 'name: A\ncookies:\n  - name: "a" # b\n'],
    ["name: A\ncookies:\n  - name:\n      a\n", 'name: A\ncookies:\n  - name:\n      "a"\n'],
    ["name: A\ncookies:\n  - { 'name' : a }\n", "name: A\ncookies:\n  - { 'name' : \"a\" }\n"],
  ])("of a provider: %j", (text, mended) => {
    expect(mend("provider", text)).toBe(mended);
  });

  test("where a site chooses or overrides them", () => {
    expect(
      mend(
        "site",
        'name: A\nproviders:\n  add:\n    - { id: a, only: [b, "c"], override: { b: {} } }\n',
      ),
    ).toBe(
      'name: A\nproviders:\n  add:\n    - { id: a, only: ["b", "c"], override: { "b": {} } }\n',
    );
  });

  test("other texts stay as they are", () => {
    const text = "name: A\nentity: 'A'\ncookies:\n  - name: \"a\"\n    domain: a.example\n";
    expect(mend("provider", text)).toBe(text);
  });
});

describe("links are given encryption", () => {
  test.each([
    [
      "provider",
      "name: A\nprivacyPolicy: http://a.example\ncookies: []\n",
      "name: A\nprivacyPolicy: https://a.example\ncookies: []\n",
    ],
    [
      "provider",
      'name: A\noptOut: { en: "http://a.example/?u=http://b" }\ncookies: []\n',
      'name: A\noptOut: { en: "https://a.example/?u=http://b" }\ncookies: []\n',
    ],
    [
      "provider",
      "name: A\nsources:\n  - 'http://a.example' # http://b.example\ncookies: []\n",
      "name: A\nsources:\n  - 'https://a.example' # http://b.example\ncookies: []\n",
    ],
    [
      "site",
      "authority: { name: http://, url: http://a.example }\n",
      "authority: { name: http://, url: https://a.example }\n",
    ],
  ] as const)("in a %s: %j", (kind, text, mended) => {
    expect(mend(kind, text)).toBe(mended);
  });

  test("the address of a site itself is not changed", () => {
    expect(judge("site", "name: http://a\nurl: http://a.example\n", mendingRules)).toEqual([]);
  });

  test("an address with a port is reported and left to a person", () => {
    const text = "name: A\noptOut: http://a.example:8080/\ncookies: []\n";
    expect(judge("provider", text, mendingRules)).toHaveLength(1);
    expect(mend("provider", text)).toBe(text);
  });
});
