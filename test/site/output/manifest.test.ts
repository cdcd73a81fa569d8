import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { CannotBuild } from "../../../src/files/system-error.ts";
import { manifestName, markComplete, marker } from "../../../src/site/output/folder.ts";
import { openManifest, readManifest, type SiteRecord } from "../../../src/site/output/manifest.ts";
import { keyOf } from "../../../src/site/output/hash.ts";
import { makeFolder } from "./scratch.ts";

const recordOf = (id: string, fileCount = 1): SiteRecord => ({
  site: keyOf(id),
  sourceHash: "from",
  parents: [keyOf("parent")],
  providers: ["one"],
  languagesRead: [{ tag: "en" }, { tag: "tlh", fallback: "en" }],
  files: Array.from({ length: fileCount }, (_, index) => ({
    name: `en/${index}.html`,
    languageIndexes: [0],
    wordsHash: "said",
    bytes: 5,
    modified: 1_700_000_000_000.25,
    content: "content",
  })),
});

function write(folder: string, records: readonly SiteRecord[]): void {
  const { add, close } = openManifest(folder);
  for (const record of records) add(record);
  markComplete(folder, close());
}

let folder: string;
let path: string;
beforeEach(() => {
  folder = makeFolder();
  path = join(folder, manifestName);
});

test("a manifest is read as it was written, however large it is", () => {
  const records = Array.from({ length: 500 }, (_, index) => recordOf(`é-${index}`, index % 5));
  write(folder, records);
  const manifest = readManifest(folder);
  expect(manifest?.sites).toEqual(new Set(records.map(({ site }) => site)));
  for (const record of records) expect(manifest?.find(record.site)).toEqual(record);
  expect(manifest?.find(keyOf("unknown"))).toBeUndefined();
});

test("an empty manifest is one, too", () => {
  write(folder, []);
  expect(readManifest(folder)?.sites).toEqual(new Set());
});

test("a manifest does not name the sites of an output, which may be public", () => {
  write(folder, [recordOf("secret-customer")]);
  expect(readFileSync(path, "utf8")).not.toContain("secret");
});

test("no manifest is written where something stands already", () => {
  symlinkSync(join(folder, "elsewhere"), path);
  expect(() => openManifest(folder)).toThrow(CannotBuild);
});

describe("no manifest is read", () => {
  beforeEach(() => write(folder, [recordOf("a"), recordOf("b")]));
  const change = (edit: (text: string) => string) =>
    writeFileSync(path, edit(readFileSync(path, "utf8")));
  /** Makes the seal that of what stands there. */
  const seal = () =>
    markComplete(folder, createHash("sha256").update(readFileSync(path)).digest("hex"));

  test.each<readonly [string, () => void]>([
    ["where there is none", () => rmSync(path)],
    [
      "where a folder stands in its place",
      () => {
        rmSync(path);
        mkdirSync(path);
      },
    ],
    ["that is cut short", () => change((text) => text.slice(0, -20))],
    [
      "that is cut short after a line",
      () => change((text) => text.slice(0, text.lastIndexOf("\n", text.length - 2) + 1)),
    ],
    ["in which one letter is another", () => change((text) => text.replace('"one"', '"two"'))],
    [
      "of another output",
      () => {
        const other = makeFolder();
        write(other, [recordOf("a")]);
        writeFileSync(path, readFileSync(join(other, manifestName)));
      },
    ],
    ["of an output that is not whole", () => writeFileSync(join(folder, marker), "")],
    [
      "of an output whose marker has no seal",
      () => writeFileSync(join(folder, marker), "\ncomplete\n"),
    ],
    ["of an output that is not there", () => rmSync(folder, { recursive: true })],
    [
      "of another version, though sealed",
      () => {
        change((text) => text.replace("manifest 3", "manifest 2"));
        seal();
      },
    ],
    [
      "without an end, though sealed",
      () => {
        change((text) => text.trimEnd());
        seal();
      },
    ],
    [
      "with a line of another form, though sealed",
      () => {
        change((text) => `${text}{"from":1}\n`);
        seal();
      },
    ],
  ])("%s", (_, befall) => {
    expect(readManifest(folder)).toBeDefined();
    befall();
    expect(readManifest(folder)).toBeUndefined();
  });

  test("but is where only its seal was made anew", () => {
    seal();
    expect(readManifest(folder)?.sites.size).toBe(2);
  });
});
