import { mkdirSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { listInputs } from "../../../src/site/build/inputs.ts";
import { writeFiles } from "../../project.ts";
import { makeFolder } from "../output/scratch.ts";

const files = {
  "data/sites/town.yaml": "name: Town\n",
  "content/en/policy.md": "Policy",
  "static/.well-known/security.txt": "Contact",
};

let project: string;
beforeEach(() => {
  project = writeFiles(makeFolder(), files);
});

const order = () => ({ project, selection: {}, runtime: "a runtime" });
const list = () => listInputs(order());
const hash = () => list()?.hash();
const at = (name: string) => join(project, name);

test("the same files have the same fingerprint, wherever their project lies and whatever their times are", () => {
  const here = hash();
  expect(here).toEqual(expect.any(String));
  project = writeFiles(makeFolder(), files);
  for (const name of Object.keys(files)) utimesSync(at(name), 1, 1);
  expect(hash()).toBe(here);
});

test.each([
  ["a byte of a file", () => writeFileSync(at("data/sites/town.yaml"), "name: TOWN\n")],
  ["a file more", () => writeFileSync(at("data/sites/city.yaml"), "")],
  ["a folder more", () => mkdirSync(at("content/fr"))],
  ["a file less", () => rmSync(at("content/en/policy.md"))],
  ["a hidden file that is put into the output", () => writeFileSync(at("static/.htaccess"), "")],
  [
    "a file of another name",
    () => {
      rmSync(at("content/en/policy.md"));
      writeFileSync(at("content/en/policy.MD"), "Policy");
    },
  ],
  [
    "the end of a file at the beginning of the next",
    () => {
      writeFiles(project, { "templates/a.njk": "one", "templates/b.njk": "two" });
      writeFiles(project, { "templates/a.njk": "onet", "templates/b.njk": "wo" });
    },
  ],
])("%s gives another fingerprint", (_, change) => {
  const before = hash();
  change();
  expect(hash()).not.toBe(before);
});

test("so does another shard, and another runtime", () => {
  const hashes = [
    order(),
    { ...order(), runtime: "another" },
    { ...order(), selection: { shard: { index: 1, count: 2 } } },
    { ...order(), selection: { shard: { index: 2, count: 2 } } },
  ].map((one) => listInputs(one)?.hash());
  expect(new Set(hashes).size).toBe(4);
});

test("what is hidden and not put into the output, or lies elsewhere in the project, does not count", () => {
  const before = hash();
  writeFiles(project, { "data/.town.yaml.swp": "", "notes.txt": "", "content/.git/HEAD": "" });
  expect(hash()).toBe(before);
});

test.each([
  ["a link among them", () => symlinkSync("town.yaml", at("data/sites/link.yaml"))],
  [
    "a link in the place of a folder",
    () => {
      rmSync(at("content"), { recursive: true });
      symlinkSync("data", at("content"));
    },
  ],
  ["a file in the place of a folder", () => writeFileSync(at("templates"), "")],
])("with %s nothing is known, and the loader must look", (_, change) => {
  change();
  expect(list()).toBeUndefined();
});

test("nothing is known where only some sites are built", () => {
  expect(listInputs({ ...order(), selection: { siteIds: ["town"] } })).toBeUndefined();
});

test("nothing is known of a file that goes before it is read", () => {
  const inputs = list();
  rmSync(at("content/en/policy.md"));
  expect(inputs?.hash()).toBeUndefined();
});

test.each([
  ["is written", () => writeFileSync(at("content/en/policy.md"), "policy")],
  ["comes", () => writeFileSync(at("content/en/terms.yaml"), "")],
  ["goes", () => rmSync(at("content/en/policy.md"))],
  [
    "is written, and its time set back",
    () => {
      const { mtime } = statSync(at("content/en/policy.md"));
      writeFileSync(at("content/en/policy.md"), "policy");
      utimesSync(at("content/en/policy.md"), mtime, mtime);
    },
  ],
])("a file that %s after it was listed is noticed", async (_, change) => {
  const inputs = list()!;
  expect(inputs.areAsListed()).toBe(true);
  // Clocks of file systems tick only every few milliseconds.
  await new Promise((resolve) => void setTimeout(resolve, 20));
  change();
  expect(inputs.areAsListed()).toBe(false);
});
