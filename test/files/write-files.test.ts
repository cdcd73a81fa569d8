import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { replaceSources } from "../../src/files/replace-sources.ts";
import { FileChanged, replaceFiles, writeNewFiles } from "../../src/files/write-files.ts";
import { temporaryFolder, writeFiles } from "../project.ts";
import { runUnder } from "../site/output/failing-fs.ts";
import { host } from "../site/output/site.ts";

const ended = { pid: 1e9, isAlive: () => false };
const read = (...names: string[]): string => readFileSync(join(...names), "utf8");

function oneFile(text: string) {
  const folder = writeFiles(temporaryFolder(), { "a.yaml": text });
  return { folder, path: join(folder, "a.yaml") };
}

test("a file gets its new text and keeps its mode and its byte order mark", () => {
  const { folder, path } = oneFile("\ufeffold");
  chmodSync(path, 0o640);
  expect(replaceFiles([{ path, before: "old", text: "new" }], host)).toEqual([path]);
  expect(read(path)).toBe("\ufeffnew");
  expect(statSync(path).mode & 0o777).toBe(0o640);
  expect(readdirSync(folder)).toEqual(["a.yaml"]);
});

test("a link stays, and the file that it leads to changes", () => {
  const { folder, path } = oneFile("old");
  const link = join(folder, "b.yaml");
  symlinkSync("a.yaml", link);
  replaceFiles([{ path: link, before: "old", text: "new" }], host);
  expect([read(path), readdirSync(folder)]).toEqual(["new", ["a.yaml", "b.yaml"]]);
});

test("where a link leads out of the folder, nothing is written", () => {
  const [folder, outside] = [temporaryFolder(), temporaryFolder()];
  symlinkSync(outside, join(folder, "data"));
  const texts = new Map([["data/sites/a.yaml", "a"]]);
  expect(() => writeNewFiles(folder, texts, host)).toThrow("leads out of");
  const path = join(folder, "data", "b.yaml");
  const file = { path, before: undefined, text: "b" };
  expect(() => replaceSources(folder, [file], host)).toThrow("leads out of");
  expect([readdirSync(outside), readdirSync(folder)]).toEqual([[], ["data"]]);
});

test.each([
  ["changed", "edited", "changed in the meantime"],
  ["came", undefined, "is there already"],
])("where a file %s since it was read, no file is written", (_, before, why) => {
  const { folder, path } = oneFile("text of the editor");
  const other = join(folder, "new/b.yaml");
  const files = [
    { path: other, before: undefined, text: "b" },
    { path, before, text: "new" },
  ];
  expect(() => replaceFiles(files, host)).toThrow(FileChanged);
  expect(() => replaceFiles(files, host)).toThrow(`"${path}" ${why}, nothing was written`);
  expect([read(path), readdirSync(folder)]).toEqual(["text of the editor", ["a.yaml"]]);
});

test("what is no regular file is never replaced", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "a.yaml"));
  const file = { path: join(folder, "a.yaml"), before: undefined, text: "new" };
  expect(() => replaceFiles([file], host)).toThrow("is no regular file, nothing was written");
  expect(readdirSync(folder)).toEqual(["a.yaml"]);
});

test("what a killed command left beside a file is removed, and nothing else", () => {
  const { folder, path } = oneFile("old");
  const names = [".a.yaml.1000000000-unknown.new", ".b.new", `.b.${process.pid}-unknown.new`];
  for (const name of names) writeFileSync(join(folder, name), "");
  replaceFiles([{ path, before: "old", text: "new" }], host);
  expect(readdirSync(folder)).toEqual([...names.slice(1), "a.yaml"].toSorted());
});

test("new files of which some stand already with the same text are completed", () => {
  const { folder } = oneFile("a");
  const written = writeNewFiles(
    folder,
    new Map([
      ["a.yaml", "a"],
      ["in/b.yaml", "b"],
    ]),
    host,
  );
  expect(written).toEqual([join(folder, "in/b.yaml")]);
});

/** Two old files and one in a new folder, before and after. */
const before = { "a.yaml": "old a", "b.yaml": "old b" };
const after = { "a.yaml": "new a", "b.yaml": "new b", "new/c.yaml": "new c" };

function replaceThree(folder: string, by = host): void {
  const texts: Partial<Record<string, string>> = before;
  const files = Object.entries(after).map(([name, text]) => ({
    path: join(folder, name),
    before: texts[name] === undefined ? undefined : read(folder, name),
    text,
  }));
  replaceFiles(files, by);
}

/** How many changes of the disk one replacement of three files makes, at most. */
const moments = Array.from({ length: 14 }, (_, index) => index + 1);

describe.each([
  ["before it", false],
  ["in the midst of it", true],
])("at every change of the disk, %s,", (_, torn) => {
  test.each(moments)("a failure leaves every file as it was (%i)", async (dieAt) => {
    const folder = writeFiles(temporaryFolder(), before);
    const failed = await runUnder({ dieAt, torn, code: "ENOSPC" }, () => replaceThree(folder));
    const isWhole = existsSync(join(folder, "new"));
    expect(read(folder, "a.yaml")).toBe(isWhole ? "new a" : "old a");
    expect(read(folder, "b.yaml")).toBe(isWhole ? "new b" : "old b");
    expect(readdirSync(folder)).toEqual(["a.yaml", "b.yaml", ...(isWhole ? ["new"] : [])]);
    expect(isWhole).toBe(!failed);
  });

  test.each(moments)("a kill leaves each file whole, old or new (%i)", async (dieAt) => {
    const folder = writeFiles(temporaryFolder(), before);
    await runUnder({ dieAt, torn }, () => replaceThree(folder, ended));
    expect(read(folder, "a.yaml")).toMatch(/^(old|new) a$/);
    expect(read(folder, "b.yaml")).toMatch(/^(old|new) b$/);
    const third = join(folder, "new/c.yaml");
    expect(existsSync(third) ? read(third) : "new c").toBe("new c");
    replaceThree(folder);
    expect(Object.keys(after).map((name) => read(folder, name))).toEqual(Object.values(after));
    expect([...readdirSync(folder), ...readdirSync(join(folder, "new"))]).toEqual([
      "a.yaml",
      "b.yaml",
      "new",
      "c.yaml",
    ]);
  });
});
