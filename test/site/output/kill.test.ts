import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { recover } from "../../../src/site/output/recover.ts";
import { start } from "./child-process.ts";
import { runUnder } from "./failing-fs.ts";
import { makeFolder } from "./scratch.ts";
import { at, list, readTree, siteOf, writer, type Tree, publishFiles } from "./site.ts";

interface Scene {
  readonly title: string;
  readonly before: Tree;
  readonly isMountPoint: boolean;
}

const kept: Tree = { "kept/index.html": "kept" };
const last: Tree = { ...siteOf("old"), ...kept };

const scenes: readonly Scene[] = [
  { title: "a first site", before: {}, isMountPoint: false },
  { title: "a next site", before: last, isMountPoint: false },
  { title: "a first site in a mount point", before: {}, isMountPoint: true },
  { title: "a next site in a mount point", before: last, isMountPoint: true },
];

/** The last site, and how to build the next one and to recover, each to be killed at a change of the disk. */
async function prepare({ before, isMountPoint }: Scene) {
  const output = join(makeFolder(), "_site");
  if (Object.keys(before).length > 0) await publishFiles(at(output), writer(before));
  else if (isMountPoint) mkdirSync(output);

  // An id beyond those that a system gives: whoever looks later takes it for an ended process.
  const target = { ...at(output), host: { ...at(output).host, pid: 1e9 } };
  const pinned = isMountPoint ? output : undefined;
  return {
    output,
    build: (dieAt: number, torn: boolean) =>
      runUnder({ dieAt, torn, pinned }, () =>
        publishFiles(target, (stage) => {
          writer(siteOf("new"))(stage);
          stage.keep("kept");
        }),
      ),
    mend: (dieAt: number) => runUnder({ dieAt, torn: true, pinned }, () => recover(target)),
  };
}

/** The site that stands, after a check that nothing stands beside it. */
function readSite(output: string): Tree {
  const beside = list(join(output, ".."));
  if (beside.length === 0) return {};
  expect(beside).toEqual(["_site"]);
  return readTree(output);
}

describe.each(scenes)("a build of $title, killed at any change of the disk,", (scene) => {
  const next = { ...siteOf("new"), ...(scene.before === last && kept) };

  test.each([
    { when: "before it", torn: false },
    { when: "in the midst of it", torn: true },
  ])("leaves the last site or the next, whole ($when)", async ({ torn }) => {
    const seen = new Set<Tree>();
    for (let [dieAt, died] = [1, true]; died; dieAt += 1) {
      const { output, build, mend } = await prepare(scene);
      died = await build(dieAt, torn);
      await mend(Infinity);
      const site = readSite(output);
      expect([scene.before, next], `killed at change ${dieAt}`).toContainEqual(site);
      seen.add("only-new/index.html" in site ? next : scene.before);
    }
    expect(seen.size).toBe(2);
  });

  test("the last site or the next is whole even if recovering is killed again and again", async () => {
    for (let [dieAt, died] = [1, true]; died; dieAt += 1) {
      const { output, build, mend } = await prepare(scene);
      died = await build(dieAt, true);
      for (let change = 1; await mend(change); change += 2);
      expect([scene.before, next], `killed at change ${dieAt}`).toContainEqual(readSite(output));
    }
  });
});

/** Numbers from 0 to 1, the same in every run (Park and Miller's generator). */
function* random(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

/** Publishes and kills a few times, and checks after each what stands. */
async function killAtRandom(output: string, seed: number): Promise<void> {
  const moments = random(seed);
  let version = 0;
  for (let kills = 0; kills < 4; kills += 1) {
    const child = start("loop", output, String(version + 1));
    version = Number(await child.line());
    const milliseconds = moments.next().value * 20;
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    child.process.kill("SIGKILL");
    expect(await child.ended).toBe("SIGKILL");
    version = Math.max(version, ...(await child.rest()).map(Number));

    recover(at(output));
    const site = readSite(output);
    expect([siteOf(String(version)), siteOf(String(version + 1))]).toContainEqual(site);
    version = Number(site["index.html"]);
  }
}

test("a process killed at a random moment leaves the last site or the next, whole", async () => {
  const outputs = [join(makeFolder(), "_site"), join(makeFolder(), "_site")];
  await Promise.all(outputs.map((output, index) => killAtRandom(output, index + 1)));
  expect(outputs.map(readSite)).not.toContainEqual({});
});
