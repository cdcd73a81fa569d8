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
