import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { nameProcess, runningProcess, sweep, takeLock } from "../../src/files/lock.ts";
import { layoutOf } from "../../src/site/output/layout.ts";
import { start } from "../site/output/child-process.ts";
import { makeFolder } from "../site/output/scratch.ts";
import { host, list } from "../site/output/site.ts";

const nobody = { pid: process.pid, isAlive: () => false };
const everybody = { pid: process.pid, isAlive: () => true };

function makeLayout() {
  const folder = makeFolder();
  return { folder, layout: layoutOf(join(folder, "_site")) };
}

test("a lock is taken and given back without a trace", () => {
  const { folder, layout } = makeLayout();
  const release = takeLock(layout.lock, "test", host);
  expect(list(folder)).toEqual(["._site.lock"]);
  release();
  expect(list(folder)).toEqual([]);
});

test("a lock that is held is refused with the id of its process", () => {
  const { folder, layout } = makeLayout();
  takeLock(layout.lock, "test", host);
  expect(() => takeLock(layout.lock, "test", host)).toThrow(
    `is running as process ${process.pid};`,
  );
  expect(list(folder)).toEqual(["._site.lock"]);
});

test("the lock of an ended process is taken over", () => {
  const { folder, layout } = makeLayout();
  takeLock(layout.lock, "test", { ...nobody, pid: 1e9 });
  const release = takeLock(layout.lock, "test", nobody);
  expect(list(layout.lock)).toEqual([nameProcess(process.pid)]);
  release();
  expect(list(folder)).toEqual([]);
});

test.each([[], [".nfs0001"], ["1000000000-unknown", "1000000001-unknown"]])(
  "a lock folder without a running process is free (%j)",
  (...names) => {
    const { folder, layout } = makeLayout();
    mkdirSync(layout.lock);
    for (const name of names) writeFileSync(join(layout.lock, name), "");
    takeLock(layout.lock, "test", host)();
    expect(list(folder)).toEqual([]);
  },
);

test.each([
  ["mine.txt", ""],
  ["0-unknown", ""],
  ["1000000000-unknown", "text"],
  [".nfs0001", "text"],
])("a lock folder that holds %j with %j in it is refused, and the file stays", (name, text) => {
  const { folder, layout } = makeLayout();
  mkdirSync(layout.lock);
  writeFileSync(join(layout.lock, name), text);
  expect(() => takeLock(layout.lock, "build", host)).toThrow(
    `holds "${name}", which is not of cookie-ledger`,
  );
  expect(readFileSync(join(layout.lock, name), "utf8")).toBe(text);
  expect(list(folder)).toEqual(["._site.lock"]);
});

test("a folder beside the output that only looks like a request for the lock stays", () => {
  const { folder, layout } = makeLayout();
  const name = "._site.lock.1000000000-unknown";
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, "mine.txt"), "");
  sweep(layout.lock, host);
  expect(list(join(folder, name))).toEqual(["mine.txt"]);
});

test("what ended processes left while they asked for the lock is removed, and nothing else", () => {
  const { folder, layout } = makeLayout();
  const running = `._site.lock.${nameProcess(process.pid)}`;
  for (const name of ["._site.lock.1000000000-unknown", running, "._site.lock.d", "._site.b"]) {
    mkdirSync(join(folder, name));
  }
  sweep(layout.lock, host);
  expect(list(folder)).toEqual(["._site.b", "._site.lock.d", running].toSorted());
});

test("of several processes that find one stale lock after the other, never do two hold it", async () => {
  const { folder } = makeLayout();
  const children = [1, 2, 3].map((self) => start("contend", folder, String(self), "200"));
  const held = await Promise.all(children.map((child) => child.rest()));
  expect(held).toEqual([["200"], ["200"], ["200"]]);
});

const readStat = (pid: number | undefined): string => readFileSync(`/proc/${pid}/stat`, "utf8");

describe("a process", () => {
  const name = nameProcess(process.pid);

  test("is known by its name as long as it runs", () => {
    expect(runningProcess(name, host)).toBe(process.pid);
    expect(runningProcess(name, nobody)).toBeUndefined();
  });

  test("is named by its beginning too, where the system tells it", () => {
    expect(name.endsWith("-unknown")).toBe(process.platform !== "linux");
  });

  test("a process of an unknown beginning is known by its id", () => {
    expect(runningProcess("1000000000-0a1b2c3d.4", everybody)).toBe(1e9);
    expect(runningProcess(`${process.pid}-unknown`, host)).toBe(process.pid);
    expect(runningProcess("1000000000-unknown", everybody)).toBe(1e9);
  });

  test("is not taken for one that had its id before it", () => {
    const earlier = `${process.pid}-00000000.1`;
    expect(runningProcess(earlier, host)).toBe(
      process.platform === "linux" ? undefined : process.pid,
    );
  });

  test.runIf(process.platform === "linux")(
    "that has ended counts so, even if its parent has not asked after it",
    async () => {
      // The shell becomes a sleep, which asks after no child.
      const parent = spawn("sh", ["-c", "sleep 60 & echo $!; exec sleep 60"]);
      onTestFinished(() => void parent.kill());
      const [line] = await once(parent.stdout, "data");
      const pid = Number(String(line));
      while (!readStat(parent.pid).includes("(sleep)")) await nextTurn();
      process.kill(pid, "SIGKILL");
      while (!readStat(pid).includes(") Z ")) await nextTurn();
      expect(host.isAlive(pid)).toBe(true);
      expect(runningProcess(`${pid}-unknown`, host)).toBeUndefined();
    },
  );

  test.each(["", "-", "0-unknown", "x-unknown", "1", "-1-unknown", ".DS_Store"])(
    "is not read from another file's name: %j",
    (other) => {
      expect(runningProcess(other, everybody)).toBeUndefined();
    },
  );
});
