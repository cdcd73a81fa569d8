import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { lintRules } from "../../src/lint/rules.ts";
import { loaderRules } from "../../src/vocabulary/loader-rules.ts";
import { renderText } from "../../src/report/text.ts";
import { root } from "../project.ts";
import { lintExampleOf, lintIn, loadExample } from "./example.ts";
import { checkout } from "../checkout.ts";

const { jurisdictions } = checkout.registry;

const ofExamples = loadExample({});

/** What only some places ask of a page, besides what the project of the examples says. */
const askedThere: ReadonlySet<string> = new Set([
  "law-language-missing",
  "person-in-charge-missing",
]);

const ids = lintRules.map(({ id }) => id);

test("the list holds every file of the folder, in alphabetical order", () => {
  const files = readdirSync(join(root, "src/lint/rules")).map((name) => name.replace(/\.ts$/, ""));
  expect(ids).toEqual(files.toSorted());
});

test("no rule has the id of one of the loader's", () => {
  expect(ids.filter((id) => Object.hasOwn(loaderRules, id))).toEqual([]);
});

test.each([...jurisdictions.ids])("the project of the examples is right in %s", (jurisdiction) => {
  const found = lintIn(ofExamples, [jurisdiction]);
  expect(renderText(found.filter(({ rule }) => !askedThere.has(rule)))).toBe("");
});

describe.each(lintRules)("$id", (rule) => {
  test("accepts the good example", () => {
    expect(renderText(lintExampleOf(rule, rule.good))).toBe("");
  });

  test("reports the bad example", async () => {
    const found = lintExampleOf(rule, rule.bad).filter((diagnostic) => diagnostic.rule === rule.id);
    expect(found.length).toBeGreaterThan(0);
    await expect(renderText(found)).toMatchFileSnapshot(`rules/${rule.id}.txt`);
  });

  test("holds in some place, and has examples from there", () => {
    if (!rule.law) return;
    const law = jurisdictions.get(rule.exampleIn ?? "EU")!.value;
    expect(rule.law.cites(law)).not.toEqual([]);
  });

  test("is no more than a warning where the clock decides", () => {
    expect(rule.dependsOnToday && rule.severity === "error").not.toBe(true);
  });
});
