import { expect, test } from "vitest";
import { placeOfFile } from "../../src/source/text-file.ts";
import { checkLanguage } from "../../src/translate/compare.ts";

const known = ["de", "fr", "nb", "pt", "pt-BR", "zh-Hans"];

const check = (file: string, tag: string, exportedTag?: string) => {
  const place = placeOfFile(file);
  const po = { tag, exportedTag, translator: "", entries: [], place };
  return checkLanguage(po, known).map(({ message }) => message);
};
const wrong = (tag: string, expected: string) => [
  `header "Language" is "${tag}", expected ${expected}`,
];

test.each([
  ["fr.po", "fr"],
  ["fr_FR.po", "fr"],
  ["website-fr.po", "fr"],
  ["translated.po", "pt-BR"],
  ["pt_BR.po", "pt-BR"],
  ["th.po", "th"],
])("%s may be %s", (file, tag) => {
  expect(check(file, tag)).toEqual([]);
});

test.each([
  ["fr_FR.po", "fr-FR", '"fr"'],
  ["website-fr.po", "fr-FR", '"fr"'],
  ["a.po", "pt-PT", '"pt"'],
  ["a.po", "no", '"nb"'],
  ["a.po", "zh-CN", '"zh-Hans"'],
  ["website-de.po", "fr", '"de"'],
  ["de.po", "th", '"de"'],
  ["en.po", "en", "another language"],
])("%s is not %s", (file, tag, expected) => {
  expect(check(file, tag)).toEqual(wrong(tag, expected));
});

test("a language beside one that is alike is one that was exported", () => {
  expect(check("fr-CA.po", "fr-CA", "fr-CA")).toEqual([]);
  expect(check("fr-CA.po", "fr-CA", "fr")).toEqual(wrong("fr-CA", '"fr"'));
  expect(check("fr_FR.po", "fr-FR", "fr_FR")).toEqual(wrong("fr-FR", '"fr"'));
});
