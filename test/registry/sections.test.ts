import { describe, expect, test } from "vitest";
import { loadRegistry } from "../../src/registry/load.ts";
import { sectionsOf } from "../../src/registry/languages/sections.ts";
import { openProject } from "../../src/registry/project.ts";
import { type Files, placesOf, problemsOf, writeProject } from "../project.ts";

const site = (more: string) => `name: A site
url: https://www.example.org
controller: { name: My organisation, email: privacy@example.org }
languages: [en]
providers: [own]
${more}`;

const sound: Files = {
  "data/providers/own.yaml":
    'name: Own\nrecipients: []\ncookies:\n  - name: "session"\n    function: authentication\n    purposes: [remember-user]\n    duration: session\n',
  "data/sites/group.yaml": `abstract: true\n${site("")}`,
  "data/sites/inner.yaml": "abstract: true\nextends: group\n",
  "data/sites/child.yaml": "extends: inner\n",
  "data/sites/lone.yaml": site(""),
};

const problems = (files: Files) => problemsOf(writeProject({ ...sound, ...files }));
const places = (files: Files) => placesOf(problems(files));

test("a site has of each section the nearest text: its own, those of the sites it extends, that of all", () => {
  const text = "Ours.\n";
  const project = writeProject({
    ...sound,
    "data/sites/other.yaml": "extends: group\n",
    "content/en/policy/access.md": text,
    "content/en/policy/duration.md": text,
    "content/en/policy/controller.md": text,
    "content/en/sites/group/duration.md": text,
    "content/en/sites/group/controller.md": text,
    "content/en/sites/inner/controller.md": text,
    "content/en/sites/child/what-is-a-cookie.md": text,
  });
  const { registry, diagnostics } = loadRegistry(openProject(project));
  expect(diagnostics).toEqual([]);
  const of = (...lineage: string[]) =>
    sectionsOf(registry.languages.get("en")!.sections, lineage)
      .map((one) => one.text.file.replace(/.*content.en./, ""))
      .toSorted();
  expect(of("child", "inner", "group")).toEqual([
    "policy/access.md",
    "sites/child/what-is-a-cookie.md",
    "sites/group/duration.md",
    "sites/inner/controller.md",
  ]);
  expect(of("lone")).toEqual(["policy/access.md", "policy/controller.md", "policy/duration.md"]);
});

describe("what is on no page is reported with the nearest name:", () => {
  test.each([
    ["content/en/policy/acces.md", "content/en/policy/acces.md", 'did you mean "access.md"'],
    ["content/en/policy/access.txt", "content/en/policy/access.txt", 'did you mean "access.md"'],
    ["content/en/polcy/access.md", "content/en/polcy", 'did you mean "policy"'],
    ["content/en/access.md", "content/en/access.md", 'did you mean "content/en/policy/access.md"'],
    [
      "content/en/sites/access.md",
      "content/en/sites/access.md",
      'did you mean "content/en/policy/access.md"',
    ],
    ["content/en/sites/lnoe/access.md", "content/en/sites/lnoe", 'did you mean "lone"'],
    [
      "content/en/sites/lone/acces.md",
      "content/en/sites/lone/acces.md",
      'did you mean "access.md"',
    ],
    ["content/de/policy/access.md", "content/de/policy/access.md", undefined],
    ["content/de/sites/lone/access.md", "content/de/sites/lone/access.md", undefined],
  ])("%s", (path, place, hint) => {
    const found = problems({ [path]: "Ours.\n" });
    expect(placesOf(found)).toEqual([`${place}:1:1 unused-file`]);
    expect(found[0]!.hint).toBe(hint);
  });

  test("a text on a parent that no site extends, and one beside nearer ones everywhere", () => {
    expect(
      places({
        "data/sites/nobodys.yaml": `abstract: true\n${site("")}`,
        "content/en/sites/nobodys/access.md": "Ours.\n",
        "content/en/policy/access.md": "Ours.\n",
        "content/en/sites/group/access.md": "Ours.\n",
        "content/en/sites/lone/access.md": "Ours.\n",
      }),
    ).toEqual([
      "content/en/policy/access.md:1:1 unused-file",
      "content/en/sites/nobodys/access.md:1:1 unused-file",
    ]);
  });
});

test("a text stands in the prose that is shown, which another language may lend", () => {
  const borrowing = {
    "content/nn/terms.yaml": "author: A\nreview: pending\ntitle: Informasjonskapslar\n",
    "data/sites/lone.yaml": site("fallback: en\n").replace("[en]", "[nn]"),
  };
  expect(places({ ...borrowing, "content/en/sites/lone/access.md": "Ours.\n" })).toEqual([]);
  expect(places({ ...borrowing, "content/nn/sites/lone/access.md": "Ours.\n" })).toEqual([
    "content/nn/sites/lone/access.md:1:1 unused-file",
  ]);
});

describe("front matter says where a text stands:", () => {
  const at = "content/en/policy/what-is-a-cookie.md";
  test.each([
    ["---\nreplaces: A cookie is a small\n---\nOurs.\n", []],
    ["---\nafter:\n---\nOurs.\n", []],
    ['---\r\nbefore: Other techniques\r\nenglish: "0123456789abcdef"\r\n---\r\n\r\nOurs.\r\n', []],
    ["---\nafter:\n---\n\nOurs, <br>.\n", [`${at}:5:7 unknown-markup`]],
    ["---\nreplaces: Nothing\n---\nOurs.\n", [`${at}:2:11 unknown-paragraph`]],
    ["---\nreplace: Nothing\n---\nOurs.\n", [`${at}:2:1 unknown-key`]],
    ["---\nbefore:\nafter:\n---\nOurs.\n", [`${at}:2:1 unknown-key`]],
    ["---\nenglish: 12\n---\nOurs.\n", [`${at}:2:10 wrong-type`]],
    ['---\nenglish: "12"\n---\nOurs.\n', [`${at}:2:10 unknown-value`]],
    ["---\nafter: [\n---\nOurs.\n", [`${at}:2:8 invalid-yaml`]],
    ["---\n---\nOurs.\n", []],
    ["---\n- after\n---\nOurs.\n", [`${at}:1:1 wrong-type`]],
    ["---\nafter:\n---\n", [`${at}:1:1 empty-text`]],
    ["", [`${at}:1:1 empty-text`]],
  ])("%j", (text, expected) => {
    expect(places({ [at]: text })).toEqual(expected);
  });
});

test("what several sites show is reported once, and each of their texts together with the others", () => {
  expect(
    places({
      "data/sites/twin.yaml": "extends: inner\n",
      "content/en/sites/group/access.md": "### A {#a}\n\n<br>\n",
      "content/en/sites/child/duration.md": "### A {#a}\n\nOurs.\n",
    }),
  ).toEqual([
    "content/en/sites/child/duration.md:1:1 duplicate-anchor",
    "content/en/sites/group/access.md:3:1 unknown-markup",
  ]);
});
