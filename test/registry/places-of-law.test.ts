import { expect, test } from "vitest";
import { loadRegistry } from "../../src/registry/load.ts";
import { openProject } from "../../src/registry/project.ts";
import { writeProject } from "../project.ts";

/** What the loader says of a site with these keys, and of the jurisdictions that its project brings. */
function load(keys: string, files: Readonly<Record<string, string>> = {}) {
  const project = writeProject({
    "data/providers/p.yaml": "name: P\ncookies: []\n",
    "data/sites/a.yaml": `name: A\nurl: https://a.example\n${keys}languages: [en, fr]\nproviders: [p]\n`,
    ...files,
  });
  return loadRegistry(openProject(project)).diagnostics.map(
    ({ location: { file, line }, rule, message, hint }) =>
      `${file}:${line} ${rule} ${/"[^"]+"/.exec(message)?.[0]}${hint ? `: ${hint}` : ""}`,
  );
}

test.each([
  ["GB", "UK"],
  ["EL", "GR"],
  ["CA-ON", "CA"],
  ["GB-SCT", "UK"],
  ["US-TX", "US"],
])("%s means %s", (written, meant) => {
  expect(load(`jurisdictions: [${written}]\n`)).toEqual([
    `data/sites/a.yaml:3 unknown-jurisdiction "${written}": did you mean "${meant}"`,
  ]);
});

test("a state whose law is not known is like no other", () => {
  expect(load("jurisdictions: [US-FL]\n")).toEqual([
    'data/sites/a.yaml:3 unknown-jurisdiction "US-FL"',
  ]);
});

test.each([
  ["EEA", "EU"],
  ["USA", "US"],
  ["us-ca", "US-CA"],
  ["California", "US-CA"],
])("%s, which is no code of a jurisdiction, means %s", (written, meant) => {
  expect(load(`jurisdictions: [${written}]\n`)).toEqual([
    `data/sites/a.yaml:3 bad-jurisdiction "${written}": did you mean "${meant}"`,
  ]);
});

test.each(["representative: { GB: { name: A } }", "consent: { GB: opt-in }"])(
  "a key that is no jurisdiction is reported: %s",
  (keys) => {
    expect(load(`jurisdictions: [UK]\n${keys}\n`)).toEqual([
      'data/sites/a.yaml:4 unknown-jurisdiction "GB": did you mean "UK"',
    ]);
  },
);

test("a law that extends itself, and one of an unknown parent, are reported", () => {
  const extending = (parent: string) => `extends: ${parent}\nreadUpTo: "2025"\n`;
  expect(load("", { "data/jurisdictions/ZA.yaml": extending("ZA") })[0]).toContain("extends-cycle");
  expect(load("", { "data/jurisdictions/ZA.yaml": extending("GB") })).toEqual([
    'data/jurisdictions/ZA.yaml:1 unknown-jurisdiction "GB": did you mean "UK"',
  ]);
});
