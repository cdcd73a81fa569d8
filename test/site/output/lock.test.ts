import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { nameProcess, runningProcess } from "../../../src/site/output/holder.ts";
import { layoutOf } from "../../../src/site/output/layout.ts";
import { sweep, takeLock } from "../../../src/site/output/lock.ts";
import { start } from "./child.ts";
import { makeFolder } from "./scratch.ts";
import { host, list } from "./site.ts";

const nobody = { pid: process.pid, isAlive: () => false };
const everybody = { pid: process.pid, isAlive: () => true };

function makeLayout() {
  const folder = makeFolder();
  return { folder, layout: layoutOf(join(folder, "_site")) };
}

test("a lock is taken and given back without a trace", () => {
  const { folder, layout } = makeLayout();
  const release = takeLock(layout, host);
  expect(list(folder)).toEqual(["._site.lock"]);
  release();
  expect(list(folder)).toEqual([]);
});

test("a lock that is held is refused with the id of its process", () => {
  const { folder, layout } = makeLayout();
  takeLock(layout, host);
  expect(() => takeLock(layout, host)).toThrow(`is running as process ${process.pid};`);
  expect(list(folder)).toEqual(["._site.lock"]);
});

test("the lock of an ended process is taken over", () => {
  const { folder, layout } = makeLayout();
  takeLock(layout, { ...nobody, pid: 1e9 });
  const release = takeLock(layout, nobody);
  expect(list(layout.lock)).toEqual([nameProcess(process.pid)]);
  release();
  expect(list(folder)).toEqual([]);
});

test.each([[], [".nfs0001"], ["0-unknown"], ["1000000000-unknown", "1000000001-unknown"]])(
  "a lock folder without a running process is free (%j)",
  (...names) => {
    const { folder, layout } = makeLayout();
    mkdirSync(layout.lock);
    for (const name of names) writeFileSync(join(layout.lock, name), "");
    takeLock(layout, host)();
    expect(list(folder)).toEqual([]);
  },
);

test("what ended processes left while they asked for the lock is removed, and nothing else", () => {
  const { folder, layout } = makeLayout();
  const running = `._site.lock.${nameProcess(process.pid)}`;
  for (const name of ["._site.lock.1000000000-unknown", running, "._site.lock.d", "._site.b"]) {
    mkdirSync(join(folder, name));
  }
  sweep(layout, host);
  expect(list(folder)).toEqual(["._site.b", "._site.lock.d", running].toSorted());
});

test("of several processes that find one stale lock after the other, never do two hold it", async () => {
  const { folder } = makeLayout();
  const children = [1, 2, 3].map((self) => start("contend", folder, String(self), "200"));
  const held = await Promise.all(children.map((child) => child.rest()));
  expect(held).toEqual([["200"], ["200"], ["200"]]);
});

describe("a process", () => {
  const name = nameProcess(process.pid);

  test("is known by its name as long as it runs", () => {
    expect(runningProcess(name, host)).toBe(process.pid);
    expect(runningProcess(name, nobody)).toBeUndefined();
  });

  test("of an unknown beginning is known by its id", () => {
    expect(runningProcess(`${process.pid}-unknown`, host)).toBe(process.pid);
    expect(runningProcess("1000000000-unknown", everybody)).toBe(1e9);
  });

  test("is not taken for one that had its id before it", () => {
    const isTold = !name.endsWith("-unknown");
    const earlier = `${process.pid}-00000000.1`;
    expect(runningProcess(earlier, host)).toBe(isTold ? undefined : process.pid);
  });

  test.each(["", "-", "0-unknown", "x-unknown", "1", "-1-unknown", ".DS_Store"])(
    "is not read from another file's name: %j",
    (other) => {
      expect(runningProcess(other, everybody)).toBeUndefined();
    },
  );
});
