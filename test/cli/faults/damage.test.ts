import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { manifestName } from "../../../src/site/output/folder.ts";
import { writeFiles } from "../../project.ts";
import { make } from "../../site/build-in-process.ts";
import { readTree, type Tree } from "../../site/output/site.ts";
import { type Ground, makeGround, pagesIn, versionOf } from "./versioned-project.ts";

const letters = { "letter.html": "dear", "en/index.html": "dear", "index.html": "dear" };

const ground: Ground = makeGround();
const precious = join(dirname(ground.parent), "precious");
const other = join(dirname(ground.parent), "other");
const at = (path: string): string => join(ground.output, path);

/** The pages as they should stand, and how many files there are. */
let whole: Tree;
let all: number;

const build = () => make(ground.project, ground.output);

beforeAll(async () => {
  writeFiles(precious, letters);
  ground.write("other");
  await make(ground.project, other);
  ground.write("one");
  await build();
  whole = pagesIn(ground.output);
  all = Object.keys(whole).length;
});

const replaceByLink = (path: string, target: string): void => {
  rmSync(at(path), { recursive: true });
  symlinkSync(join(precious, target), at(path));
};

function setTimes(folder: string, year: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile())
      utimesSync(join(entry.parentPath, entry.name), new Date(year), new Date(year));
}

/** Of each site two pages and two fragments tell the version. */
const telling = 4 * ground.siteCount;
const page = "site-7/en/index.html";

/** What befalls an output, and how many files the next build then writes; -1 for all. */
const damages: readonly (readonly [string, number, () => void])[] = [
  ["nothing", 0, () => undefined],
  ["its manifest cut short", -1, () => truncateSync(at(manifestName), 5000)],
  ["its manifest emptied", -1, () => truncateSync(at(manifestName))],
  ["its manifest gone", -1, () => rmSync(at(manifestName))],
  [
    "the manifest of another output",
    -1,
    () => copyFileSync(join(other, manifestName), at(manifestName)),
  ],
  [
    "the manifest of another output and its seal",
    telling,
    () => {
      for (const name of [manifestName, ".cookie-ledger"])
        copyFileSync(join(other, name), at(name));
    },
  ],
  ["a page cut short", 1, () => truncateSync(at(page), 100)],
  [
    "a page of the same length",
    1,
    () =>
      writeFileSync(at(page), readFileSync(at(page), "utf8").replace("Version one", "Version two")),
  ],
  ["a page gone", 1, () => rmSync(at(page))],
  ["a site gone", 6, () => rmSync(at("site-7"), { recursive: true })],
  [
    "a folder in the place of a page",
    1,
    () => {
      rmSync(at(page));
      mkdirSync(at(page));
    },
  ],
  [
    "a file in the place of a site",
    6,
    () => {
      rmSync(at("site-7"), { recursive: true });
      writeFileSync(at("site-7"), "");
    },
  ],
  ["a link in the place of a page", 1, () => replaceByLink(page, "letter.html")],
  ["a link in the place of a language", 2, () => replaceByLink("site-7/en", "en")],
  ["a link in the place of a site", 6, () => replaceByLink("site-7", "")],
  ["a link in the place of its manifest", -1, () => replaceByLink(manifestName, "letter.html")],
  [
    "times to come, and a source of long ago",
    0,
    () => {
      setTimes(ground.output, "2100");
      setTimes(ground.project, "1990");
    },
  ],
];

test.each(damages)("an output with %s is made whole again", async (_, files, damage) => {
  const written = files < 0 ? all : files;
  damage();
  expect(await build()).toMatchObject({ written, unchanged: all - written, removed: 0 });
  expect(pagesIn(ground.output)).toEqual(whole);
  expect(readTree(precious)).toEqual(letters);
  expect(versionOf(ground)).toBe("one");
});

test("a source that changed is seen, even if its time is of long ago", async () => {
  ground.write("two");
  setTimes(ground.project, "1980");
  setTimes(ground.output, "2100");
  expect(await build()).toMatchObject({ written: telling, unchanged: all - telling });
  expect(versionOf(ground)).toBe("two");
});
