import { expect, test } from "vitest";
import { sourceOf } from "../../../src/source/yaml-file.ts";

const reportOf = (text: string) =>
  sourceOf({ file: "x.yaml", text }).diagnostics.map(
    ({ location: { line, column }, message }) => `${line}:${column} ${message}`,
  );

test.each([
  [
    "a colon in a text",
    "name: Nordlicht: Kaffee\n",
    "1:16 colon in a text without quotes, expected the text in double quotes",
  ],
  [
    "a quote that is not closed, at its opening",
    'a: 1\nname: "Nordlicht\nurl: https://x.example\ncookies: []\n',
    '2:7 quote " that is not closed, expected another " at the end of the text',
  ],
  ["a tab", "name: A\ncookies:\n\t- name: x\n", "3:1 tab before a text, expected spaces"],
  [
    "a key that stands further in",
    "name: A\n url: b\n",
    "2:2 line indented by 1 space, expected 0 as the line above",
  ],
  [
    "a key of an item that stands further in",
    "cookies:\n  - name: a\n     category: b\n",
    "3:6 line indented by 5 spaces, expected 4 as the line above",
  ],
  [
    "a key that stands less far in",
    "a:\n    b: 1\n  c: 2\n",
    "3:3 line indented by 2 spaces, expected as many as a line above",
  ],
  [
    "a list that is not closed, at its opening",
    "name: A\nlanguages: [en, fr\nurl: b\n",
    '2:12 "[" that is not closed, expected "]" behind what belongs to it',
  ],
  [
    "a quote that is not closed in a list",
    'name: [A, "B]\nurl: b\n',
    '1:11 quote " that is not closed, expected another " at the end of the text',
  ],
  [
    "a sign at the beginning",
    "name: @home # ours\nurl: b\n",
    '1:7 text that begins with "@", expected it in double quotes',
  ],
  [
    "a text behind quotes",
    'name: "Acme" Ltd\nurl: b\n',
    "1:14 text behind what has ended, expected nothing on this line",
  ],
  [
    "a first line that stands further in",
    "# Us\n  name: A\nurl: b\n",
    "3:1 line indented by 0 spaces, expected as many as a line above",
  ],
  [
    "a space that is none",
    "name: A\ncountry:\u00a0FR\n",
    "2:1 line with U+00A0 (no-break space) at column 9, expected a space",
  ],
])("%s is said in words for those who write it", (_, text, report) => {
  expect(reportOf(text)).toEqual([report]);
});

const hintsOf = (text: string) =>
  sourceOf({ file: "x.yaml", text }).diagnostics.map(
    ({ location: { line, column }, hint }) => `${line}:${column} ${hint}`,
  );

test.each([
  ["a colon", "name: Nordlicht: Kaffee\n", '1:16 write "Nordlicht: Kaffee"'],
  ["typographic quotes", "name: “Nord: licht”\n", '1:12 write "Nord: licht"'],
  ["a quote that is not closed", "name: 'Nordlicht\nurl: b\n", '1:7 write "Nordlicht"'],
  ["an apostrophe in quotes", "name: 'Jeanne d'Arc'\n", '1:17 write "Jeanne d\'Arc"'],
  ["a text behind quotes", 'name: "Acme" Ltd\n', '1:14 write "Acme\\" Ltd"'],
  ["tabs", "a:\n\tname: X\n\tname: Y\n", "2:1 put two spaces for each tab"],
  ["a bullet", "a: b\nlanguages:\n  • de\n  • en\n", "3:3 write the line as: - de"],
  ["a dash of a word processor", "languages:\n  – de\n", "2:3 write the line as: - de"],
  ["an asterisk", "languages:\n  * de\n  * en\n", "2:3 write the line as: - de"],
  ["no space behind a hyphen", "languages:\n  -de\n", "2:3 write the line as: - de"],
  [
    "an equals sign",
    "a: b\nurl = https://x.example\nc: d\n",
    "2:4 write the line as: url: https://x.example",
  ],
  ["an equals sign at the end", "a: b\nurl = x\n", "2:4 write the line as: url: x"],
  ["equals signs alone", "name = N\nurl = x\n", "1:5 write the line as: name: N"],
  ["no space behind a colon", "name:N\nurl: x\n", "1:5 write the line as: name: N"],
  ["a wide colon", "name： N\nurl: x\n", "1:5 write the line as: name: N"],
  ["a quote that a comma cuts", "a: [“A, B”]\n", '1:5 type " before and behind the whole text'],
])("of %s it is said what to type", (_, text, hint) => {
  expect(hintsOf(text)[0]).toBe(hint);
});

test.each([
  "none: –\n",
  "a: – b\n",
  "a: >-\n  • b\n",
  'a: "• b"\n',
  "a: “b”\n",
  "a: -1\n",
  "a:\n  - -b\n",
])("%j is right", (text) => {
  expect(reportOf(text)).toEqual([]);
});

test.each([
  ["tabs", "a:\n\tname: X\n\tname: Y\n", 2],
  ["an asterisk", "languages:\n  * de\n  * en\n", 1],
  ["a cut quote", "a: [“A, B”]\n", 2],
])("%s are not reported as what follows from them", (_, text, number) => {
  expect(hintsOf(text)).toHaveLength(number);
});
