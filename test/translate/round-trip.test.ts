import { describe, expect, test } from "vitest";
import { openProject, packageFolder } from "../../src/registry/project.ts";
import { languagesOf } from "../../src/translate/wording.ts";
import { exportTag, importText, packaged, poText, projectWith, wordingOf } from "./languages.ts";

const project = openProject(packageFolder);
const tags = languagesOf(project);

test("every language but English is one to translate into", () => {
  expect(tags).toContain("fr");
  expect(tags).not.toContain("en");
});

describe.each(tags)("%s", (tag) => {
  const words = wordingOf(project, tag);
  const text = poText(project, tag);

  test("goes out whole, and comes back without a change", () => {
    const { imported, diagnostics } = importText(project, text);
    expect(diagnostics).toEqual([]);
    expect([...imported!.files.keys()]).toEqual([`content/${tag}/translated-from.yaml`]);
    expect(imported).toMatchObject({ changed: 0, fuzzy: 0 });
    expect(imported!.confirmed).toBe(words.terms.length + words.passages.length - extra(tag));
  });
});

/** Phrases for several locations are a language's own affair. */
const extra = (tag: string): number => {
  const english = new Set(wordingOf(project, "en").terms.map(({ key }) => key));
  return wordingOf(project, tag).terms.filter(({ key }) => !english.has(key)).length;
};

test("every text can come back otherwise, and the file then says that and nothing else", () => {
  const french = projectWith("fr");
  const { terms, passages } = wordingOf(french, "fr");
  const marked = poText(french, "fr").replaceAll(/^msgstr "(?=[^"])/gm, 'msgstr "Ici : ');
  const folded = marked.replaceAll(/^msgstr ""\n"(?!Project)/gm, 'msgstr ""\n"Ici : ');
  const { imported, diagnostics } = importText(french, folded);
  expect(diagnostics).toEqual([]);
  expect(imported!.changed).toBe(terms.length + passages.length);
  const after = projectWith("fr", Object.fromEntries(imported!.files));
  const now = wordingOf(after, "fr");
  expect(now.terms.map(({ text }) => text)).toEqual(terms.map(({ text }) => `Ici : ${text}`));
  expect(now.passages.map(({ text }) => text)).toEqual(passages.map(({ text }) => `Ici : ${text}`));
  expect(now.marks.map(({ shape }) => shape)).toEqual(
    wordingOf(french, "fr").marks.map(({ shape }) => shape),
  );
  expect(imported!.files.get("content/fr/policy.md")!.replaceAll("Ici : ", "")).toBe(
    packaged("fr/policy.md"),
  );
});

test("the same words make the same bytes, and an export over itself changes none", () => {
  const arabic = projectWith("ar");
  const text = poText(arabic, "ar");
  expect(poText(projectWith("ar"), "ar")).toBe(text);
  expect(exportTag(arabic, "ar", text).text).toBe(text);
});
