import { expect, test } from "vitest";
import { placesOf, problemsOf, writeFiles } from "../project.ts";
import { importText, packaged, poText, projectWith, retranslate, wordingOf } from "./languages.ts";

const project = projectWith("en");
const site = {
  "data/sites/town.yaml":
    "name: Town\nurl: https://town.example\nlanguages: [th]\nproviders: [opendatasoft]\n",
};

const empty = poText(project, "th").replace(
  "Translator: ",
  "Translator: Somchai Jai <s@th.example>",
);

/** Every text translated by itself. */
const whole = empty.replaceAll(
  /^msgid ((?:"".*\n)?(?:".+"\n)+)msgstr ""$/gm,
  (_, said: string) => `msgid ${said}msgstr ${said.trimEnd()}`,
);

test("is written once all of it is translated, names its translator, and waits for a review", () => {
  const { imported, diagnostics } = importText(project, whole);
  expect(diagnostics).toEqual([]);
  const now = projectWith("en", { ...Object.fromEntries(imported!.files), ...site });
  expect(wordingOf(now, "th").draft!.data).toMatchObject({
    author: "Somchai Jai",
    review: "pending",
    title: "Cookies policy",
  });
  expect(wordingOf(now, "th").draft!.data).not.toHaveProperty("locale");
  expect(imported!.files.get("content/th/policy.md")).toBe(packaged("en/policy.md"));
  expect(problemsOf(now.folder)).toEqual([]);
});

test("has the layout of the English file, and tells an editor the same", () => {
  const lines = (text: string) => text.split("\n").map((line) => line.replace(/: .*/, ":"));
  const keys = (text: string) => lines(text).filter((line) => /^ *[a-zA-Z].*:$/.test(line));
  const text = importText(project, whole).imported!.files.get("content/th/terms.yaml")!;
  const english = packaged("en/terms.yaml").replace(/^locale: .*\n/m, "");
  expect(keys(text)).toEqual(keys(english));
  expect(text.split("\n").filter((line) => line === "")).toHaveLength(
    english.split("\n").filter((line) => line === "").length,
  );
  expect(text.split("\n")[0]).toBe(english.split("\n")[0]);
});

test("begins with its terms where the prose is not finished; a site may then fall back", () => {
  const half = retranslate(retranslate(whole, "prose/access/2", ""), "terms/labels.nobody", "");
  const { imported, diagnostics } = importText(project, half);
  expect(placesOf(diagnostics)).toEqual(["xx.po:1:1 incomplete-prose"]);
  expect(diagnostics[0]!.severity).toBe("note");
  expect([...imported!.files.keys()]).toEqual([
    "content/th/terms.yaml",
    "content/th/translated-from.yaml",
  ]);
  expect(imported!.files.get("content/th/translated-from.yaml")).not.toContain("prose/");
  const now = projectWith("en", { ...Object.fromEntries(imported!.files), ...site });
  expect(problemsOf(now.folder).map(({ rule }) => rule)).toEqual(["missing-language"]);
  writeFiles(now.folder, {
    "data/sites/town.yaml": `${site["data/sites/town.yaml"]}fallback: en\n`,
  });
  expect(problemsOf(now.folder)).toEqual([]);
});

test("is not begun without a translator's name", () => {
  const { imported, diagnostics } = importText(
    project,
    whole.replace("Somchai Jai <s@th.example>", "<s@th.example>"),
  );
  expect(imported).toBeUndefined();
  expect(placesOf(diagnostics)).toEqual(["xx.po:1:1 bad-po"]);
});

test("is not begun by a file in which nothing is translated", () => {
  expect(importText(project, empty).imported!.files.size).toBe(0);
});
