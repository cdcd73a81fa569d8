import { describe, expect, test } from "vitest";
import { fingerprint } from "../../src/registry/languages/texts.ts";
import { placesOf } from "../project.ts";
import {
  changeEntry,
  importText,
  packaged,
  poText,
  projectWith,
  retranslate,
} from "./languages.ts";

const fr = poText(projectWith("fr"), "fr");
const lineOf = (text: string, key: string): number =>
  text.slice(0, text.indexOf(`"${key}"`)).split("\n").length;
const terms = "content/fr/terms.yaml";
const policy = "content/fr/policy.md";
const record = "content/fr/translated-from.yaml";

const filesOf = (project: Parameters<typeof importText>[0], text: string) => {
  const { imported, diagnostics } = importText(project, text);
  expect(diagnostics).toEqual([]);
  return imported!.files;
};

describe("a changed translation", () => {
  test("changes its term alone", () => {
    const files = filesOf(projectWith("fr"), retranslate(fr, "terms/title", "Cookies: la page"));
    expect(files.get(terms)).toBe(
      packaged("fr/terms.yaml").replace(/^title: .*$/m, 'title: "Cookies: la page"'),
    );
    expect(files.has(policy)).toBe(false);
  });

  test("changes its passage alone, whatever its paragraphs", () => {
    const files = filesOf(projectWith("fr"), retranslate(fr, "prose/access/2", "Un.\n\nDeux."));
    expect(files.get(policy)).toBe(
      packaged("fr/policy.md").replace("Ce site utilise des cookies tiers.", "Un.\n\nDeux."),
    );
    expect(files.has(terms)).toBe(false);
  });

  test("keeps the line breaks of the file", () => {
    const crlf = packaged("fr/policy.md").replaceAll("\n", "\r\n");
    const project = projectWith("fr", { [policy]: crlf });
    const files = filesOf(project, retranslate(fr, "prose/access/2", "Un.\n\nDeux."));
    expect(files.get(policy)!.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  test("loses the space at its ends, and changes nothing where there is nothing else", () => {
    const { imported } = importText(
      projectWith("fr"),
      retranslate(fr, "terms/title", " Politique relative aux cookies\n"),
    );
    expect(imported).toMatchObject({ changed: 0 });
  });
});

test("a term that the language lacks comes after the one that precedes it in English", () => {
  const without = packaged("fr/terms.yaml").replace(/^ {2}checkout: .*\n/m, "");
  const files = filesOf(projectWith("fr", { [terms]: without }), fr);
  expect(files.get(terms)).toBe(packaged("fr/terms.yaml"));
});

describe("what each text was translated from", () => {
  const former = `terms/title: "${fingerprint("Former title")}"\n`;

  test("is recorded for all that comes back, in the order of the English", () => {
    const text = filesOf(projectWith("fr"), fr).get(record)!;
    const isFilled = (part: string) => !part.trimEnd().endsWith('\nmsgstr ""');
    const filled = fr.split("\n\n").filter(isFilled).join("\n");
    const keys = [...filled.matchAll(/^msgctxt "(.*)"$/gm)].map(([, key]) => key);
    expect([...text.matchAll(/^([^#\n].*): "[0-9a-f]{16}"$/gm)].map(([, key]) => key)).toEqual(
      keys,
    );
    expect(text).toContain(`terms/title: "${fingerprint("Cookies policy")}"\n`);
  });

  test("stays what it was where an entry is fuzzy or empty, or not there", () => {
    const project = projectWith("fr", { [record]: former });
    const fuzzy = poText(project, "fr");
    expect(fuzzy).toContain("#, fuzzy\n");
    for (const text of [
      fuzzy,
      retranslate(fr, "terms/title", ""),
      changeEntry(fr, "terms/title", () => "#"),
    ])
      expect(filesOf(project, text).get(record)).toContain(former);
  });

  test("is the present English once a translator has cleared the mark", () => {
    const project = projectWith("fr", { [record]: former });
    const text = filesOf(project, poText(project, "fr").replace("#, fuzzy\n", "")).get(record);
    expect(text).toContain(`terms/title: "${fingerprint("Cookies policy")}"\n`);
  });
});

test("a fuzzy translation is left alone, whatever it says", () => {
  const fuzzy = changeEntry(fr, "terms/title", (entry) =>
    entry.replace("msgctxt", "#, fuzzy\nmsgctxt"),
  );
  const { imported, diagnostics } = importText(
    projectWith("fr"),
    retranslate(fuzzy, "terms/title", "{x}"),
  );
  expect(diagnostics).toEqual([]);
  expect(imported).toMatchObject({ changed: 0, fuzzy: 1 });
});

test("a translation of a former English text is left alone with a note, and the others are taken", () => {
  const text = retranslate(fr, "terms/title", "Titre").replace("Cookies policy", "Former title");
  const { imported, diagnostics } = importText(
    projectWith("fr"),
    retranslate(text, "terms/columns.name", "Nom"),
  );
  expect(diagnostics.map(({ severity }) => severity)).toEqual(["note"]);
  expect(placesOf(diagnostics)).toEqual(["xx.po:15:10 outdated-text"]);
  expect(imported!.files.get(terms)).toBe(
    packaged("fr/terms.yaml").replace("name: Nom du ou des cookies", "name: Nom"),
  );
  expect(imported!.files.get(record)).not.toContain("terms/title:");
});

describe("nothing is taken where", () => {
  test.each([
    [
      "a key is unknown",
      changeEntry(fr, "terms/title", (entry) => entry.replace("/title", "/titel")),
      "xx.po:15:10 unknown-text",
    ],
    ["a gap is lost", retranslate(fr, "terms/title", "{x}"), "xx.po:15:10 unfit-translation"],
    [
      "a link is lost",
      retranslate(fr, "prose/duration/2", "Sans lien."),
      `xx.po:${lineOf(fr, "prose/duration/2")}:10 unfit-translation`,
    ],
  ])("%s", (_, text, place) => {
    const { imported, diagnostics } = importText(
      projectWith("fr"),
      retranslate(text, "terms/columns.name", "Nom"),
    );
    expect(imported).toBeUndefined();
    expect(placesOf(diagnostics)).toEqual([place]);
  });

  test("the prose is divided otherwise", () => {
    const other = `${packaged("fr/policy.md")}\n### Plus\n`;
    const { imported, diagnostics } = importText(projectWith("fr", { [policy]: other }), fr);
    expect(imported).toBeUndefined();
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["differing-structure"]);
  });

  test("something else stands where a term should", () => {
    const other = packaged("fr/terms.yaml").replace(/^title: .*$/m, "title: { text: Titre }");
    const { imported, diagnostics } = importText(projectWith("fr", { [terms]: other }), fr);
    expect(imported).toBeUndefined();
    expect(placesOf(diagnostics)).toEqual([`${terms}:4:1 wrong-type`]);
  });
});

describe("a file that went out before the project changed", () => {
  const reread = packaged("fr/terms.yaml").replace(/^title: .*/m, "title: Politique relue");
  const project = projectWith("fr", { [terms]: reread });

  test("takes nothing back where nobody has touched it", () => {
    const { imported, diagnostics } = importText(project, fr);
    expect(diagnostics).toEqual([]);
    expect(imported).toMatchObject({ changed: 0, older: 1 });
    expect(imported!.files.has(terms)).toBe(false);
    expect(imported!.files.get(record)).not.toContain("terms/title:");
  });

  test("is refused with both texts where it has changed as well", () => {
    const { imported, diagnostics } = importText(project, retranslate(fr, "terms/title", "Titre"));
    expect(imported).toBeUndefined();
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["conflicting-translation"]);
    expect(diagnostics[0]!.message).toMatch(/"Titre".*"Politique relue"/);
  });

  test("is taken as ever where it does not say what went out", () => {
    const old = retranslate(fr, "terms/title", "Titre").replaceAll(/^#\. exported: .*\n/gm, "");
    expect(importText(project, old).imported).toMatchObject({ changed: 1, older: 0 });
  });
});
