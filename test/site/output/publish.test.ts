import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CannotBuild } from "../../../src/files/system-error.ts";
import { recover } from "../../../src/site/output/recover.ts";
import { start } from "./child-process.ts";
import { makeFolder } from "./scratch.ts";
import { at, list, readTree, siteOf, writer, publishFiles } from "./site.ts";

const makeOutput = (): { folder: string; output: string } => {
  const folder = makeFolder();
  return { folder, output: join(folder, "_site") };
};

async function makeSite() {
  const { folder, output } = makeOutput();
  await publishFiles(at(output), writer(siteOf("old")));
  return { folder, output };
}

describe("publishing", () => {
  test("makes the output, its parents too, and nothing beside it", async () => {
    const { folder } = makeOutput();
    const output = join(folder, "deep/er/_site");
    await publishFiles(at(output), writer(siteOf("new")));
    expect(readTree(output)).toEqual(siteOf("new"));
    expect(list(join(folder, "deep/er"))).toEqual(["_site"]);
  });

  test("counts files and bytes, of text as UTF-8", async () => {
    const { output } = makeOutput();
    const published = await publishFiles(at(output), (stage) => {
      stage.write("a", "é");
      stage.write("b", new Uint8Array(3));
    });
    expect(published).toMatchObject({ written: 2, bytes: 5 });
  });

  test("replaces the last site as a whole", async () => {
    const { folder, output } = await makeSite();
    await publishFiles(at(output), writer(siteOf("new")));
    expect(readTree(output)).toEqual(siteOf("new"));
    expect(list(folder)).toEqual(["_site"]);
  });

  test("shows nothing before all is written", async () => {
    const { output } = await makeSite();
    await publishFiles(at(output), async (stage) => {
      writer(siteOf("new"))(stage);
      await Promise.resolve();
      expect(readTree(output)).toEqual(siteOf("old"));
    });
  });

  test("uses an empty folder", async () => {
    const { output } = makeOutput();
    mkdirSync(output);
    await publishFiles(at(output), writer(siteOf("new")));
    expect(readTree(output)).toEqual(siteOf("new"));
  });
});

describe("the last site stays, and nothing else,", () => {
  test.each([
    ["a path is refused", writer({ a: "a", "../b": "b" }), "leaves its folder"],
    ["two paths collide", writer({ a: "a", A: "b" }), "some systems hold them for one"],
  ])("where %s", async (_, write, message) => {
    const { folder, output } = await makeSite();
    const build = publishFiles(at(output), write);
    await expect(build).rejects.toThrow(CannotBuild);
    await expect(build).rejects.toThrow(message);
    expect(readTree(output)).toEqual(siteOf("old"));
    expect(list(folder)).toEqual(["_site"]);
  });

  test("where the writer fails, whose error passes through", async () => {
    const { folder, output } = await makeSite();
    const failure = new Error("of the writer's own");
    const build = publishFiles(at(output), (stage) => {
      stage.write("a", "a");
      throw failure;
    });
    await expect(build).rejects.toBe(failure);
    expect(readTree(output)).toEqual(siteOf("old"));
    expect(list(folder)).toEqual(["_site"]);
  });

  test.each(["SIGINT", "SIGTERM"] as const)("after %s", async (signal) => {
    const { folder, output } = await makeSite();
    const child = start("hold", output, "new");
    expect(await child.line()).toBe("half");
    expect(list(folder)).toEqual(["._site.lock", "._site.new", "_site"]);
    child.process.kill(signal);
    expect(await child.rest()).toEqual([signal]);
    expect(readTree(output)).toEqual(siteOf("old"));
    expect(list(folder)).toEqual(["_site"]);
  });

  test("where the build was aborted before it began, which then never begins", async () => {
    const { folder, output } = await makeSite();
    let begun = false;
    const build = publishFiles(
      at(output),
      () => {
        begun = true;
      },
      AbortSignal.abort(new Error("enough")),
    );
    await expect(build).rejects.toThrow("enough");
    expect(begun).toBe(false);
    expect(list(folder)).toEqual(["_site"]);
  });

  test("where the build is aborted after its last file", async () => {
    const { output } = await makeSite();
    const interruption = new AbortController();
    const build = publishFiles(
      at(output),
      (stage) => {
        writer(siteOf("new"))(stage);
        interruption.abort(new Error("enough"));
      },
      interruption.signal,
    );
    await expect(build).rejects.toThrow("enough");
    expect(readTree(output)).toEqual(siteOf("old"));
  });
});

test("a second build at the same time is refused with the id of the first, which goes on", async () => {
  const { folder, output } = await makeSite();
  const child = start("hold", output, "first");
  expect(await child.line()).toBe("half");
  const second = publishFiles(at(output), writer(siteOf("second")));
  await expect(second).rejects.toThrow(CannotBuild);
  await expect(second).rejects.toThrow(`is running as process ${child.process.pid};`);
  expect(() => recover(at(output))).toThrow(`is running as process ${child.process.pid};`);
  child.process.stdin?.end("go on\n");
  expect(await child.rest()).toEqual(["published"]);
  expect(readTree(output)).toEqual({ ...siteOf("first"), "half.html": "first" });
  expect(list(folder)).toEqual(["_site"]);
});

test("a build takes over from one that was killed", async () => {
  const { folder, output } = await makeSite();
  const child = start("hold", output, "first");
  expect(await child.line()).toBe("half");
  child.process.kill("SIGKILL");
  await child.ended;
  expect(list(folder)).toEqual(["._site.lock", "._site.new", "_site"]);
  await publishFiles(at(output), writer(siteOf("new")));
  expect(readTree(output)).toEqual(siteOf("new"));
  expect(list(folder)).toEqual(["_site"]);
});
