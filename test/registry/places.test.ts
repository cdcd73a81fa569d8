import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { placesOf, problemsOf, temporaryFolder, writeProject } from "../project.ts";

const provider = "name: Example\nrecipients: []\ncookies: []\n";

const sound = {
  "data/sites/example.yaml":
    "name: Example\nurl: https://example.example\nlanguages: [en]\nproviders: [example]\n",
  "data/providers/example.yaml": provider,
  "content/en/terms.yaml": "title: Our own title\n",
};

function projectWith(change: (folder: string) => void): string {
  const folder = writeProject(sound);
  change(folder);
  return folder;
}

function link(folder: string, path: string, target: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  rmSync(join(folder, path), { recursive: true, force: true });
  symlinkSync(target, join(folder, path));
}

const secret = () => {
  const path = join(temporaryFolder(), "secret.txt");
  writeFileSync(path, "password: hunter2\n");
  return path;
};

test.each(["data/providers/extra.yaml", "data/functions.yaml", "content/en/sites/example.md"])(
  "a link at %s that leads out of the project is reported, and nothing of its target",
  (path) => {
    const found = problemsOf(projectWith((folder) => link(folder, path, secret())));
    expect(placesOf(found)).toEqual([`${path}:1:1 unreadable-file`]);
    expect(found[0]!.message).toBe("link that leads out of the project, expected a file inside it");
    expect(JSON.stringify(found)).not.toContain("hunter2");
  },
);

test("a folder that is a link out of the project is reported once", () => {
  const elsewhere = writeProject({ "a.yaml": provider, "b.yaml": provider });
  const found = problemsOf(projectWith((folder) => link(folder, "data/providers", elsewhere)));
  const links = found.filter(({ rule }) => rule === "unreadable-file");
  expect(placesOf(links)).toEqual(["data/providers:1:1 unreadable-file"]);
});

test("a link within the project, and a project that is one itself, are followed", () => {
  const folder = projectWith((one) => {
    writeFileSync(join(one, "shared.yaml"), provider);
    link(one, "data/providers/extra.yaml", "../../shared.yaml");
  });
  const project = join(temporaryFolder(), "project");
  symlinkSync(folder, project);
  expect(problemsOf(folder)).toEqual([]);
  expect(problemsOf(project)).toEqual([]);
});

test.each([
  ["a pipe", (path: string) => void execFileSync("mkfifo", [path]), "pipe, expected a file"],
  ["a folder", (path: string) => mkdirSync(path), "folder, expected a file"],
])("%s in the place of a file is reported without being opened", (_, make, message) => {
  const found = problemsOf(
    projectWith((folder) => make(join(folder, "data/providers/extra.yaml"))),
  );
  expect(found.map((one) => one.message)).toEqual([message]);
});

test("a device is not read", () => {
  const found = problemsOf(
    projectWith((folder) => link(folder, "data/providers/extra.yaml", "/dev/zero")),
  );
  expect(placesOf(found)).toEqual(["data/providers/extra.yaml:1:1 unreadable-file"]);
});

test.each([
  [
    "a folder of words that is a link to nowhere",
    "content",
    (folder: string) => link(folder, "content", "../not-checked-out"),
  ],
  [
    "a file of words that is a link to nowhere",
    "content/en/terms.yaml",
    (folder: string) => link(folder, "content/en/terms.yaml", "nowhere.yaml"),
  ],
  [
    "a link to itself",
    "content/en/terms.yaml",
    (folder: string) => link(folder, "content/en/terms.yaml", "terms.yaml"),
  ],
  [
    "a file in the place of a folder of words",
    "content",
    (folder: string) => {
      rmSync(join(folder, "content"), { recursive: true });
      writeFileSync(join(folder, "content"), "x");
    },
  ],
])("%s is an error, and never absent", (_, path, change) => {
  const found = problemsOf(projectWith(change));
  expect(placesOf(found)).toEqual([`${path}:1:1 unreadable-file`]);
});
