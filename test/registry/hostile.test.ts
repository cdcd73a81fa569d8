import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Files, placesOf, problemsOf, writeProject } from "../project.ts";
import { sourceOf } from "../../src/source/yaml-file.ts";
import { anyText } from "../any-text.ts";

const path = "data/providers/hostile.yaml";
const project = (content: string | Uint8Array): Files => ({ [path]: content });
const placesIn = (content: string | Uint8Array) =>
  placesOf(problemsOf(writeProject(project(content))));

const provider = (name: string) => `name: ${name}\ncookies: []\n`;

describe("a hostile file gets a diagnostic", () => {
  test.each<[string, string | Uint8Array, string]>([
    ["over 1 MiB", provider("a".repeat(1024 * 1024)), "1:1 file-too-large"],
    ["bytes that are not UTF-8", Buffer.from("name: caf\xe9\n", "latin1"), "1:10 invalid-utf8"],
    ["UTF-16", Buffer.from("\ufeffname: a\n", "utf16le"), "1:1 invalid-utf8"],
    ["NUL", provider("a\u0000b"), "1:8 control-character"],
    ["an escape sequence", provider("\u001b[31mred"), "1:7 control-character"],
    ["an escaped control character", provider('"a\\u0000b"'), "1:7 control-character"],
    ["a lone surrogate", provider('"\\uD800"'), "1:7 control-character"],
    ["right-to-left override", provider("a\u202eb"), "1:8 invisible-character"],
    ["a zero-width space", provider("a\u200bb"), "1:8 invisible-character"],
    ["an escaped override", provider('"a\\u202eb"'), "1:7 invisible-character"],
    ["deep flow sequences", `name: ${"[".repeat(100_000)}`, "1:38 nesting-too-deep"],
    ["deep block sequences", `name:\n${"- ".repeat(100_000)}a`, "2:65 nesting-too-deep"],
    ["deep mappings", "{a: ".repeat(20_000), "1:129 nesting-too-deep"],
    ["deep explicit keys", "? ".repeat(50_000), "1:65 nesting-too-deep"],
    ["brackets closed only in comments", "[ # ]\n".repeat(20_000), "33:1 nesting-too-deep"],
    ["a tag", provider("!!js/function x"), "1:7 yaml-tag"],
    ["a directive", `%TAG ! tag:x,2000:\n---\n${provider("a")}`, "1:1 yaml-directive"],
    ["an inherited key", `constructor: x\n${provider("a")}`, "1:1 forbidden-key"],
    [
      "a nested prototype",
      `${provider("a")}privacyPolicy: { __proto__: x }\n`,
      "3:18 forbidden-key",
    ],
    ["a list as root", "- a\n", "1:1 wrong-type"],
    ["a scalar as root", "text\n", "1:1 wrong-type"],
    ["nothing", "", "1:1 missing-key"],
  ])("%s", (_, content, place) => {
    expect(placesIn(content)[0]).toBe(`${path}:${place}`);
  });

  test("a billion laughs", () => {
    const levels = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
    const laugh = levels.map(
      (name, index) =>
        `${name}: &${name} [${Array(9)
          .fill(index === 0 ? "lol" : `*${levels[index - 1]}`)
          .join(", ")}]\n`,
    );
    const places = placesIn(laugh.join(""));
    expect(places[0]).toBe(`${path}:1:4 yaml-anchor`);
    expect(places.every((place) => place.endsWith("yaml-anchor"))).toBe(true);
  });

  test("a folder in the place of a file", () => {
    const folder = writeProject({ [`${path}/inside.txt`]: "" });
    expect(placesOf(problemsOf(folder))).toEqual([`${path}:1:1 unreadable-file`]);
  });
});

describe("what cannot be seen is spelling in words alone", () => {
  const declared = (name: string, more = "") =>
    `name: ${name}\n${more}cookies:\n  - name: "${name}"\n    category: unclassified\n    duration: session\n`;
  const messagesIn = (content: string) =>
    problemsOf(writeProject(project(content))).map(({ message }) => message);

  test("a firm's name in Persian may hold a non-joiner, a cookie's may not", () => {
    expect(placesIn(declared("دادهورز"))).toEqual([]);
    expect(placesIn(declared("داده\u200cورز"))).toEqual([`${path}:3:11 bad-name`]);
    expect(messagesIn(declared("داده\u200cورز"))[0]).toContain(
      "found U+200C (zero width non-joiner) at column 16",
    );
  });

  test.each([
    ["an address", "privacyPolicy: https://a.example/ه\u200cا\n", "2:16 bad-url"],
    ["a domain", "domains: [ه\u200cا.example]\n", "2:11 bad-domain"],
    ["an id", "id: ه\u200cا\n", "2:5 bad-id"],
  ])("%s holds none", (_, line, place) => {
    expect(placesIn(`name: A\n${line}cookies: []\n`)).toContain(`${path}:${place}`);
  });

  test("a space that is none is named, in keys and in values", () => {
    expect(messagesIn("name: A\ncountr\u00a0y: FR\ncookies: []\n")[0]).toMatch(
      /^unknown key "countr\u00a0y", .*, found U\+00A0 \(no-break space\) at column 7$/,
    );
    expect(messagesIn("name: A\ndataRetention: 2\u00a0years\ncookies: []\n")[0]).toMatch(
      /^bad period "2\u00a0years", .*, found U\+00A0 \(no-break space\) at column 17$/,
    );
  });
});

test("no prototype is polluted", () => {
  problemsOf(writeProject(project("__proto__: { polluted: true }\n")));
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

test("a byte order mark and Windows line ends are no problem", () => {
  expect(placesIn("\ufeffname: A\r\ncookies: []\r\n")).toEqual([]);
});

test("no text makes the reader throw, and every place lies inside the text", () => {
  const fragments = [
    "a: b",
    "- ",
    "  ",
    "\n",
    "? ",
    ": ",
    "[",
    "]",
    "{",
    "}",
    '"',
    "'",
    "&a ",
    "*a",
    "!t ",
    "%YAML 1.2\n",
    "---\n",
    "|\n",
    ">\n",
    "# c",
    "\t",
    "é",
    "\u0000",
    "\\",
  ];
  const text = fc.oneof(
    anyText,
    fc.array(fc.constantFrom(...fragments), { maxLength: 40 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(text, (input) => {
      const lines = input.split(/\r\n|\r|\n/);
      for (const { location } of sourceOf({ file: "x", text: input }).diagnostics) {
        expect(location.line).toBeLessThanOrEqual(lines.length);
        expect(location.column).toBeLessThanOrEqual((lines[location.line - 1] ?? "").length + 2);
      }
    }),
    { numRuns: 500, seed: 1 },
  );
});
