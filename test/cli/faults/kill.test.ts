import { setTimeout as wait } from "node:timers/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { recover } from "../../../src/site/output/recover.ts";
import { readManifest } from "../../../src/site/output/manifest.ts";
import { make } from "../../site/build-in-process.ts";
import { at, type Tree } from "../../site/output/site.ts";
import { type Ground, makeGround, pagesIn, untilWriting, versionOf } from "./versioned-project.ts";

const versions = ["one", "two"] as const;
/** Every change of the disk is proved by `test/site/output/kill.test.ts`; here dies the command with all its threads. */
const kills = 5;

/** Numbers from 0 to 1, the same in every run (Park and Miller's generator). */
function* random(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

/** The pages of each version, as a build of it alone makes them. */
async function readWhole(ground: Ground): Promise<Record<string, Tree>> {
  const whole: Record<string, Tree> = {};
  for (const version of versions) {
    ground.write(version);
    const output = join(ground.project, "..", `alone-${version}`);
    await make(ground.project, output);
    whole[version] = pagesIn(output);
  }
  return whole;
}

/** Has the next command set right what a kill left, and checks that one of the two sites stands, whole. */
function checkWhole(ground: Ground, whole: Record<string, Tree>): string {
  recover(at(ground.output));
  const version = versionOf(ground);
  expect(pagesIn(ground.output)).toEqual(whole[version]);
  expect(readManifest(ground.output)?.sites.size).toBe(ground.siteCount);
  return version;
}

/** One build after the other, each into the site that the last one left; every other while it writes, which takes only a part of it. */
test("a build killed at any moment leaves the last site or the next, whole, and nothing else", async () => {
  const ground = makeGround(40);
  const moments = random(1);
  const whole = await readWhole(ground);
  await ground.publish("one", "two");
  const began = performance.now();
  expect(await ground.build()).toMatchObject({ status: 0 });
  const milliseconds = performance.now() - began;

  let version = checkWhole(ground, whole);
  expect(version).toBe("two");
  let killed = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const next = versions.find((one) => one !== version)!;
    ground.write(next);
    const started = ground.start();
    if (kill % 2 === 0) await wait(moments.next().value * milliseconds);
    else {
      await untilWriting(ground, started);
      await wait(moments.next().value * milliseconds * 0.2);
    }
    started.process.kill("SIGKILL");
    const { status } = await started.ended;
    expect(status ?? 0).toBe(0);
    killed += Number(status === null);
    version = checkWhole(ground, whole);
  }
  expect(killed).toBeGreaterThanOrEqual(Math.floor(kills / 2));

  ground.write(version === "one" ? "two" : "one");
  expect(await ground.build()).toMatchObject({ status: 0 });
  expect(checkWhole(ground, whole)).not.toBe(version);
});
