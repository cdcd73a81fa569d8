import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { runInit } from "../../../src/cli/run/init/init.ts";
import { runLint } from "../../../src/cli/run/lint/lint.ts";
import { temporaryFolder, writeFiles } from "../../project.ts";
import { runUnder } from "../../site/output/failing-fs.ts";
import { host } from "../../site/output/site.ts";
import { run } from "../run.ts";
import { start } from "../start.ts";
import { createTestContext } from "../context.ts";

const site = "name: Town\nurl: https://town.example\nlanguages: [en]\nproviders: [town]\n";

/** Cookies that `--fix` mends: names without quotes, keys out of order. */
const unsorted = (count: number) =>
  `name: Town\nrecipients: []\ncookies:\n${Array.from(
    { length: count },
    (_, index) =>
      `  - name: s${index}\n    duration: session\n    purposes: [remember-user]\n    function: authentication\n`,
  ).join("")}`;

const town = (count: number) =>
  writeFiles(temporaryFolder(), {
    "data/sites/town.yaml": site,
    "data/providers/town.yaml": unsorted(count),
    "visit.txt": "https://town.example/\nSet-Cookie: s0=secret\n",
  });

const provider = (folder: string) => join(folder, "data/providers/town.yaml");
const read = (path: string) => readFileSync(path, "utf8");

test("two lint --fix at once leave a file as one of them would", async () => {
  const [folder, other] = [town(100), town(100)];
  const [first, second] = [start(folder, "lint", "--fix"), start(folder, "lint", "--fix")];
  await Promise.all([first.ended, second.ended]);
  await run(other, ["lint", "--fix"]);
  expect(read(provider(folder))).toBe(read(provider(other)));
  expect(read(provider(folder)).match(/^ {2}- name: "s\d+"$/gm)?.length).toBe(100);
  expect(readdirSync(folder)).toEqual(["data", "visit.txt"]);
});

test("a file saved in the editor while lint --fix judges it keeps what was saved, mended", () => {
  const folder = town(1);
  let saved = false;
  const today = () => {
    if (!saved) writeFileSync(provider(folder), `# reviewed today\n${unsorted(2)}`);
    saved = true;
    return "2026-11-01";
  };
  runLint(
    [],
    { project: ".", format: "text", site: [], fix: true },
    createTestContext({ folder, host, today }).context,
  );
  expect(read(provider(folder))).toMatch(/^# reviewed today\nname: Town\n/);
  expect(read(provider(folder)).match(/^ {2}- name: "s\d+"$/gm)).toEqual([
    '  - name: "s0"',
    '  - name: "s1"',
  ]);
});

test.each(Array.from({ length: 40 }, (_, index) => index + 1))(
  "an init that fails leaves nothing behind and can be repeated (%i)",
  async (dieAt) => {
    const folder = temporaryFolder();
    const init = () => runInit({ project: "new" }, createTestContext({ folder, host }).context);
    const failed = await runUnder({ dieAt, torn: true, code: "ENOSPC" }, init);
    expect(failed).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
    expect(await init()).toBe(0);
  },
);

test.each([
  ["the evidence itself", "visit.txt", "is the evidence to read"],
  ["a provider", "data/providers/town.yaml", "is among the project's sources"],
  ["a new file among the sources", "data/providers/seen.yaml", "is among the project's sources"],
  ["another file", "notes.json", "is something else than saved evidence"],
  ["a socket", "socket", "is no regular file"],
  ["a folder", "data", "is among the project's sources"],
])("--save does not take the place of %s", async (_, target, why) => {
  const folder = writeFiles(town(1), { "notes.json": '{ "format": "mine" }' });
  const server = createServer().listen(join(folder, "socket"));
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const before = [read(provider(folder)), read(join(folder, "visit.txt"))];
  const ended = await run(folder, ["audit", "--site", "town", "--save", target, "visit.txt"]);
  expect(ended.stderr).toContain(`error: "${target}" ${why}, expected a new file`);
  expect(ended).toMatchObject({ status: 2, stdout: "" });
  expect([read(provider(folder)), read(join(folder, "visit.txt"))]).toEqual(before);
  expect(read(join(folder, "notes.json"))).toBe('{ "format": "mine" }');
});

test("--save renews what an earlier one kept", async () => {
  const folder = town(1);
  const words = ["audit", "--site", "town", "--save", "seen.json", "visit.txt"];
  await run(folder, words);
  const first = read(join(folder, "seen.json"));
  writeFiles(folder, { "visit.txt": "https://town.example/\nSet-Cookie: s9=x\n" });
  expect((await run(folder, words)).stderr).not.toContain("error:");
  expect([first.includes('"s0"'), read(join(folder, "seen.json")).includes('"s9"')]).toEqual([
    true,
    true,
  ]);
});
