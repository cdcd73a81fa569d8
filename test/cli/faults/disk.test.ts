import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { list } from "../../site/output/site.ts";
import { canMount, mountingShell } from "../../site/output/steps.ts";
import { commandOf, startCommand } from "../start.ts";
import type { Run } from "../run.ts";
import {
  expectSentence,
  type Ground,
  makeGround,
  pagesIn,
  versionOf,
} from "./versioned-project.ts";

/** Builds after the shell command `before`, in a shell of that kind; `after` follows whatever comes of it. */
function buildAfter(
  before: string,
  { project, output, parent }: Ground,
  { shell = ["sh"], after = ":" }: { shell?: readonly [string, ...string[]]; after?: string } = {},
): Promise<Run> {
  const words = commandOf(["build", "--bulk", "--project", project, "--output", output]);
  const command = words.map((word) => `'${word}'`).join(" ");
  const script = `${before} && { ${command}; status=$?; ${after}; exit $status; }`;
  return startCommand(dirname(parent), [...shell, "-c", script]).ended;
}

test("a file larger than the system allows leaves the last site alone", async () => {
  const ground = makeGround();
  await ground.publish("one", "two");
  const run = await buildAfter("ulimit -f 8", ground);
  expectSentence(run, /^error: cannot write ".*": the file is larger than the system allows/);
  expect(versionOf(ground)).toBe("one");
});

/** A shell that no longer may do what permissions forbid, as root may. */
const boundShell = [
  ...(process.getuid?.() === 0
    ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner"]
    : []),
  "sh",
] as unknown as readonly [string, ...string[]];
const canBind = spawnSync(boundShell[0], [...boundShell.slice(1), "-c", "true"]).status === 0;

describe.skipIf(!canBind)("without permission", () => {
  const build = (before: string, ground: Ground) =>
    buildAfter(before, ground, { shell: boundShell });

  test("the last site stays where nothing may be written beside the output", async () => {
    const ground = makeGround();
    await ground.publish("one", "two");
    const run = await build("chmod 555 x", ground);
    expectSentence(run, /^error: cannot write ".*\/_site": no permission \(mkdir ".*"\)$/m);
    expect(versionOf(ground)).toBe("one");
    chmodSync(ground.parent, 0o755);
  });

  test("nothing is made where the folders above the output may not be", async () => {
    const ground = makeGround();
    chmodSync(ground.parent, 0o555);
    const inner = { ...ground, output: join(ground.parent, "in/_site") };
    expectSentence(await build(":", inner), /^error: cannot write ".*": no permission/);
    expect(list(ground.parent)).toEqual([".keep"]);
    chmodSync(ground.parent, 0o755);
  });

  test("the next site stands and the rest of the last is named where it may not be changed", async () => {
    const ground = makeGround();
    await ground.publish("one", "two");
    const run = await build("chmod 555 x/_site x/_site/site-1", ground);
    expectSentence(run, /^error: cannot remove ".*\/\._site\.gone": no permission/);
    chmodSync(join(ground.parent, "._site.gone/site-1"), 0o755);
    chmodSync(join(ground.parent, "._site.gone"), 0o755);
    expect((await ground.build()).status).toBe(0);
    expect(versionOf(ground)).toBe("two");
  });

  test("a page of the last site that may not be read is made anew", async () => {
    const ground = makeGround();
    expect((await ground.build()).status).toBe(0);
    const pages = pagesIn(ground.output);
    const page = "x/_site/site-1/en/index.html";
    const run = await build(`touch -d 2001-01-01 ${page} && chmod 000 ${page}`, ground);
    expect(run.stderr).toMatch(/^1 files written, 119 unchanged, 0 removed; /);
    expect(run.status).toBe(0);
    expect(pagesIn(ground.output)).toEqual(pages);
  });

  test("a plain sentence says that the last site may not be read", async () => {
    const ground = makeGround();
    await ground.publish("one", "two");
    const run = await build("chmod 000 x/_site/site-1", ground);
    expectSentence(run, /^error: .*no permission/);
    for (const name of ["_site", "._site.gone"])
      if (existsSync(join(ground.parent, name, "site-1")))
        chmodSync(join(ground.parent, name, "site-1"), 0o755);
    expect((await ground.build()).status).toBe(0);
    expect(versionOf(ground)).toBe("two");
  });
});

/** Builds into a file system mounted at `place`, over the last site, and returns what then stands there. */
async function buildMounted(options: string, place: string, before = ":") {
  const ground = makeGround();
  await ground.publish("one", "two");
  const folder = dirname(ground.parent);
  cpSync(ground.parent, join(folder, "filled"), { recursive: true, preserveTimestamps: true });
  rmSync(ground.output, { recursive: true });
  const source = place === "x" ? "filled" : "filled/_site";
  const fill = `mkdir -p ${place} && mount -t tmpfs ${options} tmpfs ${place} && cp -a ${source}/. ${place}/`;
  const run = await buildAfter(`${fill} && ${before}`, ground, {
    shell: mountingShell,
    after: "cp -a x seen",
  });
  const seen = join(folder, "seen");
  return { run, version: versionOf({ ...ground, parent: seen, output: join(seen, "_site") }) };
}

describe.skipIf(!canMount)("on a file system mounted for it", () => {
  test.each(["x", "x/_site"])("the last site stays when the disk at %s is full", async (place) => {
    const { run, version } = await buildMounted("-o size=2m", place);
    expectSentence(run, /^error: cannot write ".*": no space left on the disk/);
    expect(version).toBe("one");
  });

  test.each(["x", "x/_site"])("the last site stays when %s is read-only", async (place) => {
    const { run, version } = await buildMounted("", place, `mount -o remount,bind,ro ${place}`);
    expectSentence(run, /^error: cannot write ".*": the file system is read-only/);
    expect(version).toBe("one");
  });

  test("a mount point is filled like any other output", async () => {
    const { run, version } = await buildMounted("", "x/_site");
    expect(run.status).toBe(0);
    expect(version).toBe("two");
  });
});
