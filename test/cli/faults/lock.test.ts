import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { stateOf } from "../../../src/site/output/folder.ts";
import { writeFiles } from "../../project.ts";
import { original } from "../../site/incremental/state.ts";
import { expectSentence, makeGround, untilWriting, versionOf } from "./versioned-project.ts";

/** So many that the build is seen to write before it ends. */
const many = 400;

test("a second build is refused at once with the id of the first one, which goes on", async () => {
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
});

test("the lock of a process that has ended is taken over", async () => {
  const ground = makeGround();
  mkdirSync(ground.lock);
  writeFileSync(join(ground.lock, "1000000000-0a1b2c3d.4"), "");
  expect(await ground.build()).toMatchObject({ status: 0 });
  expect(versionOf(ground)).toBe("one");
});

/** A page that takes so long that all of them would take a minute. */
const slowPage = original("templates/page.njk").replace(
  "<body>",
  "<body>{% for a in range(0, 2000) %}{% for b in range(0, 2000) %}{% endfor %}{% endfor %}",
);

test.each(["SIGINT", "SIGTERM"] as const)(
  "%s in the midst of a build ends it at once in 3 and leaves the last site alone",
  async (signal) => {
    const ground = makeGround();
    await ground.publish("one", "two");
    writeFiles(ground.project, { "templates/page.njk": slowPage });
    const started = ground.start();
    await untilWriting(ground, started);
    expect(stateOf(ground.stage)).toBe("unfinished");
    const signalled = performance.now();
    started.process.kill(signal);
    expect(await started.ended).toEqual({ status: 3, stdout: "", stderr: "" });
    expect(performance.now() - signalled).toBeLessThan(15_000);
    expect(versionOf(ground)).toBe("one");
  },
);
