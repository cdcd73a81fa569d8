import { expect, test } from "vitest";
import { fingerprint, isOfficialName } from "../../src/registry/languages/texts.ts";
import { statusRows } from "../../src/translate/compare.ts";
import type { Wording } from "../../src/translate/wording.ts";
import { packaged, projectWith, wordingOf } from "./languages.ts";

const terms = "content/fr/terms.yaml";
const packagedFrench = projectWith("fr");

/** How many texts a language has; `isRequired` counts no official names, which a language may lack. */
const textCount = (wording: Wording, isRequired = false): number =>
  wording.terms.filter(({ path }) => !isRequired || !isOfficialName(path)).length +
  wording.passages.length;

test("each text is translated, stale or missing", () => {
  const project = projectWith("fr", {
    [terms]: packaged("fr/terms.yaml")
      .replace(/^ {2}nobody: .*\n/m, "")
      .replace("pending", "done"),
    "content/fr/translated-from.yaml": `terms/title: "${fingerprint("Former")}"\n`,
  });
  const english = wordingOf(project, "en");
  const [all, required] = [textCount(wordingOf(packagedFrench, "fr")), textCount(english, true)];
  expect(statusRows(english, [wordingOf(project, "fr"), wordingOf(project, "th")])).toEqual([
    ["language", "texts", "translated", "stale", "missing", "review"],
    ["fr", `${all}`, `${all - 2}`, "1", "1", "done"],
    ["th", `${required}`, "0", "0", `${required}`, "pending"],
  ]);
});

test("prose that is divided otherwise counts as missing", () => {
  const prose = `${packaged("fr/policy.md")}\n### Plus\n`;
  const project = projectWith("fr", { "content/fr/policy.md": prose });
  const english = wordingOf(project, "en");
  const french = wordingOf(project, "fr");
  const [, row] = statusRows(english, [french]);
  expect(row?.slice(2, 5)).toEqual([`${french.terms.length}`, "0", `${english.passages.length}`]);
});
