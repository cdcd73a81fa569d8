import { existsSync, lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import {
  createSiteWriter,
  type Decision,
  type WantedFile,
} from "../../../src/site/build/site-writer.ts";
import type { Origin } from "../../../src/site/build/sources.ts";
import { keyOf } from "../../../src/site/output/hash.ts";
import { CannotBuild } from "../../../src/files/system-error.ts";
import { manifestName } from "../../../src/site/output/folder.ts";
import { type FileRecord, readManifest } from "../../../src/site/output/manifest.ts";
import { publish } from "../../../src/site/output/publish.ts";
import { makeFolder } from "../output/scratch.ts";
import { at, list } from "../output/site.ts";

let output: string;
beforeEach(() => {
  output = join(makeFolder(), "_site");
});

const originOf = (id: string): Origin => ({
  site: keyOf(id),
  sourceHash: `from ${id}`,
  parents: [],
  providers: [],
  languagesRead: [{ tag: "en" }],
});

const wanted = (name: string, text: string, last?: FileRecord): WantedFile => ({
  name,
  languageIndexes: [0],
  wordsHash: "said",
  render: () => Buffer.from(text),
  ...(last ? { last } : {}),
});

const write = (siteId: string, files: readonly WantedFile[]): Decision => ({
  kind: "write",
  siteId,
  origin: originOf(siteId),
  files,
});
const reuse = (siteId: string): Decision => ({ kind: "reuse", siteId });
const keep = (siteId: string): Decision => ({ kind: "keep", siteId });

const fill = (act: (filler: ReturnType<typeof createSiteWriter>) => void) =>
  publish(at(output), async (layout) => {
    const filler = createSiteWriter(layout, readManifest(output));
    act(filler);
    return filler.close();
  });

const recordOf = (id: string) => readManifest(output)?.find(keyOf(id));
const timeOf = (path: string) => lstatSync(join(output, path)).mtimeMs;
const read = (path: string) => readFileSync(join(output, path), "utf8");

/** Two sites of two files each. */
const fillFirst = () =>
  fill(({ put }) => {
    for (const id of ["a", "b"])
      put(write(id, [wanted("en/index.html", `page of ${id}`), wanted("index.html", "choice")]));
  });

test("what is put stands in the output and, with its origin, in the manifest", async () => {
  expect(await fillFirst()).toEqual({
    written: 4,
    unchanged: 0,
    bytes: 30,
    removed: 0,
    isSame: false,
  });
  expect(read("a/en/index.html")).toBe("page of a");
  const { files, folder, ...origin } = recordOf("b")!;
  expect(folder).toBe(timeOf("b"));
  expect(origin).toEqual(originOf("b"));
  expect(files.map(({ name, bytes }) => [name, bytes])).toEqual([
    ["en/index.html", 9],
    ["index.html", 6],
  ]);
  expect(files[0]!.modified).toBe(timeOf("b/en/index.html"));
});

test("where every site is repeated nothing is put into the stage, and the output stays itself", async () => {
  await fillFirst();
  const { ino } = lstatSync(output);
  const built = await fill(({ put }) => ["a", "b"].map(reuse).forEach(put));
  expect(built).toEqual({ written: 0, unchanged: 4, bytes: 0, removed: 0, isSame: true });
  expect(lstatSync(output).ino).toBe(ino);
});

test("sites that are repeated before the first that differs are carried over, too", async () => {
  await fillFirst();
  const { ino } = lstatSync(join(output, "a/index.html"));
  const [page, choice] = recordOf("b")!.files;
  const built = await fill(({ put }) => {
    put(reuse("a"));
    put(
      write("b", [
        wanted("en/index.html", "another", page),
        wanted("index.html", "choice", choice),
      ]),
    );
  });
  expect(built).toEqual({ written: 1, unchanged: 3, bytes: 7, removed: 0, isSame: false });
  expect(lstatSync(join(output, "a/index.html")).ino).toBe(ino);
  expect(recordOf("a")?.files.length).toBe(2);
  expect(recordOf("b")?.files[1]).toEqual(choice);
});

test("a site that is named no more goes, and each of its files counts as removed", async () => {
  await fillFirst();
  expect(await fill(({ put }) => put(reuse("b")))).toMatchObject({
    unchanged: 2,
    removed: 2,
  });
  expect(list(output)).toEqual([".cookie-ledger", manifestName, "b"]);
  expect(recordOf("a")).toBeUndefined();
});

test("a site that is kept stays as it is, with its record; one that was never built stays away", async () => {
  await fillFirst();
  const before = recordOf("a");
  const built = await fill(({ put }) => {
    put(keep("a"));
    put(write("b", [wanted("index.html", "choice", recordOf("b")!.files[1])]));
    put(keep("c"));
  });
  expect(built).toMatchObject({ written: 0, unchanged: 3, removed: 1 });
  expect(recordOf("a")).toEqual({ ...before, folder: timeOf("a") });
  expect(existsSync(join(output, "c"))).toBe(false);
});

test("a file of no site stands in the output but in no record", async () => {
  await fill(({ put }) =>
    put({ kind: "add", path: "index.html", render: () => Buffer.from("list") }),
  );
  expect(read("index.html")).toBe("list");
  expect(readManifest(output)?.sites.size).toBe(0);
});

test("a path that leads out of the output is refused", async () => {
  const build = fill(({ put }) => put(write("a", [wanted("../../out.html", "x")])));
  await expect(build).rejects.toThrow(CannotBuild);
});
