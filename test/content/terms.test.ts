import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { lint } from "../../src/lint/lint.ts";
import { lintRules } from "../../src/lint/rules.ts";
import { isOfficialName } from "../../src/registry/languages/texts.ts";
import { packageFolder } from "../../src/registry/project.ts";
import { flatten, loadShop, tags } from "./languages.ts";

const registry = loadShop();
const loanwords = parse(
  readFileSync(join(import.meta.dirname, "loanwords.yaml"), "utf8"),
) as Record<string, string[]>;

const termsOf = (tag: string) =>
  new Map(
    flatten(registry.languages.get(tag)!.terms.value).filter(
      ([path]) => !/^(author|review|locale|units|dates|list|countries|locationSets)\b/.test(path),
    ),
  );

const english = termsOf("en");
const isOfficial = (path: string) => isOfficialName(path.split("."));
/** Names of states, and of an office that has no other. */
const foreignNames = new Set(["jurisdictions.US", "authorities.cai"]);
const others = tags.filter((tag) => tag !== "en");
const wordsIn = (text: string) => text.toLowerCase().match(/\p{L}+/gu) ?? [];
const placeholdersIn = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
const isWordless = (text: string) => wordsIn(text.replaceAll(/\{\w+\}/g, "")).length === 0;

const scripts = ["Latin", "Greek", "Cyrillic", "Arabic", "Hebrew", "Hangul", "Han"].map(
  (script) => new RegExp(`\\p{Script=${script}}`, "u"),
);
/** These write foreign names without a space before what follows. */
const joinsWords = new Set(["ja", "ko", "zh-Hans"]);

test("there are words in 38 languages, the 24 of the European Union among them", () => {
  const union = "bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv".split(
    " ",
  );
  expect(tags).toHaveLength(38);
  expect(union.filter((tag) => !tags.includes(tag))).toEqual([]);
});

const proseOf = (tag: string) =>
  readFileSync(join(packageFolder, "content", tag, "policy.md"), "utf8");

test("no rule warns of the words, in any language", () => {
  const warnings = lint(registry, { rules: lintRules, today: "2026-11-28" }).filter(
    ({ location, severity }) => location.file.includes("/content/") && severity !== "note",
  );
  expect(warnings.map(({ location, message }) => [location.file, message])).toEqual([]);
});

describe.each(tags)("the words of %s", (tag) => {
  test("put no full stop after a name, which may end with one itself", () => {
    const ends = /\{\{ *site(?:\.\w+)?\.name *\}\}(?:\]\([^)]*\))?[.。।]/;
    expect(proseOf(tag)).not.toMatch(ends);
    const { patterns } = registry.languages.get(tag)!.terms.value;
    expect(Object.values(patterns).filter((text) => /\}[.。।]/.test(text))).toEqual([]);
  });
});

describe.each(others)("the terms of %s", (tag) => {
  const terms = termsOf(tag);

  test("are those of English but for names that are official in other languages, and say something", () => {
    const required = [...english.keys()].filter((path) => !isOfficial(path));
    expect([...terms.keys()].filter((path) => !isOfficial(path)).toSorted()).toEqual(
      required.toSorted(),
    );
    expect([...terms.keys()].filter((path) => !english.has(path))).toEqual([]);
    expect(terms.has("laws.gdpr")).toBe(true);
    expect([...terms].filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  test("differ from the English ones but for loanwords", () => {
    const same = [...terms].filter(
      ([path, text]) => text === english.get(path) && !isWordless(text),
    );
    expect(same.map(([path]) => path).toSorted()).toEqual((loanwords[tag] ?? []).toSorted());
  });

  test("end as the English ones do, and hold the same placeholders", () => {
    const shapeOf = (text: string) =>
      [/[.。।]$/.test(text) ? "." : "", ...placeholdersIn(text)].join(" ");
    const otherwise = [...terms].filter(
      ([path, text]) => shapeOf(text) !== shapeOf(english.get(path)!),
    );
    expect(otherwise).toEqual([]);
  });

  test("mix no scripts within a word, and keep no three English words in a row", () => {
    const isMixed = (word: string) => scripts.filter((script) => script.test(word)).length > 1;
    const mixed = [...terms].flatMap(([, text]) =>
      joinsWords.has(tag) ? [] : (text.match(/[\p{L}\p{M}]+/gu) ?? []).filter(isMixed),
    );
    expect(mixed).toEqual([]);
    const kept = [...terms].flatMap(([path, text]) => {
      const source = ` ${wordsIn(english.get(path)!).join(" ")} `;
      const own = wordsIn(text);
      const inRow = own.filter(
        (_, at) => own.length > at + 2 && source.includes(` ${own.slice(at, at + 3).join(" ")} `),
      );
      return inRow.length > 0 && !foreignNames.has(path) ? [[path, inRow]] : [];
    });
    expect(kept).toEqual([]);
  });

  test("say who wrote them, and whether a native reviewer has read them", () => {
    const { author, review } = registry.languages.get(tag)!.terms.value;
    expect(author).not.toBe("");
    expect(["done", "pending"]).toContain(review);
  });
});

describe.each(others)("the prose of %s", (tag) => {
  const structure = (language: string) =>
    proseOf(language)
      .split("\n")
      .flatMap((line) =>
        line.startsWith(":::")
          ? [line.trim()]
          : /^#{2,3} /.exec(line)
            ? [line.replace(/^(#+).*?(\{#.*\})?$/, "$1$2")]
            : [],
      );

  test("has the headings, anchors and passages of the English one, in its order", () => {
    expect(structure(tag)).toEqual(structure("en"));
  });

  test("has its placeholders and links", () => {
    const uses = (language: string) =>
      (proseOf(language).match(/\]\([^)]*\)|\{\{[^}]*\}\}/g) ?? [])
        .map((use) => use.replaceAll(" ", ""))
        .toSorted();
    expect(uses(tag)).toEqual(uses("en"));
  });
});
