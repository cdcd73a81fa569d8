import { describe, expect, test } from "vitest";
import { placesOf, problemsOf, writeProject } from "../project.ts";

const site = `name: My site
url: https://www.example.org
controller: { name: My organisation, email: privacy@example.org }
languages: [en]
providers: [my-site]
updated: 2026-11-01
`;

const sound = {
  "data/providers/my-site.yaml":
    'name: My site\nrecipients: []\ncookies:\n  - name: "session"\n    function: authentication\n    purposes: [remember-user]\n    duration: session\n',
  "data/sites/group.yaml": `abstract: true\n${site}`,
  "data/sites/my-site.yaml": site,
};

const found = (path: string, text = "x\n") =>
  problemsOf(writeProject({ ...sound, [path]: text })).map(
    ({ rule, location: { file, line, column }, hint }) =>
      `${file}:${line}:${column} ${rule}: ${hint ?? ""}`,
  );

const keep = "rename it, or keep it outside of data/, content/ and templates/";

describe("what nothing reads is reported with the nearest name", () => {
  test.each([
    ["data/function.yaml", "data/function.yaml", 'did you mean "functions.yaml"'],
    ["data/provider/acme.yaml", "data/provider", 'did you mean "providers"'],
    ["content/notes.md", "content/notes.md", keep],
    ["content/german/policy.md", "content/german", 'did you mean "de"'],
    ["content/Deutsch/policy.md", "content/Deutsch", 'did you mean "de"'],
    ["content/EN/policy.md", "content/EN", 'did you mean "en"'],
    ["content/en/term.yaml", "content/en/term.yaml", 'did you mean "terms.yaml"'],
    ["content/en/site/my-site.md", "content/en/site", 'did you mean "sites"'],
    ["content/en/sites/mysite.md", "content/en/sites/mysite.md", 'did you mean "my-site.md"'],
    ["content/en/sites/my-site.txt", "content/en/sites/my-site.txt", 'did you mean "my-site.md"'],
    ["content/en/sites/group.md", "content/en/sites/group.md", ""],
    ["content/fr/sites/my-site.md", "content/fr/sites/my-site.md", ""],
    ["templates/polcy.njk", "templates/polcy.njk", 'did you mean "policy.njk"'],
    [
      "templates/component/row.njk",
      "templates/component/row.njk",
      'did you mean "components/row.njk"',
    ],
    [
      "templates/components/rows.njk",
      "templates/components/rows.njk",
      'did you mean "components/row.njk"',
    ],
    ["templates/logo.svg", "templates/logo.svg", keep],
  ])("%s", (path, place, hint) => {
    expect(found(path)).toEqual([`${place}:1:1 unused-file: ${hint}`]);
  });
});

test("the text of a section that the project's own policy.md lacks is told of that file", () => {
  const files = {
    ...sound,
    "content/en/policy.md":
      "## Cookies {#cookies}\n\n::: cookies\n:::\n\n## Rights {#rights}\n\n::: rights\n:::\n",
    "content/en/policy/third-countries.md": "x\n",
  };
  const hints = problemsOf(writeProject(files)).flatMap(({ rule, hint }) =>
    rule === "unused-file" ? [hint] : [],
  );
  expect(hints).toEqual([
    "content/en/policy.md of the project takes the place of the package's, and has no heading with this anchor: add one there, or delete the text",
  ]);
});

test("a folder where a template is read is no template", () => {
  const places = (path: string) => placesOf(problemsOf(writeProject({ ...sound, [path]: "x\n" })));
  expect(places("templates/page.css/x.css")).toEqual(["templates/page.css:1:1 unreadable-file"]);
  expect(places("templates/components/row.njk/x")).toEqual([
    "templates/components/row.njk:1:1 unreadable-file",
  ]);
});

test.each([
  ["an introduction", "content/en/sites/my-site.md", ""],
  ["an introduction that is a comment", "content/en/sites/my-site.md", "<!-- x -->\n"],
  ["a template", "templates/page.njk", ""],
])("%s that says nothing is reported", (_, path, text) => {
  expect(found(path, text)).toMatchObject([expect.stringContaining(`${path}:1:1 empty-text: `)]);
});

test.each([
  "README.md",
  "data/README.md",
  "data/providers/README.md",
  "data/sites/readme.txt",
  "content/.gitkeep",
  "content/en/terms.yaml~",
  "content/en/sites/LICENSE",
  "content/en/sites/my-site.md",
  "content/nn/policy.md",
  "templates/.DS_Store",
  "po/fr.po",
])("%s is passed over, or read", (path) => {
  expect(found(path)).toEqual([]);
});

test("a provider that is named like a customary file is read", () => {
  expect(found("data/providers/readme.yaml")).toMatchObject([
    expect.stringContaining("data/providers/readme.yaml:1:1 "),
  ]);
});

test("a template that another one names is read", () => {
  const files = {
    ...sound,
    "templates/policy.njk": '{% include "ours/imprint.njk" %}\n',
    "templates/ours/imprint.njk": "x\n",
  };
  expect(problemsOf(writeProject(files))).toEqual([]);
});
