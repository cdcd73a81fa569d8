import { expect, test } from "vitest";
import { fingerprint } from "../../src/registry/languages/texts.ts";
import { dividePassages } from "../../src/prose/passages.ts";
import { placeholders } from "../../src/prose/placeholders.ts";
import { explainPassage } from "../../src/translate/translator-notes.ts";
import { placesOf } from "../project.ts";
import { changeEntry, exportTag, packaged, poText, projectWith, retranslate } from "./languages.ts";

const english = (from: string | RegExp, to: string) => packaged("en/terms.yaml").replace(from, to);

/** The entry of a key, without the lines around it. */
const entryOf = (text: string, key: string): string =>
  text
    .split("\n\n")
    .find((part) => part.includes(`\nmsgctxt "${key}"\n`))!
    .trimEnd();

/** A human's correction of a French title. */
const reread = {
  "content/fr/terms.yaml": packaged("fr/terms.yaml").replace(
    /^title: .*/m,
    "title: Politique relue",
  ),
};

const fr = poText(projectWith("fr"), "fr");

test("the header names the language as gettext does, the encoding and the maker, and no day", () => {
  expect(poText(projectWith("pt-BR"), "pt-BR").split("\n\n")[0]).toBe(`msgid ""
msgstr ""
"Project-Id-Version: cookie-ledger\\n"
"Last-Translator: The cookie-ledger authors\\n"
"Language: pt_BR\\n"
"X-Exported-Language: pt-BR\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Generator: cookie-ledger\\n"`);
});

test("an entry says what the text is, what its gaps stand for, and where the English stands", () => {
  expect(entryOf(fr, "terms/durations.upTo")).toMatch(
    /^#: content\/en\/terms\.yaml:\d+\n#\. How long a cookie stays\.\n#\. \{duration\} stands for a length of time, such as "13 months"\.\n#\. exported: [0-9a-f]{16}\nmsgctxt "terms\/durations\.upTo"\nmsgid "Up to \{duration\}"\nmsgstr "\{duration\} au maximum"$/,
  );
  expect(entryOf(fr, "prose/controller/2")).toContain(
    "#. Prose, in Markdown.\n#. {{ site.controller.name }} stands for the name of the controller",
  );
  expect(entryOf(fr, "prose/controller/1")).toContain("#. Heading.\n");
});

test("a comment above the English term goes along", () => {
  const files = {
    "content/en/terms.yaml": english(
      "  checkout:",
      "  # Where one pays.\n  # Not a till.\n  checkout:",
    ),
  };
  expect(entryOf(poText(projectWith("fr", files), "fr"), "terms/functions.checkout")).toContain(
    "#. Where one pays.\n#. Not a till.\n#. exported: ",
  );
});

test("every placeholder of the prose is explained, on whatever lines it is written", () => {
  for (const { name, meaning } of placeholders) {
    const [passage] = dividePassages({ file: "", text: `Of {{\n${name} }}.` }).passages;
    expect(explainPassage(passage!)).toContain(`{{ ${name} }} stands for ${meaning}.`);
  }
});

test("a translation is fuzzy where the English has changed since, and only there", () => {
  const record = (from: string) => ({
    "content/fr/translated-from.yaml": `terms/title: "${fingerprint(from)}"\n`,
  });
  const fuzzy = poText(projectWith("fr", record("Another title")), "fr");
  expect(entryOf(fuzzy, "terms/title")).toContain("#, fuzzy\nmsgctxt");
  expect(fuzzy.match(/#, fuzzy/g)).toHaveLength(1);
  expect(poText(projectWith("fr", record("Cookies policy")), "fr")).toBe(fr);
});

test("a text that the language lacks has an empty translation", () => {
  const files = {
    "content/en/terms.yaml": english("conditions:", "conditions:\n  asked: Only if asked"),
  };
  expect(entryOf(poText(projectWith("fr", files), "fr"), "terms/conditions.asked")).toMatch(
    /msgid "Only if asked"\nmsgstr ""$/,
  );
});

test("a new language has every text, empty", () => {
  const text = poText(projectWith("fr"), "th");
  expect(text.match(/^msgid /gm)).toHaveLength(fr.match(/^msgid /gm)!.length);
  expect(text.match(/^msgstr "."/gm)).toBeNull();
  expect(text).toContain('"Last-Translator: \\n"');
});

test("prose that is divided otherwise is reported at the line, and nothing goes out", () => {
  const policy = packaged("fr/policy.md");
  const without = policy.replace("::: if renewed\n", "::: if recipients\n");
  const { text, diagnostics } = exportTag(
    projectWith("fr", { "content/fr/policy.md": without }),
    "fr",
  );
  expect(text).toBeUndefined();
  expect(placesOf(diagnostics)).toEqual(["content/fr/policy.md:45:1 differing-structure"]);
  expect(diagnostics[0]!.message).toMatch(
    /^"::: if recipients", expected "::: if renewed" as at .*content\/en\/policy\.md:45$/,
  );
});

test.each([
  ["another anchor", (text: string) => text.replace("{#duration}", "{#durations}")],
  [
    "a heading without words",
    (text: string) => text.replace(/^## .* \{#duration\}/m, "## {#duration}"),
  ],
  ["a passage gone", (text: string) => text.replace(/(\{#duration\}\n)[^]*?(\n## )/, "$1$2")],
  ["the end gone", (text: string) => text.slice(0, text.indexOf("## "))],
  ["a passage more", (text: string) => `${text}\n::: if necessary\n\nMore.\n\n:::\n`],
])("prose with %s is divided otherwise", (_, change) => {
  const files = { "content/fr/policy.md": change(packaged("fr/policy.md")) };
  const { diagnostics } = exportTag(projectWith("fr", files), "fr");
  expect(diagnostics.map(({ rule }) => rule)).toEqual(["differing-structure"]);
});

test("what an earlier file holds of a text that the project lacks is kept", () => {
  const project = projectWith("fr");
  const begun = retranslate(poText(project, "th"), "prose/access/2", "สวัสดี");
  expect(exportTag(project, "th", begun).text).toBe(begun);
});

test("what is kept becomes fuzzy where the English has changed", () => {
  const project = projectWith("fr");
  const begun = changeEntry(poText(project, "th"), "terms/title", (entry) =>
    entry.replace("Cookies policy", "Former title").replace('msgstr ""', 'msgstr "ชื่อ"'),
  );
  expect(entryOf(exportTag(project, "th", begun).text!, "terms/title")).toMatch(
    /#, fuzzy\nmsgctxt "terms\/title"\nmsgid "Cookies policy"\nmsgstr "ชื่อ"$/,
  );
});

test("a fuzzy entry that a translator is at work on stays fuzzy and as it is", () => {
  const project = projectWith("fr");
  const begun = retranslate(
    changeEntry(fr, "terms/title", (entry) => entry.replace("msgctxt", "#, fuzzy\nmsgctxt")),
    "terms/title",
    "Titre",
  );
  expect(exportTag(project, "fr", begun).text).toBe(begun);
});

test("a finished translation that was not imported stops the export at its line", () => {
  const { text, diagnostics } = exportTag(
    projectWith("fr"),
    "fr",
    retranslate(fr, "terms/title", "Titre"),
  );
  expect(text).toBeUndefined();
  expect(placesOf(diagnostics)).toEqual(["xx.po:15:10 unimported-translation"]);
});

test("an export over a file that nobody has touched takes what the project says since", () => {
  const { text, diagnostics } = exportTag(projectWith("fr", reread), "fr", fr);
  expect(diagnostics).toEqual([]);
  expect(text).toBe(poText(projectWith("fr", reread), "fr"));
});

test("a text that has changed on both sides stops the export with both", () => {
  const both = retranslate(fr, "terms/title", "Titre");
  const { text, diagnostics } = exportTag(projectWith("fr", reread), "fr", both);
  expect(text).toBeUndefined();
  expect(diagnostics.map(({ rule }) => rule)).toEqual(["conflicting-translation"]);
  expect(diagnostics[0]!.message).toMatch(/"Titre".*"Politique relue"/);
});
