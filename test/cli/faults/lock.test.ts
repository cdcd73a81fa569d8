import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { stateOf } from "../../../src/site/output/folder.ts";
import { writeFiles } from "../../project.ts";
import { original } from "../../site/incremental/state.ts";
import { expectSentence, makeGround, untilWriting, versionOf } from "./versioned-project.ts";

/** A template of pages that take a while: a build of them is seen to write long before it ends. */
const slowed = (rounds: number) => ({
  "templates/page.njk": original("templates/page.njk").replace(
    "<body>",
    `<body>{% for a in range(0, ${rounds}) %}{% for b in range(0, ${rounds}) %}{% endfor %}{% endfor %}`,
  ),
});

test("a second build is refused at once with the id of the first one, which goes on", async () => {
  const ground = makeGround();
  await ground.publish("one", "two");
  writeFiles(ground.project, slowed(200));
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

test.each(["SIGINT", "SIGTERM"] as const)(
  "%s in the midst of a build ends it before it is done, in 3, and leaves the last site alone",
  async (signal) => {
    const ground = makeGround();
    await ground.publish("one", "two");
    writeFiles(ground.project, slowed(350));
    const started = ground.start();
    await untilWriting(ground, started);
    expect(stateOf(ground.stage)).toBe("unfinished");
    started.process.kill(signal);
    expect(await started.ended).toEqual({ status: 3, stdout: "", stderr: "" });
    expect(versionOf(ground)).toBe("one");
  },
);
