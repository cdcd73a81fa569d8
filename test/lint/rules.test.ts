import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { packs } from "../../src/lint/jurisdictions.ts";
import { lintRules } from "../../src/lint/rules.ts";
import { loaderRules } from "../../src/vocabulary/loader-rules.ts";
import { renderText } from "../../src/report/text.ts";

import { base, lintExample } from "./example.ts";
import { root } from "../project.ts";

const ids = lintRules.map(({ id }) => id);

test("the list holds every file of the folder, in alphabetical order", () => {
  const files = readdirSync(join(root, "src/lint/rules")).map((name) => name.replace(/\.ts$/, ""));
  expect(ids).toEqual(files.toSorted());
});

test("no rule has the id of one of the loader's", () => {
  expect(ids.filter((id) => Object.hasOwn(loaderRules, id))).toEqual([]);
});

test.each(packs.map(({ id }) => id))(
  "the project of the examples is right in %s",
  (jurisdiction) => {
    expect(lintExample(base, { jurisdictions: [jurisdiction] })).toEqual([]);
  },
);

describe.each(lintRules)("$id", (rule) => {
  test("accepts the good example", () => {
    expect(renderText(lintExample(rule.good, rule))).toBe("");
  });

  test("reports the bad example", async () => {
    const found = lintExample(rule.bad, rule).filter((diagnostic) => diagnostic.rule === rule.id);
    expect(found.length).toBeGreaterThan(0);
    await expect(renderText(found)).toMatchFileSnapshot(`rules/${rule.id}.txt`);
  });

  test("applies only where a pack stands for its jurisdiction", () => {
    const known = new Set(packs.map(({ id }) => id));
    expect(rule.jurisdictions?.filter((id) => !known.has(id)) ?? []).toEqual([]);
  });

  test("is no more than a warning where the clock decides", () => {
    expect(rule.dependsOnToday && rule.severity === "error").not.toBe(true);
  });
});
