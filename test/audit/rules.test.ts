import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { auditRules } from "../../src/audit/rules.ts";
import { evidenceRules } from "../../src/importers/evidence-rules.ts";
import { lintRules } from "../../src/lint/rules.ts";
import { loaderRules } from "../../src/vocabulary/loader-rules.ts";
import { renderText } from "../../src/report/text.ts";

import { auditExample } from "./example.ts";
import { root } from "../project.ts";

const ids = auditRules.map(({ id }) => id);

test("the list holds every file of the folder, in alphabetical order", () => {
  const files = readdirSync(join(root, "src/audit/rules")).map((name) => name.replace(/\.ts$/, ""));
  expect(ids).toEqual(files.toSorted());
});

test("no rule has the id of another one, wherever it is run", () => {
  const others = new Set([
    ...Object.keys(loaderRules),
    ...Object.keys(evidenceRules),
    ...lintRules.map(({ id }) => id),
  ]);
  expect(ids.filter((id) => others.has(id))).toEqual([]);
});

describe.each(auditRules)("$id", (rule) => {
  test("accepts the good example", () => {
    expect(renderText(auditExample(rule.good.files, rule.good.seen))).toBe("");
  });

  test("reports the bad example, and nothing else in it", async () => {
    const found = auditExample(rule.bad.files, rule.bad.seen);
    expect(new Set(found.map((one) => one.rule))).toEqual(new Set([rule.id]));
    await expect(renderText(found)).toMatchFileSnapshot(`rules/${rule.id}.txt`);
  });
});
