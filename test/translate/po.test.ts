import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPo } from "../../src/translate/po.ts";
import { placesOf } from "../project.ts";
import { poText, projectWith } from "./languages.ts";

const header =
  'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n';
const entry = 'msgctxt "terms/title"\nmsgid "Cookies policy"\nmsgstr "Titre"\n';

const read = (text: string) => readPo({ file: "fr.po", text });

test("entries come with their place, in whatever layout an editor leaves them", () => {
  const text = `${header}#, no-wrap, fuzzy\nmsgctxt "terms/title"\nmsgid "Cookies "\n"policy"\nmsgstr "A \\"B\\"\\n"\n"C\\\\"\n\n#~ msgid "gone"\n#~ msgstr "parti"\n`;
  const { po, diagnostics } = read(text.replaceAll("\n", "\r\n"));
  expect(diagnostics).toEqual([]);
  expect(po!.entries).toMatchObject([
    {
      key: "terms/title",
      original: "Cookies policy",
      translation: 'A "B"\nC\\',
      isFuzzy: true,
      place: { location: { file: "fr.po", line: 7, column: 10 } },
    },
  ]);
});

test("the language is a tag of BCP 47, written as gettext does or not", () => {
  expect(read(header.replace("fr", "pt_BR")).po!.tag).toBe("pt-BR");
  expect(read(header.replace("fr", "zh-Hans")).po!.tag).toBe("zh-Hans");
});

describe("is not read, and says so where it can", () => {
  test.each([
    ["nothing", "", "fr.po:1:1"],
    ["another kind of file", "<html></html>", "fr.po:1:1"],
    ["no header", entry, "fr.po:1:1"],
    ["another encoding", header.replace("UTF-8", "iso-8859-1") + entry, "fr.po:1:1"],
    ["no encoding", header.replace("; charset=UTF-8", "") + entry, "fr.po:1:1"],
    ["no language", header.replace("Language: fr", "Language: ") + entry, "fr.po:1:1"],
    ["a path for a language", header.replace("fr", "../../etc") + entry, "fr.po:1:1"],
    ["a language out of its form", header.replace("fr", "FR") + entry, "fr.po:1:1"],
    ["a string that does not end", `${header}msgctxt "terms/title\n`, "fr.po:7:1"],
    ["a word that does not belong", `${header}msgtext "x"\n`, "fr.po:6:1"],
    ["an entry without a key", `${header}msgid "a"\nmsgstr "b"\n`, "fr.po:1:1"],
    ["an entry without a translation", `${header}msgctxt "terms/title"\nmsgid "a"\n`, "fr.po:1:1"],
    [
      "an entry with plurals",
      `${header}msgctxt "k"\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n`,
      "fr.po:1:1",
    ],
    ["an entry that stands twice", `${header}${entry}\n${entry}`, "fr.po:1:1"],
    [
      "a key that stands twice",
      `${header}${entry}\n${entry.replace("policy", "law")}`,
      "fr.po:6:10",
    ],
  ])("%s", (_, text, place) => {
    const { po, diagnostics } = read(text);
    expect(po).toBeUndefined();
    expect(placesOf(diagnostics)).toEqual([`${place} bad-po`]);
    for (const { message } of diagnostics) expect(message).toMatch(/^[^A-Z].*, expected .*[^.]$/);
  });
});

test("keys that name what every object has are keys like others", () => {
  const hostile = ["__proto__", "constructor", "toString", "1"];
  const text = header + hostile.map((key) => entry.replace("terms/title", key)).join("\n");
  const { po } = read(text);
  expect(po!.entries.map(({ key }) => key).toSorted()).toEqual(hostile.toSorted());
  expect(Object.hasOwn(Object.prototype, "Cookies policy")).toBe(false);
});

test("whatever becomes of a file on its way, reading it never breaks", () => {
  const text = poText(projectWith("fr"), "fr").slice(0, 3000);
  const pieces = [
    '"',
    "\\",
    "\n",
    "#",
    "msgid",
    "msgctxt ",
    'msgstr ""',
    "\u0000",
    "é",
    "#~ ",
    "[1]",
  ];
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(text.length), fc.nat(20), fc.constantFrom(...pieces)), {
        minLength: 1,
        maxLength: 4,
      }),
      (cuts) => {
        const broken = cuts.reduce(
          (whole, [at, length, piece]) => whole.slice(0, at) + piece + whole.slice(at + length),
          text,
        );
        const { po, diagnostics } = read(broken);
        expect(po === undefined).toBe(diagnostics.length > 0);
      },
    ),
    { seed: 1, numRuns: 200 },
  );
});
