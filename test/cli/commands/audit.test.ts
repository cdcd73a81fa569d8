import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { savedFormat } from "../../../src/observation/saved.ts";
import { root, temporaryFolder, writeFiles } from "../../project.ts";
import { run } from "../run.ts";

const now = Math.round(Date.now() / 1000);
const days = (count: number) => now + count * 86_400;

const jar = (...lines: readonly (readonly [host: string, expires: number, name: string])[]) =>
  `# Netscape HTTP Cookie File\n${lines
    .map(([host, expires, name]) => `${host}\tFALSE\t/\tTRUE\t${expires}\t${name}\tsecret-value\n`)
    .join("")}`;

const site = `name: Town
url: https://www.town.example
languages: [en]
providers: [town]
`;

const town = {
  "data/sites/town.yaml": site,
  "data/providers/town.yaml": `name: Town
cookies:
  - name: "sid"
    function: authentication
    purposes: [remember-user]
    duration: session
`,
  "good.txt": jar(["www.town.example", 0, "sid"]),
  "two/data/sites/one.yaml": site.replace("[town]", "[matomo]"),
  "two/data/sites/two.yaml": site.replace("[town]", "[matomo]"),
  "hostile.json": JSON.stringify({
    cookies: [],
    origins: [
      {
        origin: "https://www.town.example",
        localStorage: [{ name: "=cmd|\u001b[2J\u202e\n[x](y)", value: "secret-value" }],
      },
    ],
  }),
  "bad.txt": jar(
    ["www.town.example", days(30), "sid"],
    ["www.town.example", days(30), "_ga"],
    ["track.example", 0, "@SUM(1+1)"],
  ),
};

const project = (more: Readonly<Record<string, string>> = {}) =>
  writeFiles(temporaryFolder(), { ...town, ...more });

const audit = (folder: string, ...words: readonly string[]) =>
  run(folder, ["audit", "--site", "town", ...words]);

describe("usage", () => {
  test.each([
    [["audit", "--project", "two", "good.txt"], 'expected one after --site: "one", "two"'],
    [["audit", "--site", "tonw", "good.txt"], 'did you mean "town"?'],
    [["audit", "--site", "town"], "no evidence"],
    [["audit", "--site", "town", "missing.har"], 'no file "missing.har"'],
    [["audit", "--site", "town", "data"], '"data" is a folder, expected a file'],
    [["audit", "--site", "town", "--format", "jsno", "good.txt"], 'did you mean "json"?'],
    [["audit", "--site", "town", "--url", "https://x.example", "good.txt"], "--draft"],
    [["audit", "--draft", "good.txt"], "--url"],
    [["audit", "--draft", "--url", "town.example", "good.txt"], 'bad URL "town.example"'],
    [["audit", "--draft", "--url", "https://x.example", "--site", "A b", "good.txt"], "bad site"],
  ])("%j ends in 2 with a hint", async (words, hint) => {
    const { status, stdout, stderr } = await run(project(), words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(hint);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

test("the only site of a project is the one that was visited", async () => {
  const folder = project();
  const { status, stderr } = await run(folder, ["audit", "good.txt"]);
  expect(status).toBe(0);
  expect(stderr).toMatch(/^town, 1 observations: /);
});

describe("a report", () => {
  test("a report of a page that tells the truth ends in 0 and says what may have gone unseen", async () => {
    const { status, stdout, stderr } = await audit(project(), "good.txt");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^In a phase that the evidence does not tell: 1 seen, 0 undeclared\n/);
    expect(stdout).toMatch(/\nINCOMPLETE: .*\n {2}- a list of cookies /);
    expect(stderr).toMatch(/^town, 1 observations: no problems; INCOMPLETE \(\d+\.\d s\)\n$/);
  });

  test("a report of a page that tells an untruth ends in 1, with the table, the places and what to paste", async () => {
    const { status, stdout } = await audit(project(), "bad.txt");
    expect(status).toBe(1);
    await expect(stdout).toMatchFileSnapshot("audit.txt");
  });

  test.each(["text", "json", "github", "sarif"])(
    "as %s obeys no hostile name and holds no value",
    async (format) => {
      const { status, stdout } = await audit(
        project(),
        "bad.txt",
        "hostile.json",
        "--format",
        format,
      );
      expect(status).toBe(1);
      expect(stdout).toContain("=cmd|");
      expect(stdout).not.toContain("secret-value");
      expect(stdout).not.toContain("\u001b");
    },
  );

  test.each(["text", "github"])("as %s shows what cannot be seen", async (format) => {
    const { stdout } = await audit(project(), "hostile.json", "--format", format);
    expect(stdout).not.toContain("\u202e");
    expect(stdout).toContain("=cmd|\\x1b[2J\\u202e");
  });

  test("as JSON has the diagnostics of lint, what was seen, and what may not have been", async () => {
    const { stdout } = await audit(project(), "bad.txt", "--format", "json");
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      site: "town",
      incomplete: [expect.any(String)],
      observed: [
        { name: "sid", storage: "cookie", host: "www.town.example", provider: "town" },
        { name: "_ga", provider: null },
        {},
      ],
      diagnostics: [
        { file: "data/providers/town.yaml", line: 6, rule: "session-declared-but-persistent" },
        { file: "data/sites/town.yaml", line: 4, rule: "undeclared-cookie" },
        {},
      ],
    });
  });

  test("as SARIF explains its rules", async () => {
    const { stdout } = await audit(project(), "bad.txt", "--format", "sarif");
    expect(stdout).toContain('"shortDescription"');
    expect(stdout).toContain("A site sets a cookie that none of its providers declares.");
  });

  test("fails on a warning only where it is strict", async () => {
    const folder = project({
      "saved.json": JSON.stringify({
        format: savedFormat,
        version: 1,
        incomplete: [],
        observations: [{ name: "sid", storage: "cookie", lifetime: { kind: "session" } }],
      }),
      "data/providers/town.yaml": `${town["data/providers/town.yaml"]}  - name: "gone"
    function: authentication
    purposes: [remember-user]
`,
    });
    expect(await audit(folder, "saved.json")).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("[unobserved-cookie]") as string,
    });
    expect((await audit(folder, "saved.json", "--strict")).status).toBe(1);
  });

  test("a report of a file that cannot be read ends in 1, and says that it is incomplete", async () => {
    const { status, stdout } = await audit(project({ "x.har": '{"log":' }), "good.txt", "x.har");
    expect(status).toBe(1);
    expect(stdout).toContain("[unreadable-evidence]");
    expect(stdout).toContain("  - a file of evidence could not be read\n");
  });
});

test("a registry with errors is reported and not audited", async () => {
  const folder = project({ "data/sites/town.yaml": "name: Town\n" });
  const { status, stdout, stderr } = await audit(folder, "good.txt");
  expect(status).toBe(1);
  expect(stdout).toContain("[missing-key]");
  expect(stderr).toBe("nothing was audited\n");
});

test("an ignore of an audit's rule hides it there, and lint does not take it for a slip", async () => {
  const ignored = town["data/providers/town.yaml"].replace(
    "    duration",
    "    # ignore session-declared-but-persistent: agreed with the DPO\n    duration",
  );
  const folder = project({ "data/providers/town.yaml": ignored });
  expect((await audit(folder, "bad.txt")).stdout).not.toContain("[session-declared");
  expect((await run(folder, ["lint"])).stdout).not.toMatch(/\[(unknown-rule|unused-ignore)\]/);
});

test("--save keeps the evidence without values, and an audit of it finds the same", async () => {
  const folder = project();
  const first = await audit(folder, "bad.txt", "--save", "seen/evidence.json", "--format", "json");
  const saved = readFileSync(join(folder, "seen/evidence.json"), "utf8");
  expect(saved).toContain('"_ga"');
  expect(saved).not.toContain("secret-value");
  const again = await audit(folder, "seen/evidence.json", "--format", "json");
  expect(JSON.parse(again.stdout)).toEqual(JSON.parse(first.stdout));
  expect(again.status).toBe(1);
});

describe("--draft", () => {
  const evidence = () => writeFiles(temporaryFolder(), { "bad.txt": town["bad.txt"] });
  const words = ["--url", "https://www.town.example/start?x=1", "--project", "new", "bad.txt"];

  test("makes a project that loads, builds, and declares all that was seen", async () => {
    const folder = evidence();
    const { status, stdout } = await run(folder, ["audit", "--draft", ...words]);
    expect(status).toBe(0);
    expect(
      stdout
        .trim()
        .split("\n")
        .map((path) => path.slice(folder.length)),
    ).toEqual([
      "/new/data/providers/town-example.yaml",
      "/new/data/providers/track-example.yaml",
      "/new/data/sites/town-example.yaml",
    ]);
    expect((await run(folder, ["build", "--project", "new"])).status).toBe(0);
    const again = await run(folder, [
      "audit",
      "--site",
      "town-example",
      "--project",
      "new",
      "bad.txt",
    ]);
    expect(again).toMatchObject({ status: 0 });
    expect(again.stdout).toContain(": 3 seen, 0 undeclared\n");
  });

  test("refuses where there are sites already, or where one of its files stands", async () => {
    const folder = evidence();
    await run(folder, ["init", "--project", "new"]);
    const { status, stderr } = await run(folder, ["audit", "--draft", ...words]);
    expect(status).toBe(3);
    expect(stderr).toContain("has data/sites already, nothing was written");
    expect(readdirSync(join(folder, "new/data/providers"))).toEqual(["my-site.yaml"]);
  });

  test("writes nothing from evidence that cannot be read or shows nothing", async () => {
    const folder = writeFiles(temporaryFolder(), { "bad.txt": "nonsense", "empty.txt": jar() });
    for (const file of ["bad.txt", "empty.txt"]) {
      const { status, stderr } = await run(folder, [
        "audit",
        "--draft",
        ...words.slice(0, -1),
        file,
      ]);
      expect(status).toBe(1);
      expect(stderr).toContain("nothing was written\n");
    }
    expect(existsSync(join(folder, "new"))).toBe(false);
  });
});

test("help names the command", async () => {
  expect((await run(root, ["--help"])).stdout).toContain("  audit ");
});
