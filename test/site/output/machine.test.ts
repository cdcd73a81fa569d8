import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeFolder } from "./scratch.ts";
import {
  canMount,
  canMountOverlay,
  mountingShell,
  mountOverlay,
  runSteps,
  type Step,
} from "./steps.ts";

const makeOutput = (): { folder: string; output: string } => {
  const folder = makeFolder();
  return { folder, output: join(folder, "_site") };
};

const small: Step = { publish: { "a/index.html": ["a", 9], "index.html": ["b", 9] } };
const smallFiles = { "a/index.html": "9 x a", "index.html": "9 x b" };
const other: Step = { publish: { "c/index.html": ["c", 9], "index.html": ["d", 9] } };
const otherFiles = { "c/index.html": "9 x c", "index.html": "9 x d" };
/** More than any limit set below. */
const large: Step = { publish: { "c/index.html": ["c", 9], "d/index.html": ["d", 8e6] } };
const nobody: Step = { become: 65_534 };

test.concurrent("a file larger than the system allows leaves the last site", async () => {
  const { output } = makeOutput();
  const outcomes = await runSteps(output, [small, large, other], "ulimit -f 4096");
  const error = `cannot write "${output}/d/index.html": the file is larger than the system allows`;
  expect(outcomes).toEqual([
    { error: null, files: smallFiles, beside: ["_site"] },
    { error, files: smallFiles, beside: ["_site"] },
    { error: null, files: otherFiles, beside: ["_site"] },
  ]);
});

describe.concurrent("without permission", () => {
  test("the last site stays where nothing may be written beside the output", async () => {
    const { folder, output } = makeOutput();
    const shut: Step = { shell: `chmod 555 '${folder}'` };
    const outcomes = await runSteps(output, [small, shut, nobody, other]);
    chmodSync(folder, 0o755);
    expect(outcomes.at(-1)?.files).toEqual(smallFiles);
    expect(outcomes.at(-1)?.beside).toEqual(["_site"]);
    expect(outcomes.at(-1)?.error).toMatch(
      /^cannot write ".*\/_site": no permission \(mkdir ".*"\)$/,
    );
  });

  test("nothing is made where the folders above the output may not be", async () => {
    const { folder } = makeOutput();
    mkdirSync(join(folder, "shut"), { mode: 0o555 });
    const outcomes = await runSteps(join(folder, "shut/in/_site"), [nobody, other]);
    expect(outcomes.at(-1)?.files).toEqual({});
    expect(outcomes.at(-1)?.beside).toEqual([]);
    expect(outcomes.at(-1)?.error).toContain("no permission");
  });

  test("the next site stands and the rest of the last is named where it may not be removed", async () => {
    const { folder, output } = makeOutput();
    const shut: Step = { shell: `chmod 777 '${folder}' && chmod 555 '${output}/a'` };
    const outcomes = await runSteps(output, [small, shut, nobody, other]);
    chmodSync(join(folder, "._site.gone/a"), 0o755);
    expect(outcomes.at(-1)?.files).toEqual(otherFiles);
    expect(outcomes.at(-1)?.beside).toEqual(["._site.gone", "_site"]);
    expect(outcomes.at(-1)?.error).toMatch(/^cannot remove ".*\/\._site\.gone": no permission/);
  });
});

/** Publishes `steps` to `x/_site`, after a `mount` run in the folder that holds `x`. */
function runMounted(mount: string, steps: readonly Step[]) {
  const folder = makeFolder();
  const output = join(folder, "x/_site");
  mkdirSync(output, { recursive: true });
  return runSteps(output, steps, `cd '${folder}' && ${mount}`, mountingShell);
}

describe.skipIf(!canMount)("on a file system mounted for it", { concurrent: true }, () => {
  const done = [
    { error: null, files: smallFiles, beside: ["_site"] },
    { error: null, files: otherFiles, beside: ["_site"] },
  ];

  test.each([
    ["the disk", "mount -t tmpfs -o size=4m tmpfs x"],
    ["the disk that is the output itself", "mount -t tmpfs -o size=4m tmpfs x/_site"],
  ])("the last site stays when %s is full", async (_, mount) => {
    const [first, full, third] = await runMounted(mount, [small, large, other]);
    expect([first, third]).toEqual(done);
    expect(full?.files).toEqual(smallFiles);
    expect(full?.beside).toEqual(["_site"]);
    expect(full?.error).toMatch(/^cannot write ".*": no space left on the disk/);
  });

  test.each([
    ["the disk", "x"],
    ["the disk that is the output itself", "x/_site"],
  ])("the last site stays when %s is read-only", async (_, place) => {
    const shut: Step = { shell: `mount -o remount,bind,ro ${place}` };
    const outcomes = await runMounted(`mount -t tmpfs tmpfs ${place}`, [small, shut, other]);
    expect(outcomes.at(-1)?.files).toEqual(smallFiles);
    expect(outcomes.at(-1)?.beside).toEqual(["_site"]);
    expect(outcomes.at(-1)?.error).toContain("the file system is read-only");
  });

  test("no folder is made above the output where the disk is read-only", async () => {
    const outcomes = await runMounted('mount -t tmpfs -o ro tmpfs "$PWD"', [other]);
    expect(outcomes[0]?.error).toContain("the file system is read-only");
  });

  test.skipIf(!canMountOverlay)(
    "an output from a lower layer of a container is replaced like any other",
    async () => {
      const layer: Step = { shell: `mkdir layers && ${mountOverlay("x", "layers")}` };
      const outcomes = await runMounted(":", [small, layer, other, small]);
      expect(outcomes).toEqual([done[0], done[0], done[1], done[0]]);
    },
  );

  test.each([
    ["of another file system", "mount -t tmpfs tmpfs x/_site"],
    ["of the same file system", "mount --bind x/_site x/_site"],
  ])("a mount point %s is filled and replaced like any other output", async (_, mount) => {
    expect(await runMounted(mount, [small, other])).toEqual(done);
  });
});
