import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { type Files, root, writeProject } from "../../project.ts";
import { mixed } from "../../registry/mixed.ts";
import { run } from "../run.ts";
import { commandOf } from "../start.ts";

const sites = (files: Files, ...words: string[]) => run(writeProject(files), ["sites", ...words]);

describe("sites", () => {
  test("prints address, languages and file of every site that is built", async () => {
    expect(await sites(mixed)).toEqual({
      status: 0,
      stdout: `alpha  https://alpha.example  fr en  data/sites/customers.csv:2
beta   https://beta.example   en fr  data/sites/customers.csv:3
gamma  https://gamma.example  fr en  data/sites/north/gamma.yaml
`,
      stderr: "",
    });
  });

  test("names files as seen from the working folder", async () => {
    const { stdout } = await run(root, ["sites", "--project", "test/fixtures/small"]);
    expect(stdout).toBe(
      "library  https://library.example  en fr  test/fixtures/small/data/sites/library.yaml\n",
    );
  });

  test("prints the report of a registry with errors, and ends in 1", async () => {
    const { status, stdout } = await sites({ ...mixed, "data/sites/other.yaml": "nmae: x\n" });
    expect(status).toBe(1);
    expect(stdout).toContain("data/sites/other.yaml:1:1: error: ");
    expect(stdout).not.toContain("alpha");
  });

  test("ends quietly when its reader does", () => {
    const rows = Array.from(
      { length: 2000 },
      (_, index) => `s-${index},S,https://s-${index}.example,en,one\n`,
    );
    const table = `id,name,url,languages,providers\n${rows.join("")}`;
    const folder = writeProject({ ...mixed, "data/sites/many.csv": table });
    const command = commandOf(["sites"])
      .map((word) => `'${word}'`)
      .join(" ");
    const output = execFileSync("sh", ["-c", `${command} 2>&1 | head -1`], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(output).toMatch(/^alpha .*\n$/);
  });
});

describe("sites --explain", () => {
  test("prints every value in the order of a site file, with the place that it came from", async () => {
    expect((await sites(mixed, "--explain", "gamma")).stdout).toBe(`\
id                  gamma                    data/sites/north/gamma.yaml
extends             alpha                    data/sites/north/gamma.yaml:1:10
extends             north                    data/sites/customers.csv:2:7
extends             platform                 data/sites/groups/groups.csv:2:7
name                Gamma                    data/sites/north/gamma.yaml:2:7
url                 https://gamma.example    data/sites/north/gamma.yaml:3:6
policyUrl.en        https://alpha.example/c  data/sites/customers.csv:2:86
controller.name     The "Alpha"              data/sites/customers.csv:2:55
controller.address  1 Way | 2 Town           data/sites/customers.csv:2:71
controller.email    a@platform.example       data/sites/platform.yaml:2:38
jurisdictions       EU                       default
languages           fr en                    data/sites/customers.csv:2:49
providers           three                    data/sites/groups/groups.csv:2:21
columns             name duration            data/sites/customers.csv:2:134
outputs             page fragment            default
brand.light         #0b5cad                  data/sites/customers.csv:2:118
brand.dark          #8ec5ff                  data/sites/customers.csv:2:126
updated             2026-11-01               data/sites/platform.yaml:5:10
`);
  });

  test("shows what a site picks of a provider and states otherwise", async () => {
    const files = {
      ...mixed,
      "data/sites/delta.yaml": `extends: south
name: Delta
url: https://delta.example
providers:
  remove: [two]
  add:
    - id: three
      only: ["three"]
      override: { "three": { duration: up to 2 days, recipients: [] } }
`,
    };
    const { stdout } = await sites(files, "--explain", "delta");
    expect(stdout.split("\n").filter((line) => line.startsWith("providers"))).toEqual([
      "providers                                  one                                       data/sites/platform.yaml:4:13",
      "providers                                  three                                     data/sites/delta.yaml:7:11",
      'providers.three.only                       "three"                                   data/sites/delta.yaml:8:14',
      "providers.three.override.three.duration    up to 2 days                              data/sites/delta.yaml:9:40",
      "providers.three.override.three.recipients  []                                        data/sites/delta.yaml:9:54",
    ]);
  });

  test("shows until when data is kept as it is written", async () => {
    const files = {
      ...mixed,
      "data/sites/delta.yaml": `extends: south
name: Delta
url: https://delta.example
retention: { statistics: 25 months, marketing: until consent-withdrawn }
`,
    };
    const { stdout } = await sites(files, "--explain", "delta");
    expect(stdout.split("\n").filter((line) => line.startsWith("retention"))).toEqual([
      "retention.statistics  25 months                                 data/sites/delta.yaml:4:26",
      "retention.marketing   until consent-withdrawn                   data/sites/delta.yaml:4:48",
    ]);
  });

  test.each([
    [["--explain", "gama"], 'did you mean "gamma"?'],
    [["--explain", "platform"], 'unknown site "platform"'],
    [["--explain"], "argument missing"],
    [["gamma"], "too many arguments"],
  ])("%j ends in 2 with a hint", async (words, hint) => {
    const { status, stdout, stderr } = await sites(mixed, ...words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(hint);
  });
});
