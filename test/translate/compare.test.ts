import { expect, test } from "vitest";
import { fingerprint } from "../../src/registry/languages/texts.ts";
import { statusRows } from "../../src/translate/compare.ts";
import { packaged, projectWith, wordingOf } from "./languages.ts";

const terms = "content/fr/terms.yaml";

test("each text is translated, stale or missing", () => {
  const project = projectWith("fr", {
    [terms]: packaged("fr/terms.yaml")
      .replace(/^ {2}nobody: .*\n/m, "")
      .replace("pending", "done"),
    "content/fr/translated-from.yaml": `terms/title: "${fingerprint("Former")}"\n`,
  });
  const english = wordingOf(project, "en");
  const all = english.terms.length + english.passages.length;
  expect(statusRows(english, [wordingOf(project, "fr"), wordingOf(project, "th")])).toEqual([
    ["language", "texts", "translated", "stale", "missing", "review"],
    ["fr", `${all}`, `${all - 2}`, "1", "1", "done"],
    ["th", `${all}`, "0", "0", `${all}`, "pending"],
  ]);
});

test("prose that is divided otherwise counts as missing", () => {
  const prose = `${packaged("fr/policy.md")}\n### Plus\n`;
  const project = projectWith("fr", { "content/fr/policy.md": prose });
  const english = wordingOf(project, "en");
  const [, row] = statusRows(english, [wordingOf(project, "fr")]);
  expect(row?.slice(2, 5)).toEqual([`${english.terms.length}`, "0", `${english.passages.length}`]);
});
