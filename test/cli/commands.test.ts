import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fixture, root, temporaryFolder, writeFiles } from "../project.ts";
import { run } from "./run.ts";
import { commandOf, runAlone, startCommand } from "./start.ts";

const site = "name: Town\nurl: https://town.example\nlanguages: [en]\nproviders: [town]\n";
const provider =
  'name: Town\ncookies:\n  - name: "sid"\n    function: authentication\n    purposes: [remember-user]\n';

function town(): string {
  return writeFiles(temporaryFolder(), {
    "data/sites/town.yaml": site,
    "data/providers/town.yaml": provider,
  });
}

const page = (folder: string) => readFileSync(join(folder, "_site/town/en/index.html"), "utf8");

describe("usage", () => {
  test("help names every command", async () => {
    const { status, stdout } = await run(root, ["--help"]);
    expect(status).toBe(0);
    for (const command of ["build", "dev", "lint", "init"])
      expect(stdout).toContain(`  ${command} `);
  });

  test.each([
    [["biuld"], "Did you mean build?"],
    [["build", "--projekt", "x"], "Did you mean --project?"],
    [["build", "--project", "/nowhere"], "cookie-ledger init"],
    [["build", "--site", "tonw"], 'did you mean "town"?'],
    [["build", "surplus"], "too many arguments"],
    [["dev", "--port", "eighty"], "expected a number"],
    [[], "Usage:"],
  ])("%j ends in 2 with a hint", async (words, hint) => {
    const { status, stdout, stderr } = await run(town(), words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(hint);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe("init", () => {
  test("makes a project that lints and builds as it is", async () => {
    const folder = temporaryFolder();
    expect((await run(folder, ["init"])).status).toBe(0);
    const { stdout, stderr } = await run(folder, ["lint"]);
    expect(stdout).not.toMatch(/\[(bad|missing|unknown|wrong)-(url|key|type|provider)\]/);
    expect(stderr).toMatch(/^2 files: /);
    expect((await run(folder, ["build"])).status).toBe(0);
    expect(existsSync(join(folder, "_site/my-site/en/index.html"))).toBe(true);
  });

  test("writes nothing where one of its files stands", async () => {
    const folder = writeFiles(temporaryFolder(), { "data/providers/my-site.yaml": "mine" });
    const { status, stderr } = await run(folder, ["init"]);
    expect(status).toBe(3);
    expect(stderr).toContain("is there already, nothing was written");
    expect(existsSync(join(folder, "data/sites"))).toBe(false);
    expect(readFileSync(join(folder, "data/providers/my-site.yaml"), "utf8")).toBe("mine");
  });
});

describe("lint", () => {
  test("prints the report to stdout, then counts files, problems and time, and ends in 1", async () => {
    const { status, stdout, stderr } = await run(fixture("broken"), ["lint"]);
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^content\/tlh\/policy\.md:1:12: error: .* \[unknown-placeholder\]\n {2}\|\n/m,
    );
    expect(stderr).toMatch(/^\d+ files: \d+ errors, .*\(\d+\.\d s\)$/m);
  });

  test("names files as seen from the working folder", async () => {
    const { stdout } = await run(root, ["lint", "--project", fixture("broken")]);
    expect(stdout).toContain("\ntest/fixtures/broken/data/sites/pale.yaml:5:17: error: ");
  });

  test("prints and ends the same in a process of its own", async () => {
    const folder = fixture("broken");
    const { status, stdout, stderr } = await runAlone(folder, "lint");
    expect({ status, stdout }).toEqual({ status: 1, stdout: (await run(folder, ["lint"])).stdout });
    expect(stderr).toMatch(/^\d+ files: /);
  });

  test("ends quietly when its reader does", () => {
    const command = `"${process.execPath}" bin/cookie-ledger.js lint --project test/fixtures/broken 2>&1 | head -1`;
    const output = execFileSync("sh", ["-c", command], { cwd: root, encoding: "utf8" });
    expect(output.split("\n")).toHaveLength(2);
  });

  test("a hostile text reaches the terminal without its control characters", async () => {
    const folder = writeFiles(town(), { "data/sites/town.yaml": `${site}"\u001b[2Jx": 1\n` });
    const { status, stdout } = await run(folder, ["lint"]);
    expect(status).toBe(1);
    expect(stdout).not.toContain("\u001b");
    expect(stdout).toContain("\\x1b[2Jx");
  });
});

describe("build", () => {
  test("a registry with errors builds nothing and leaves the last output alone", async () => {
    const folder = town();
    expect((await run(folder, ["build"])).status).toBe(0);
    const before = page(folder);
    writeFileSync(join(folder, "data/sites/town.yaml"), site.replace("https:", "ftp:"));
    const { status, stdout, stderr } = await run(folder, ["build"]);
    expect(status).toBe(1);
    expect(stdout).toContain("[bad-url]");
    expect(stderr).toBe("nothing was built\n");
    expect(page(folder)).toBe(before);
  });

  test("a project whose sites are all abstract has nothing to build, and that is an error", async () => {
    const folder = town();
    expect((await run(folder, ["build"])).status).toBe(0);
    const before = page(folder);
    writeFileSync(join(folder, "data/sites/town.yaml"), `abstract: true\n${site}`);
    const { status, stderr } = await run(folder, ["build"]);
    expect(status).toBe(1);
    expect(stderr).toContain("no site to build");
    expect(page(folder)).toBe(before);
  });

  test("--site builds one site and keeps the others, --output names another folder", async () => {
    const folder = writeFiles(town(), { "data/sites/second.yaml": site.replace("Town", "Second") });
    expect((await run(folder, ["build", "--output", "public"])).status).toBe(0);
    const second = join(folder, "public/second/en/index.html");
    const before = readFileSync(second, "utf8");
    writeFiles(folder, {
      "data/sites/second.yaml": site.replace("Town", "Another"),
      "data/sites/town.yaml": site.replace("Town", "New Town"),
    });
    expect((await run(folder, ["build", "--output", "public", "--site", "town"])).status).toBe(0);
    expect(readFileSync(join(folder, "public/town/en/index.html"), "utf8")).toContain("New Town");
    expect(readFileSync(second, "utf8")).toBe(before);
  });

  test.each([
    ["a folder that it did not make", "notes", "notes/mine.txt"],
    ["a file", "notes/mine.txt", "notes/mine.txt"],
    ["the project itself", ".", "data/sites/town.yaml"],
    ["the project's words", "content", "content/readme.txt"],
  ])("%s is never replaced", async (_, output, kept) => {
    const folder = town();
    writeFiles(folder, { "notes/mine.txt": "mine", "content/readme.txt": "mine" });
    const before = readFileSync(join(folder, kept), "utf8");
    const { status, stdout, stderr } = await run(folder, ["build", "--output", output]);
    expect({ status, stdout }).toEqual({ status: 3, stdout: "" });
    const sentences = stderr.split("\n").filter((line) => line.startsWith("error: "));
    expect(sentences).toHaveLength(1);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(readFileSync(join(folder, kept), "utf8")).toBe(before);
  });

  test("a project's own words, template and provider replace those of the package", async () => {
    const folder = writeFiles(town(), {
      "content/en/terms.yaml": "title: Our cookies\nfunctions: { own-thing: An own thing }\n",
      "content/en/sites/town.md": "Welcome to **{{ site.name }}**.\n",
      "data/functions.yaml": "own-thing: {}\n",
      "data/providers/opendatasoft.yaml": "name: Our platform\n",
      "data/sites/town.yaml": site.replace("[town]", "[town, opendatasoft]"),
      "data/providers/town.yaml": provider.replace("authentication", "own-thing"),
      "templates/components/footer.njk":
        "{% macro footer(params) %}<footer>ours</footer>{% endmacro %}",
    });
    expect(await run(folder, ["build"])).toMatchObject({ status: 0, stdout: "" });
    const html = page(folder);
    expect(html).toContain("<h1>Our cookies</h1>");
    expect(html).toContain("<p>Welcome to <strong><bdi>Town</bdi></strong>.</p>");
    expect(html).toContain("An own thing");
    expect(html).toContain("Our platform");
    expect(html).toContain("csrftoken");
    expect(html).toContain("<footer>ours</footer>");
  });

  test("the clock, time zone, language and folder of the machine leave no trace in the output", async () => {
    const files = ["en/index.html", "en/fragment.html", "index.html", "_headers"];
    const build = async (environment: NodeJS.ProcessEnv) => {
      const folder = town();
      writeFileSync(join(folder, "data/sites/town.yaml"), `${site}updated: 2026-11-01\n`);
      const { status } = await startCommand(folder, commandOf(["build"]), environment).ended;
      expect(status).toBe(0);
      return files.map((file) => readFileSync(join(folder, "_site/town", file), "utf8"));
    };
    const here = await build({
      TZ: "Pacific/Kiritimati",
      LANG: "en_US.UTF-8",
      LC_ALL: "en_US.UTF-8",
    });
    const there = await build({ TZ: "America/Adak", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" });
    expect(there).toEqual(here);
  });
});
