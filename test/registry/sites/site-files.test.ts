import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openProject } from "../../../src/registry/project.ts";
import { listSiteFiles } from "../../../src/registry/sites/site-files.ts";
import {
  type Files,
  placesOf,
  problemsOf,
  temporaryFolder,
  writeFiles,
  writeProject,
} from "../../project.ts";

const namesIn = (folder: string) => {
  const { files, diagnostics } = listSiteFiles(openProject(folder));
  return { files: files.map(({ file }) => file), problems: placesOf(diagnostics) };
};

test("files in folders are sites and tables like those beside the folders, sorted by path", () => {
  const folder = writeProject({
    "data/sites/z.yaml": "",
    "data/sites/a-b.yaml": "",
    "data/sites/a/z.yaml": "",
    "data/sites/a/b/table.csv": "",
    "data/sites/Any Folder/c.yaml": "",
  });
  const { files } = listSiteFiles(openProject(folder));
  expect(files.map(({ id, kind, file }) => `${kind} ${id} ${file}`)).toEqual([
    "site c data/sites/Any Folder/c.yaml",
    "site a-b data/sites/a-b.yaml",
    "table table data/sites/a/b/table.csv",
    "site z data/sites/a/z.yaml",
    "site z data/sites/z.yaml",
  ]);
});

test("what is hidden is passed over, another name is reported", () => {
  const folder = writeProject({
    "data/sites/.a.yaml": "",
    "data/sites/.git/b.yaml": "",
    "data/sites/b/.gitkeep": "",
    "data/sites/b/readme.md": "",
    "data/sites/b/notes.md": "",
    "data/sites/b/c.yml": "",
    "data/sites/b/Customers.csv": "",
  });
  expect(namesIn(folder)).toEqual({
    files: [],
    problems: ["Customers.csv", "c.yml", "notes.md"].map((name) =>
      expect.stringMatching(`^data/sites/b/${name}:1:1 bad-file-name$`),
    ),
  });
});

test("links to files are read, links to folders are not followed", () => {
  const folder = writeProject({ "data/sites/a.yaml": "", "elsewhere/b.yaml": "", "c.yaml": "" });
  const sites = join(folder, "data/sites");
  symlinkSync(join(folder, "elsewhere"), join(sites, "elsewhere"));
  symlinkSync(sites, join(sites, "round"));
  symlinkSync(join(folder, "c.yaml"), join(sites, "c.yaml"));
  const { files, problems } = namesIn(folder);
  expect(files).toEqual(["data/sites/a.yaml", "data/sites/c.yaml"]);
  expect(problems.toSorted()).toEqual([
    "data/sites/elsewhere:1:1 bad-file-name",
    "data/sites/round:1:1 bad-file-name",
  ]);
});

test("a file in the place of the folder is reported, no folder is none", () => {
  const folder = temporaryFolder();
  expect(namesIn(folder)).toEqual({ files: [], problems: [] });
  writeFiles(folder, { "data/none.txt": "" });
  writeFileSync(join(folder, "data/sites"), "");
  expect(namesIn(folder)).toEqual({ files: [], problems: ["data/sites:1:1 unreadable-file"] });
});

const site = "name: A\nurl: https://a.example\nlanguages: [en]\nproviders: [opendatasoft]\n";
const row = (id: string) => `${id},A,https://a.example,en,opendatasoft\n`;
const table = (...ids: string[]) => `id,name,url,languages,providers\n${ids.map(row).join("")}`;

test.each<[string, Files, string, string]>([
  [
    "two files",
    { "data/sites/a.yaml": site, "data/sites/b/a.yaml": site },
    "data/sites/b/a.yaml:1:1",
    "data/sites/a.yaml:1:1",
  ],
  [
    "a file and a row",
    { "data/sites/a.yaml": site, "data/sites/b.csv": table("b", "a") },
    "data/sites/b.csv:3:1",
    "data/sites/a.yaml:1:1",
  ],
  [
    "a row and a file",
    { "data/sites/b.yaml": site, "data/sites/a.csv": table("a", "b") },
    "data/sites/b.yaml:1:1",
    "data/sites/a.csv:3:1",
  ],
  ["two rows", { "data/sites/t.csv": table("a", "b", "a") }, "data/sites/t.csv:4:1", "t.csv:2:1"],
  [
    "rows of two tables",
    { "data/sites/x/t.csv": table("a"), "data/sites/t.csv": table("b", "a") },
    "data/sites/x/t.csv:2:1",
    "data/sites/t.csv:3:1",
  ],
])("%s of the same id: the second is reported, and names the first", (_, files, second, first) => {
  const problems = problemsOf(writeProject(files));
  expect(placesOf(problems)).toEqual([`${second} duplicate-id`]);
  expect(problems[0]!.message).toContain(first);
});

test("a table's own name is no id", () => {
  expect(problemsOf(writeProject({ "data/sites/a.csv": table("a") }))).toEqual([]);
});
