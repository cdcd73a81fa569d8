import { expect, test } from "vitest";
import { loadRegistry } from "../../src/registry/load.ts";
import { openProject } from "../../src/registry/project.ts";
import { writeProject } from "../project.ts";

const pack = (id: string) => `readUpTo: "2025"
countries: [${id}]
languages: [en]
laws:
  - id: far-act
    source: act
consent:
  necessary: { asks: none, source: act }
  preferences: { asks: opt-out, source: act }
  statistics: { asks: opt-out, source: act }
  marketing: { asks: opt-in, source: act }
sources:
  act: { document: Far Act, kind: law, date: "2013", url: https://law.example, certainty: B }
`;

const site = (keys: string) =>
  `name: A\nurl: https://a.example\n${keys}languages: [en, fr]\nproviders: [p]\n`;

/** What the loader says of a site and the laws that its project brings. */
function load(keys: string, files: Readonly<Record<string, string>> = {}) {
  const project = writeProject({
    "data/providers/p.yaml": "name: P\ncookies: []\n",
    "data/sites/a.yaml": site(keys),
    ...files,
  });
  return loadRegistry(openProject(project)).diagnostics.map(
    ({ location: { file, line }, rule, message, hint }) =>
      `${file}:${line} ${rule} ${/"[^"]+"/.exec(message)?.[0]}${hint ? `: ${hint}` : ""}`,
  );
}

const far = { "data/jurisdictions/ZA.yaml": pack("ZA") };

test("a law that no language of the page, of the place or English has a name for stops the site", () => {
  expect(load("jurisdictions: [ZA]\n", far)).toEqual([
    'data/sites/a.yaml:3 missing-term "laws.far-act": write it into "content/en/terms.yaml"',
  ]);
});

test("its English name is enough", () => {
  const words = { "content/en/terms.yaml": "laws:\n  far-act: Far Act\n" };
  expect(load("jurisdictions: [ZA]\n", { ...far, ...words })).toEqual([]);
});

test("a part of a country has a name in every language of the site", () => {
  const files = {
    "data/jurisdictions/ZA-WC.yaml": pack("ZA").replace("countries: [ZA]\n", ""),
    "content/en/terms.yaml": "laws:\n  far-act: Far Act\njurisdictions:\n  ZA-WC: Western Cape\n",
  };
  expect(load("jurisdictions: [ZA-WC]\n", files)).toEqual([
    'data/sites/a.yaml:3 missing-term "jurisdictions.ZA-WC": write it into "content/en/terms.yaml" and that of every other language of the site',
  ]);
});

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

test("a law without sources, one that extends itself, and one of an unknown parent are reported", () => {
  const noSources = pack("ZA").replace(/sources:[^]*/, "");
  expect(load("", { "data/jurisdictions/ZA.yaml": noSources })).toEqual([
    'data/jurisdictions/ZA.yaml:1 missing-key "sources"',
  ]);
  const extending = (parent: string) => `extends: ${parent}\nreadUpTo: "2025"\n`;
  expect(load("", { "data/jurisdictions/ZA.yaml": extending("ZA") })[0]).toContain("extends-cycle");
  expect(load("", { "data/jurisdictions/ZA.yaml": extending("GB") })).toEqual([
    'data/jurisdictions/ZA.yaml:1 unknown-jurisdiction "GB": did you mean "UK"',
  ]);
});
