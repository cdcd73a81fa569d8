import { describe, expect, test } from "vitest";
import { placesOf, problemsOf, writeProject } from "../../project.ts";

const pack = `readUpTo: 2026-01-01
languages: [fr]
laws:
  - id: new-law
    source: text
consent:
  necessary: { asks: none, source: text }
  preferences: { asks: notice, source: text }
  statistics: { asks: notice, source: text }
  marketing: { asks: opt-out, source: text }
complaints:
  - { to: authority, authority: new-authority, source: text }
sources:
  text: { document: A law, kind: law, date: 2026-01-01, url: "https://law.example", certainty: A }
`;

const project = (site: string, files: Readonly<Record<string, string>> = {}) =>
  problemsOf(
    writeProject({
      "data/jurisdictions/XX.yaml": pack,
      "data/sites/site.yaml": `name: Site\nurl: https://site.example\nproviders: [wordpress]\n${site}`,
      ...files,
    }),
  );

const named = "laws: { new-law: X }\nauthorities: { new-authority: Y }\n";

describe("a site where a law holds that has no name", () => {
  const site = "languages: [de]\njurisdictions: [EU, XX]\n";

  test("is told so at the place, of the law and of the authority", () => {
    const found = project(site);
    expect(placesOf(found)).toEqual(Array(2).fill("data/sites/site.yaml:5:21 missing-term"));
    expect(found.map(({ message }) => message)).toEqual([
      'missing term "new-law" in "laws", the law of "XX", expected its name in one of "de", "fr", "en"',
      'missing term "new-authority" in "authorities", an authority of "XX", expected its name in one of "de", "fr", "en"',
    ]);
  });

  test.each(["de", "fr", "en"])("may have it in %s", (tag) => {
    expect(project(site, { [`content/${tag}/terms.yaml`]: named })).toEqual([]);
  });

  test("may have it in the language that it falls back to, and in no other", () => {
    const words = { "content/it/terms.yaml": named };
    expect(project(`fallback: it\n${site}`, words)).toEqual([]);
    expect(project(site, words)).toHaveLength(2);
  });
});

describe("a passage on a law", () => {
  const on = (law: string, files: Readonly<Record<string, string>> = {}) =>
    project("languages: [de]\njurisdictions: [EU]\n", {
      "content/de/sites/site.md": `Hallo.\n\n::: if law.${law}\n\nA\n\n:::\n`,
      ...files,
    });

  test("that has no name is an error, with the one that is meant", () => {
    const [found, ...others] = on("gdrp");
    expect(placesOf([found!])).toEqual(["content/de/sites/site.md:3:1 unknown-passage"]);
    expect(found?.hint).toBe('did you mean "law.gdpr"');
    expect(others).toEqual([]);
  });

  test("is right for a law that does not hold there, and for one of the project's own", () => {
    expect(on("uk-gdpr")).toEqual([]);
    expect(on("new-law", { "content/de/terms.yaml": named })).toEqual([]);
  });
});

test.each([
  ["GB", "UK"],
  ["uk", "UK"],
  ["France", "FR"],
  ["California", "US-CA"],
  ["QC", "CA-QC"],
  ["EEA", "EU"],
  ["EL", "GR"],
  ["us-ca", "US-CA"],
  ["south africa", "ZA"],
])("for the jurisdiction %s is meant %s", (written, meant) => {
  const [found, ...others] = project(`languages: [de]\njurisdictions: [${written}]\n`);
  expect(others).toEqual([]);
  expect(found?.hint).toBe(`did you mean "${meant}"`);
});

test("a country of which no law is known is none", () => {
  expect(project("languages: [de]\njurisdictions: [ZA]\n")).toEqual([]);
});
