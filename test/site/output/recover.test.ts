import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { CannotBuild } from "../../../src/site/output/cannot-build.ts";
import { marker, waitingRoom } from "../../../src/site/output/folder.ts";
import { layoutOf, type Layout } from "../../../src/site/output/layout.ts";
import { publish } from "../../../src/site/output/publish.ts";
import { recover } from "../../../src/site/output/recover.ts";
import { makeFolder } from "./scratch.ts";
import { at, list, readTree, siteOf, writer } from "./site.ts";

interface Ground extends Layout {
  readonly folder: string;
  /** Whole sites, to be put where a killed build would have them. */
  readonly last: string;
  readonly next: string;
  /** A folder of the user's, which nothing may change. */
  readonly precious: string;
}

const letter = { "deep/letter": "dear" };

async function prepare(): Promise<Ground> {
  const folder = makeFolder();
  const ground = {
    ...layoutOf(join(folder, "x/_site")),
    folder,
    last: join(folder, "last"),
    next: join(folder, "next"),
    precious: join(folder, "precious"),
  };
  await publish(at(ground.last), writer(siteOf("last")));
  await publish(at(ground.next), writer(siteOf("next")));
  mkdirSync(join(ground.precious, "deep"), { recursive: true });
  writeFileSync(join(ground.precious, "deep/letter"), "dear");
  mkdirSync(ground.parent);
  return ground;
}

let ground: Ground;
beforeEach(async () => {
  ground = await prepare();
});

/** A site that is being written or removed: its marker does not say that it is whole. */
function putHalf(site: string, to: string): void {
  cpSync(site, to, { recursive: true });
  writeFileSync(join(to, marker), "");
  rmSync(join(to, "one"), { recursive: true });
}

describe("of a build that was killed", () => {
  const cases: readonly (readonly [string, "last" | "next", (ground: Ground) => void])[] = [
    [
      "while it wrote, the last site stays",
      "last",
      ({ last, next, output, stage }) => {
        renameSync(last, output);
        putHalf(next, stage);
      },
    ],
    [
      "before it wrote its first file, the last site stays",
      "last",
      ({ last, output, stage }) => {
        renameSync(last, output);
        mkdirSync(stage);
      },
    ],
    [
      "after it wrote, the next site stands",
      "next",
      ({ last, next, output, stage }) => {
        renameSync(last, output);
        renameSync(next, stage);
      },
    ],
    [
      "between its two renames, the next site stands",
      "next",
      ({ last, next, old, stage }) => {
        renameSync(last, old);
        renameSync(next, stage);
      },
    ],
    [
      "between its two renames, and whose stage was lost, the last site stands again",
      "last",
      ({ last, old }) => renameSync(last, old),
    ],
    [
      "between its two renames, and where an empty folder was made since, the next site stands",
      "next",
      ({ last, next, output, old, stage }) => {
        renameSync(last, old);
        renameSync(next, stage);
        mkdirSync(output);
      },
    ],
    [
      "after its renames, the next site stays",
      "next",
      ({ last, next, output, old }) => {
        renameSync(next, output);
        renameSync(last, old);
      },
    ],
    [
      "while it removed the last site, the next site stays",
      "next",
      ({ last, next, output, gone }) => {
        renameSync(next, output);
        putHalf(last, gone);
      },
    ],
    [
      "while it removed a site that was not to stand, the last site stays",
      "last",
      ({ last, next, output, gone }) => {
        renameSync(last, output);
        renameSync(next, gone);
      },
    ],
  ];

  test.each(cases)("%s", (_, site, arrange) => {
    arrange(ground);
    recover(at(ground.output));
    expect(readTree(ground.output)).toEqual(siteOf(site));
    expect(list(ground.parent)).toEqual(["_site"]);
  });

  test("a half-written marker does not make a site whole", () => {
    const { last, next, output, stage } = ground;
    renameSync(last, output);
    const text = readFileSync(join(next, marker), "utf8");
    for (let length = 0; length < text.length; length += 1) {
      cpSync(next, stage, { recursive: true });
      writeFileSync(join(stage, marker), text.slice(0, length));
      recover(at(output));
      expect(readTree(output)).toEqual(siteOf("last"));
    }
  });
});

test("a replacement in place that failed half-way is finished", () => {
  const { last, next, output } = ground;
  renameSync(last, output);
  mkdirSync(join(output, waitingRoom));
  renameSync(next, join(output, waitingRoom, "ready"));
  recover(at(output));
  expect(readTree(output)).toEqual(siteOf("next"));
});

describe("where nothing was left behind", () => {
  test("nothing is done, even to a folder that is not ours", () => {
    cpSync(ground.precious, ground.output, { recursive: true });
    recover(at(ground.output));
    expect(readTree(ground.output)).toEqual(letter);
  });

  test("no folder is made", () => {
    recover(at(join(ground.folder, "missing/_site")));
    expect(existsSync(join(ground.folder, "missing"))).toBe(false);
  });
});

const build = () => publish(at(ground.output), writer(siteOf("new")));

describe("what we did not make is refused and left alone:", () => {
  test("an output with something in it", async () => {
    cpSync(ground.precious, ground.output, { recursive: true });
    await expect(build()).rejects.toThrow(CannotBuild);
    await expect(build()).rejects.toThrow('_site" was not made by cookie-ledger');
    expect(readTree(ground.output)).toEqual(letter);
    expect(list(ground.parent)).toEqual(["_site"]);
  });

  test.each([
    ["a symbolic link", (path: string) => symlinkSync(join(ground.next, marker), path)],
    ["a folder", (path: string) => mkdirSync(path)],
  ])("an output whose marker is %s", async (_, make) => {
    mkdirSync(ground.output);
    make(join(ground.output, marker));
    await expect(build()).rejects.toThrow("was not made by cookie-ledger");
    expect(list(ground.output)).toEqual([marker]);
  });

  describe.each(["stage", "old", "gone"] as const)("in the place of %s", (place) => {
    test("a folder", async () => {
      cpSync(ground.precious, ground[place], { recursive: true });
      await expect(build()).rejects.toThrow("was not made by cookie-ledger");
      expect(() => recover(at(ground.output))).toThrow(CannotBuild);
      expect(readTree(ground[place])).toEqual(letter);
    });

    test("a symbolic link, also to a site of ours", async () => {
      symlinkSync(ground.next, ground[place]);
      await expect(build()).rejects.toThrow("was not made by cookie-ledger");
      expect(() => recover(at(ground.output))).toThrow(CannotBuild);
      expect(lstatSync(ground[place]).isSymbolicLink()).toBe(true);
      expect(readTree(ground.next)).toEqual(siteOf("next"));
    });
  });

  test("an output that was put there after a kill", () => {
    cpSync(ground.precious, ground.output, { recursive: true });
    renameSync(ground.last, ground.old);
    renameSync(ground.next, ground.stage);
    expect(() => recover(at(ground.output))).toThrow("was not made by cookie-ledger");
    expect(readTree(ground.output)).toEqual(letter);
    expect(readTree(ground.stage)).toEqual(siteOf("next"));
  });

  test("a symbolic link as the output", async () => {
    symlinkSync(ground.last, ground.output);
    renameSync(ground.next, ground.stage);
    await expect(build()).rejects.toThrow("is a symbolic link");
    expect(() => recover(at(ground.output))).toThrow("is a symbolic link");
    expect(readTree(ground.last)).toEqual(siteOf("last"));
  });
});

test("symbolic links in a site are removed with it and never followed", async () => {
  const { last, output, precious, folder } = ground;
  renameSync(last, output);
  symlinkSync(precious, join(output, "link"));
  symlinkSync(precious, join(output, "one/link"));
  symlinkSync(join(precious, "deep/letter"), join(output, "letter"));
  await publish(at(output), writer(siteOf("new")));
  expect(readTree(output)).toEqual(siteOf("new"));
  expect(readTree(join(folder, "precious"))).toEqual(letter);
});

test("a symbolic link put into the stage during a build is an error and never followed", async () => {
  const { output, stage, precious } = ground;
  const follow = (path: string, link: string, to = "") =>
    publish(at(output), (open) => {
      open.write("a/b", "b");
      symlinkSync(join(precious, to), join(stage, link));
      open.write(path, "mine");
    });
  await expect(follow("c/letter", "c")).rejects.toThrow(CannotBuild);
  await expect(follow("a/deep/letter", "a/deep")).rejects.toThrow(CannotBuild);
  await expect(follow("a/c", "a/c", "deep/letter")).rejects.toThrow(CannotBuild);
  expect(readTree(precious)).toEqual(letter);
  expect(list(ground.parent)).toEqual([]);
});
