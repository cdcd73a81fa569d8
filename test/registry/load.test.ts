import { expect, test } from "vitest";
import { loadRegistry } from "../../src/registry/load.ts";
import { openProject } from "../../src/registry/project.ts";
import { loaderRules } from "../../src/vocabulary/loader-rules.ts";
import { renderText } from "../../src/report/text.ts";
import { checkout } from "../checkout.ts";
import { fixture, problemsOf } from "../project.ts";

const ofHostileFiles = [
  "control-character",
  "file-too-large",
  "invalid-utf8",
  "invisible-character",
  "paragraph-too-long",
  "unreadable-file",
];

test("a correct project has no problems, and all its entries", () => {
  const { registry, diagnostics } = loadRegistry(openProject(fixture("small")));
  expect(diagnostics).toEqual([]);
  expect([...registry.sites.keys()]).toEqual(["library"]);
  expect([...registry.languages.keys()]).toEqual(["en", "fr"]);
  expect(registry.providers.get("library")?.value.cookies.map(({ name }) => name)).toEqual([
    "reader",
    "visits",
  ]);
});

test("the project's own registry has no problems", () => {
  expect(checkout.diagnostics).toEqual([]);
});

test("every problem of every file is reported in one run, at its token", async () => {
  const report = renderText(problemsOf(fixture("broken")));
  // How many there are of each kind is the catalogue's affair.
  const counted = report.replaceAll(/expected one of \d+/g, "expected one of many");
  await expect(counted).toMatchFileSnapshot("../fixtures/broken.txt");
});

test("the broken project breaks every rule that a text file can break", () => {
  const rules = new Set<string>(problemsOf(fixture("broken")).map(({ rule }) => rule));
  const unbroken = Object.keys(loaderRules).filter((rule) => !rules.has(rule));
  expect(unbroken.toSorted()).toEqual(ofHostileFiles);
});

test("every place lies inside its line", () => {
  for (const { location, excerpt } of problemsOf(fixture("broken"))) {
    expect(location.column).toBeGreaterThanOrEqual(1);
    expect(location.column).toBeLessThanOrEqual(excerpt.length + 1);
  }
});
