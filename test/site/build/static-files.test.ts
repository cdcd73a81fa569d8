import { rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { CannotBuild } from "../../../src/files/system-error.ts";
import { openRegistry } from "../../../src/registry/open.ts";
import { openProject } from "../../../src/registry/project.ts";
import { placesOf, problemsOf, writeFiles } from "../../project.ts";
import { make } from "../build-in-process.ts";
import { all, files } from "../incremental/three-sites.ts";
import { makeFolder } from "../output/scratch.ts";
import { readTree } from "../output/site.ts";

let project: string;
let output: string;
const build = () => make(project, output);
const built = () => {
  const { ".cookie-ledger.manifest": manifest, ...tree } = readTree(output);
  return { manifest, tree };
};

const statics = {
  "static/CNAME": "policy.example\n",
  "static/.well-known/security.txt": "Contact: mailto:security@policy.example\n",
  "static/logo/a.bin": Uint8Array.of(0xff, 0xfe, 0, 0x0a),
};

beforeEach(() => {
  project = writeFiles(makeFolder(), { ...files, ...statics });
  output = join(makeFolder(), "_site");
});

test("every file of static/ stands at the root of the output, byte for byte, beside the sites", async () => {
  await build();
  const { tree } = built();
  expect(Object.keys(tree).toSorted()).toEqual(
    [...all, ".well-known/security.txt", "CNAME", "logo/a.bin"].toSorted(),
  );
  expect(tree["CNAME"]).toBe("policy.example\n");
  expect(statSync(join(output, "logo/a.bin")).size).toBe(4);
});

describe("a build after another", () => {
  beforeEach(async () => {
    await build();
    utimesSync(join(project, "static/CNAME"), 1, 1);
  });

  test("leaves the output alone where nothing differs", async () => {
    const before = statSync(output).ino;
    expect(await build()).toMatchObject({ written: 0, removed: 0, isSame: true });
    expect(statSync(output).ino).toBe(before);
  });

  test("writes what has changed and keeps the rest", async () => {
    writeFiles(project, { "static/CNAME": "other.example\n" });
    expect(await build()).toMatchObject({ written: 1, unchanged: all.length + 2, removed: 0 });
    expect(built().tree["CNAME"]).toBe("other.example\n");
  });

  test("removes what is gone, one file or all", async () => {
    rmSync(join(project, "static/CNAME"));
    expect(await build()).toMatchObject({ written: 0, removed: 1 });
    rmSync(join(project, "static"), { recursive: true });
    expect(await build()).toMatchObject({ written: 0, removed: 2 });
    expect(Object.keys(built().tree).toSorted()).toEqual(all.toSorted());
  });

  test("mends what somebody changed in the output", async () => {
    writeFileSync(join(output, "CNAME"), "changed\n");
    await build();
    expect(built().tree["CNAME"]).toBe("policy.example\n");
  });
});

describe("what cannot stand there is reported:", () => {
  const places = () => placesOf(problemsOf(project));

  test("a name that belongs to a site", () => {
    writeFiles(project, { "static/Alpha/logo.svg": "x" });
    expect(places()).toEqual(["static/Alpha:1:1 taken-name"]);
  });

  test("a link that leads out of the project, and one to a folder", () => {
    const outside = writeFiles(makeFolder(), { secret: "x" });
    symlinkSync(join(outside, "secret"), join(project, "static/secret"));
    symlinkSync(join(project, "data"), join(project, "static/data"));
    expect(places()).toEqual([
      "static/data:1:1 unreadable-file",
      "static/secret:1:1 unreadable-file",
    ]);
  });

  test("a folder that is a link", () => {
    rmSync(join(project, "static"), { recursive: true });
    symlinkSync(makeFolder(), join(project, "static"));
    expect(places()).toEqual(["static:1:1 unreadable-file"]);
  });

  test("a name that is kept for the build, and one that some systems refuse", async () => {
    writeFiles(project, { "static/.cookie-ledger": "x" });
    await expect(build()).rejects.toThrow(CannotBuild);
    rmSync(join(project, "static/.cookie-ledger"));
    writeFiles(project, { "static/aux.txt": "x" });
    await expect(build()).rejects.toThrow('cannot write "aux.txt"');
  });
});

test("what editors and systems leave behind stays behind", () => {
  writeFiles(project, {
    "static/.DS_Store": "x",
    "static/.git/config": "x",
    "static/CNAME~": "x",
    "static/logo/.gitkeep": "",
  });
  const { staticFiles } = openRegistry(openProject(project));
  const names = Object.keys(statics).map((path) => path.replace("static/", ""));
  expect(staticFiles.map(({ name }) => name)).toEqual(names.toSorted());
});
