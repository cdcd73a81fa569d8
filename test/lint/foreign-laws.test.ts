import { expect, test } from "vitest";
import { exampleSite } from "../../src/lint/examples/example.ts";
import { lintExample } from "./example.ts";

/** The laws that an introduction names and that are none of the site's. */
const foreign = (text: string, jurisdictions: string, language = "en") =>
  lintExample({
    ...exampleSite({ jurisdictions, languages: `[${language}]` }),
    [`content/${language}/sites/example.md`]: text,
  })
    .filter(({ rule }) => rule === "prose-foreign-law")
    .map(({ message }) => /"(?<law>[^"]+)"/.exec(message)?.groups?.["law"]);

test("a law is known by its whole name, without its year, and by its abbreviation", () => {
  const text =
    "The General Data Protection Regulation, the California Consumer Privacy Act and the LGPD.\n";
  expect(foreign(text, "[CH]")).toEqual([
    "General Data Protection Regulation",
    "California Consumer Privacy Act",
    "LGPD",
  ]);
});

test("a law is known by the name of the page's language", () => {
  expect(foreign("Die Datenschutz-Grundverordnung gilt.\n", "[CH]", "de")).toHaveLength(1);
  expect(foreign("Le RGPD s’applique.\n", "[CA-QC]", "fr")).toEqual(["RGPD"]);
});

test("the law of any place of the site is its own, that of a union in its members too", () => {
  expect(foreign("The GDPR and the CCPA.\n", "[FR, US-CA]")).toEqual([]);
  expect(foreign("The UK GDPR.\n", "[UK]")).toEqual([]);
  expect(foreign("The GDPR, and the UK GDPR.\n", "[UK]")).toEqual(["GDPR"]);
});

test("a site outside every place that is known has no law to name", () => {
  expect(foreign("The GDPR protects you.\n", "[]")).toEqual(["GDPR"]);
  expect(foreign("The GDPR protects you.\n", "[ZA]")).toEqual(["GDPR"]);
});

test("what shows only under a law is left out", () => {
  const passage = (word: string) => `Hello.\n\n::: ${word} law.gdpr\n\nThe GDPR.\n\n:::\n`;
  expect(foreign(passage("if"), "[CH]")).toEqual([]);
  expect(foreign(`${passage("if")}\nThe GDPR.\n`, "[CH]")).toEqual(["GDPR"]);
});

test("a common word that is the name of a law elsewhere is no foreign law", () => {
  expect(foreign("Es gilt das Datenschutzgesetz (DSG).\n", "[AT]", "de")).toEqual([]);
});
