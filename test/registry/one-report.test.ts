import { expect, test } from "vitest";
import { lint } from "../../src/lint/lint.ts";
import { lintRules } from "../../src/lint/rules.ts";
import { loadRegistry } from "../../src/registry/load.ts";
import { openProject } from "../../src/registry/project.ts";
import { placesOf, problemsOf, writeProject, type Files } from "../project.ts";

const sound = {
  "data/sites/example.yaml":
    "name: Example\nurl: https://example.example\nlanguages: [en]\nproviders: [example]\n",
  "data/providers/example.yaml":
    'name: Example\nrecipients: []\ncookies:\n  - name: "sid"\n    function: authentication\n    purposes: [check-identity]\n    duration: session\n',
};

const inExample = (from: string, to: string): Files => ({
  "data/providers/example.yaml": sound["data/providers/example.yaml"].replace(from, to),
});

const inSite = (from: string, to: string): Files => ({
  "data/sites/example.yaml": sound["data/sites/example.yaml"].replace(from, to),
});

const problems = (files: Files) => placesOf(problemsOf(writeProject({ ...sound, ...files })));

test.each([
  [
    "consent: { statistics: implied, marketing: yes }",
    ["3:24 unknown-value", "3:44 unknown-value: YAML reads yes as a text, and this key asks which"],
  ],
  [
    "consent: { EU: { marketing: No } }",
    ["3:29 unknown-value: YAML reads No as a text, and this key asks which"],
  ],
  ["consent: true", ["3:10 unknown-value: this key asks which"]],
  ["consent: { EU: [opt-in] }", ["3:12 wrong-type"]],
  ["consent: { EU: { sales: opt-in } }", ["3:18 unknown-key"]],
  ["sold: yes", ["3:7 wrong-type: YAML reads yes as a text, write true"]],
  ["shared: { marketing: off }", ["3:22 wrong-type: YAML reads off as a text, write false"]],
  ["sold: maybe", ["3:7 wrong-type"]],
])("a fault within a value of several shapes is reported where it is: %s", (line, expected) => {
  const project = writeProject({ ...sound, ...inSite("languages", `${line}\nlanguages`) });
  const found = problemsOf(project).map(({ location, rule, hint }) => {
    const { line: at, column } = location;
    return `${at}:${column} ${rule}${hint ? `: ${hint.replace(", not whether", "")}` : ""}`;
  });
  expect(found).toEqual(expected);
});

test.each<[string, Files, string]>([
  [
    "a term that stands twice",
    { "content/en/terms.yaml": "title: A\ntitle: B\n" },
    "content/en/terms.yaml:2:1 duplicate-key",
  ],
  [
    "a function that stands twice",
    { "data/functions.yaml": "mine: {}\nmine: {}\n" },
    "data/functions.yaml:2:1 duplicate-key",
  ],
  [
    "a purpose that is no id",
    inExample("[check-identity]", "[Check Identity]"),
    "data/providers/example.yaml:6:16 bad-id",
  ],
  [
    "a recipient that is cut at a comma",
    inExample("[]", "[Stripe, Inc.]"),
    "data/providers/example.yaml:2:22 split-name",
  ],
  [
    "a line of an address that is cut at a comma",
    inSite("languages", "controller: { name: A, address: [Acme, GmbH & Co. KG, X 1] }\nlanguages"),
    "data/sites/example.yaml:3:40 split-name",
  ],
  [
    "a key that is spelled wrongly",
    inExample("purposes:", "purpose:"),
    "data/providers/example.yaml:6:5 unknown-key",
  ],
  [
    "a language in capitals",
    inSite("[en]", "[en, DE]"),
    "data/sites/example.yaml:3:17 bad-language",
  ],
])("%s is reported once", (_, files, expected) => {
  expect(problems(files)).toEqual([expected]);
});

test("a term that only the package lacks is missing in a file of the project", () => {
  const found = problemsOf(
    writeProject({ ...sound, ...inSite("[en]", "[ar]"), "data/functions.yaml": "mine: {}\n" }),
  );
  expect(placesOf(found)).toEqual(["content/ar/terms.yaml:1:1 missing-term"]);
  expect(found[0]!.hint).toBe('write it into "content/ar/terms.yaml"');
});

const lintOf = (files: Files) => {
  const { registry } = loadRegistry(openProject(writeProject({ ...sound, ...files })));
  return lint(registry, { rules: lintRules, jurisdictions: ["EU"] });
};

test("what the package says of a provider or in a language is no finding in a project", () => {
  const found = lintOf(inSite("providers: [example]", "providers: [example, opendatasoft]"));
  const files = new Set(found.map(({ location }) => location.file));
  expect([...files]).toEqual(["data/sites/example.yaml"]);
});

test("what a provider lacks for all of its cookies is said once", () => {
  const cookie = (name: string) =>
    `  - name: "${name}"\n    function: authentication\n    purposes: [check-identity]\n    duration: session\n`;
  const found = lintOf({
    "data/providers/example.yaml": `name: Example\ncookies:\n${cookie("a")}${cookie("b")}`,
  });
  const missing = found.filter(({ rule }) => rule === "recipients-missing");
  expect(placesOf(missing)).toEqual(["data/providers/example.yaml:1:1 recipients-missing"]);
});
