import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Files, writeProject } from "../../project.ts";
import { run } from "../run.ts";

const town: Files = {
  "data/sites/town.yaml":
    "name: Town\nurl: http://town.example\nlanguages: [en]\nproviders: [town]\n",
  "data/providers/town.yaml": "name: Town\ncookies: []\n",
};

const withSettings = (settings: string, more: Files = {}) =>
  writeProject({ ...town, "cookie-ledger.yaml": settings, ...more });

describe("cookie-ledger.yaml", () => {
  test("gives commands their flags, which the command line overrides", async () => {
    const folder = withSettings("lint:\n  format: json\n  quiet: true\nbuild:\n  output: public\n");
    const { stdout } = await run(folder, ["lint"]);
    expect(stdout.startsWith('{\n  "version"')).toBe(true);
    expect(stdout).not.toContain('"severity": "warning"');
    expect((await run(folder, ["lint", "--format", "text"])).stdout).toMatch(/^data\/sites/);
    expect(await run(join(folder, "data"), ["build"])).toMatchObject({ status: 0 });
    expect(existsSync(join(folder, "public/town/en/index.html"))).toBe(true);
    expect(await run(folder, ["build", "--output", "other"])).toMatchObject({ status: 0 });
    expect(existsSync(join(folder, "other/town/en/index.html"))).toBe(true);
  });

  test("sets how severe rules are, for lint, audit and build", async () => {
    const rules = "severities:\n  complaint-missing: error\n  recipients-missing: off\n";
    const folder = withSettings(rules, { "seen.txt": "http://town.example/\nSet-Cookie: x=1\n" });
    const { stdout } = await run(folder, ["lint"]);
    expect(stdout).toMatch(/: error: .*\[complaint-missing\]/);
    expect(stdout).not.toContain("recipients-missing");
    const seen = withSettings("severities: { undeclared-cookie: note }\n", {
      "seen.txt": "http://town.example/\nSet-Cookie: x=1\n",
    });
    const audited = await run(seen, ["audit", "seen.txt"]);
    expect(audited.stdout).toMatch(/: note: undeclared cookie "x"/);
    expect(audited.status).toBe(0);
    expect((await run(folder, ["build", "--strict"])).stderr).toMatch(/\d errors? by the rules/);
  });

  test("is validated with places before any command runs", async () => {
    const folder = withSettings(
      "severities:\n  duration-vage: note\n  bad-url: off\n  duration-vague: of\nlnt: {}\nlint: { maxWarnings: -1, strict: 1 }\n",
    );
    const { status, stdout, stderr } = await run(folder, ["build"]);
    expect(status).toBe(1);
    expect(stderr).toBe("error: faults in cookie-ledger.yaml, nothing was done\n");
    expect(stdout.match(/^cookie-ledger.*/gm)).toMatchInlineSnapshot(`
      [
        "cookie-ledger.yaml:2:3: error: unknown rule "duration-vage", expected one that can be ignored [unknown-rule]",
        "cookie-ledger.yaml:3:3: error: unknown rule "bad-url", expected one that can be ignored [unknown-rule]",
        "cookie-ledger.yaml:4:19: error: unknown value "of", expected one of "error", "warning", "note", "off" [unknown-value]",
        "cookie-ledger.yaml:5:1: error: unknown key "lnt", expected one of "severities", "build", "dev", "lint", "audit" [unknown-key]",
        "cookie-ledger.yaml:6:22: error: unknown value -1, expected a number, 0 or more [unknown-value]",
        "cookie-ledger.yaml:6:34: error: 1 is a number, expected true or false [wrong-type]",
      ]
    `);
    expect(existsSync(join(folder, "_site"))).toBe(false);
    const json = await run(folder, ["lint", "--format", "json"]);
    expect((JSON.parse(json.stdout) as { diagnostics: object[] }).diagnostics).toHaveLength(6);
  });

  test("that is no YAML is reported as any other file", async () => {
    const { status, stdout } = await run(withSettings("lint: [\n"), ["lint"]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^cookie-ledger\.yaml:1:7: error: .* \[invalid-yaml\]/);
  });
});
