import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { stateOf } from "../../../src/site/output/folder.ts";
import { expectSentence, makeGround, untilWriting, versionOf } from "./ground.ts";

const patience = { timeout: 120_000 };
/** So many that the build is seen to write before it ends. */
const many = 400;

test(
  "a second build is refused at once with the id of the first one, which goes on",
  patience,
  async () => {
    const ground = makeGround(many);
    await ground.publish("one", "two");
    const first = ground.start();
    await untilWriting(ground, first);
    first.process.kill("SIGSTOP");
    const second = await ground.build();
    expect(stateOf(ground.stage)).toBe("unfinished");
    first.process.kill("SIGCONT");
    expectSentence(second, new RegExp(`is running as process ${first.process.pid};`));
    expect(await first.ended).toMatchObject({ status: 0 });
    expect(versionOf(ground)).toBe("two");
  },
);

test("the lock of a process that has ended is taken over", patience, async () => {
  const ground = makeGround();
  mkdirSync(ground.lock);
  writeFileSync(join(ground.lock, "1000000000-0a1b2c3d.4"), "");
  expect(await ground.build()).toMatchObject({ status: 0 });
  expect(versionOf(ground)).toBe("one");
});

describe.each(["SIGINT", "SIGTERM"] as const)("%s", patience, (signal) => {
  test("in the midst of a build ends it in 3 and leaves the last site alone", async () => {
    const ground = makeGround(many);
    await ground.publish("one", "two");
    const started = ground.start();
    await untilWriting(ground, started);
    started.process.kill("SIGSTOP");
    expect(stateOf(ground.stage)).toBe("unfinished");
    started.process.kill(signal);
    started.process.kill("SIGCONT");
    expect(await started.ended).toEqual({ status: 3, stdout: "", stderr: "" });
    expect(versionOf(ground)).toBe("one");
  });
});
