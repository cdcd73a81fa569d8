import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { marker, markUnfinished, waitingRoom } from "../../../src/site/output/folder.ts";
import { recover } from "../../../src/site/output/recover.ts";
import { type Ground, letter, prepareGround } from "./interrupted-output.ts";
import { at, list, readTree, siteOf } from "./site.ts";

let ground: Ground;
beforeEach(async () => {
  ground = await prepareGround();
});

/** A site that is being written or removed: its marker does not say that it is whole. */
function putHalf(site: string, to: string): void {
  cpSync(site, to, { recursive: true });
  markUnfinished(to);
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

  test("a build killed in its first write leaves nothing but an unfinished marker", () => {
    const { last, next, output, stage } = ground;
    renameSync(last, output);
    const [text = ""] = readFileSync(join(next, marker), "utf8").split("\n");
    for (let length = 0; length <= text.length; length += 1) {
      mkdirSync(stage);
      writeFileSync(join(stage, marker), text.slice(0, length));
      recover(at(output));
      expect(readTree(output)).toEqual(siteOf("last"));
      expect(list(ground.parent)).toEqual(["_site"]);
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
