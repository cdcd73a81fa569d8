import { expect, test } from "vitest";
import { lintExample } from "./example.ts";

/** What is said too vaguely in the introduction of a site in a language, each with its place. */
const said = (text: string, language = "en", list = "") =>
  lintExample(
    {
      "data/sites/example.yaml": `name: Example\nurl: https://example.example\nlanguages: [${language}]\nproviders: [example]\n`,
      [`content/${language}/sites/example.md`]: text,
      ...(list ? { [`content/${language}/vague.yaml`]: list } : {}),
    },
    { jurisdictions: ["EU"] },
  )
    .filter(({ rule }) => rule === "purpose-vague" || rule === "prose-vague-recipients")
    .map(({ location: { line, column, end } }) => `${line}:${column}-${end.line}:${end.column}`);

test("a phrase is found whatever its capitals, spaces and line breaks", () => {
  expect(said("Cookies\n\nImprove our\nservices. IMPROVE  OUR SERVICES.")).toEqual([
    "3:1-4:9",
    "4:11-4:32",
  ]);
});

test("a phrase is found with either apostrophe, and with a no-break space", () => {
  expect(said("Améliorer l'expérience\u00a0utilisateur.", "fr")).toEqual(["1:1-1:35"]);
});

test("a phrase within longer words is not found", () => {
  const list = "purposes: [serve you]\nrecipients: [our partners]\n";
  expect(
    said("They preserve you. We serve your choices. Hour partners, our partnership.", "en", list),
  ).toEqual([]);
  expect(said("To serve you. Our partners’ cookies.", "en", list)).toEqual([
    "1:4-1:13",
    "1:15-1:27",
  ]);
});

test("a single word is in place in prose, though not as a recipient", () => {
  expect(said("Some share the data with others. Partners. Third-party cookies.")).toEqual([]);
  expect(said("Un cookie tiers. D’autres destinataires.", "fr")).toEqual([]);
});

test("a language without spaces between words has phrases as well", () => {
  expect(said("我们与合作伙伴共享数据。", "zh-Hans")).toEqual(["1:4-1:8"]);
});

test("a phrase that looks like a regular expression is only a phrase", () => {
  const list = 'purposes: ["a.c (etc.)"]\nrecipients: []\n';
  expect(said("abc (etc.) a.c (etc.)", "en", list)).toEqual(["1:12-1:22"]);
});

test("a language that lists no phrase finds none", () => {
  expect(
    said("Our partners improve your experience.", "en", "purposes: []\nrecipients: []\n"),
  ).toEqual([]);
});
