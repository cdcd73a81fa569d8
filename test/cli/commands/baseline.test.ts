import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Files, writeFiles, writeProject } from "../../project.ts";
import { run } from "../run.ts";

const cookies = (from: number, until: number) =>
  Array.from(
    { length: until - from },
    (_, index) =>
      `  - name: c${from + index}\n    function: authentication\n    purposes: [check-identity]\n`,
  ).join("");

const provider = (text: string) => `name: Town\nrecipients: []\ncookies:\n${text}`;

const town: Files = {
  "data/sites/town.yaml":
    "name: Town\nurl: https://town.example\nlanguages: [en]\nproviders: [town]\n",
  "data/providers/town.yaml": provider(cookies(0, 100)),
};

const file = "cookie-ledger-baseline.yaml";
const read = (folder: string) => readFileSync(join(folder, file), "utf8");

/** Puts off what is wrong and gives each a reason. */
async function takeBaseline(folder: string): Promise<void> {
  expect((await run(folder, ["lint", "--baseline"])).status).toBe(0);
  writeFileSync(join(folder, file), read(folder).replaceAll('reason: ""', 'reason: "old"'));
}

async function lint(folder: string, ...words: string[]) {
  const { status, stdout, stderr } = await run(folder, ["lint", "--format", "json", ...words]);
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { rule: string; severity: string; message: string; line: number; file: string }[];
  };
  return { status, stderr, found: diagnostics.filter(({ severity }) => severity !== "note") };
}

describe("a baseline of two hundred old problems", () => {
  test("passes, also when lines move, from a folder below and in a strict build", async () => {
    const folder = writeProject(town);
    expect((await lint(folder)).found.length).toBeGreaterThan(200);
    await takeBaseline(folder);
    writeFiles(folder, { "data/providers/town.yaml": `# moved\n${provider(cookies(0, 100))}` });
    const { status, stderr, found } = await lint(folder);
    expect({ status, found }).toEqual({ status: 0, found: [] });
    expect(stderr).toMatch(/; 2\d\d in cookie-ledger-baseline\.yaml \(/);
    expect((await lint(join(folder, "data"))).status).toBe(0);
    expect(await run(folder, ["build", "--strict"])).toMatchObject({ status: 0 });
  });

  test("fails on one new problem, and names it alone", async () => {
    const folder = writeProject(town);
    await takeBaseline(folder);
    writeFiles(folder, { "data/providers/town.yaml": provider(cookies(0, 101)) });
    const { status, found } = await lint(folder);
    expect(status).toBe(1);
    expect(found.map(({ rule }) => rule).toSorted()).toEqual(["duration-missing", "name-unquoted"]);
    expect(found.every(({ message }) => message.includes("c100"))).toBe(true);
    expect(await run(folder, ["build", "--strict"])).toMatchObject({ status: 1 });
  });

  test("asks for a mended one to be taken out, at its line, which a new baseline does", async () => {
    const folder = writeProject(town);
    await takeBaseline(folder);
    writeFiles(folder, {
      "data/providers/town.yaml": provider(cookies(0, 100).replace("name: c7\n", 'name: "c7"\n')),
    });
    const { status, found } = await lint(folder);
    expect(status).toBe(1);
    expect(found).toMatchObject([{ rule: "baseline-outdated", file }]);
    expect(read(folder).split("\n")[found[0]!.line - 1]).toBe(
      "      - 'cookie name c7 without double quotes'",
    );
    expect((await lint(folder, "data/providers")).found).toEqual([]);
    await run(folder, ["lint", "--baseline"]);
    expect(read(folder)).not.toContain("c7 without");
    expect(read(folder)).not.toContain('reason: ""');
    expect(await lint(folder)).toMatchObject({ status: 0, found: [] });
  });
});

describe("what a baseline is", () => {
  test("a reason that lacks is a note at its place", async () => {
    const folder = writeProject(town);
    await run(folder, ["lint", "--baseline"]);
    const { status, stdout } = await run(folder, ["lint"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^cookie-ledger-baseline\.yaml:5:13: note: no reason why/m);
  });

  test("rows of a table are told apart by their ids", async () => {
    const row = (id: string) => `${id},Town,https://town.example,en,matomo\n`;
    const table = (...ids: string[]) => ({
      "data/sites/rows.csv": `id,name,url,languages,providers\n${ids.map(row).join("")}`,
    });
    const folder = writeProject(table("one", "two"));
    await takeBaseline(folder);
    expect((await lint(folder)).found).toEqual([]);
    writeFiles(folder, table("two", "three"));
    const { found } = await lint(folder);
    expect(found.map(({ rule }) => rule)).toContain("controller-missing");
    expect(found.some(({ message }) => message.includes("one: no controller"))).toBe(true);
  });

  test("what the loader finds cannot wait", async () => {
    const folder = writeProject({ ...town, "data/functions.yaml": "Bad Id: {}\n" });
    const { status, stdout } = await run(folder, ["lint", "--baseline"]);
    expect(status).toBe(1);
    expect(stdout).toContain("data/functions.yaml:1:1: error: ");
    expect(read(folder)).not.toContain("functions.yaml");
  });

  test("it is of the whole project, and is refused where it is no baseline", async () => {
    const folder = writeProject({ ...town, [file]: "data/a.yaml: []\n" });
    expect((await run(folder, ["lint", "--baseline", "data"])).status).toBe(2);
    const { status, stdout } = await run(folder, ["lint", "--baseline"]);
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^cookie-ledger-baseline\.yaml:1:1: error: a list, expected keys and values/,
    );
    expect(read(folder)).toBe("data/a.yaml: []\n");
  });
});
