import { expect, test } from "vitest";
import { lintRules } from "../../../src/lint/rules.ts";
import { ruleHelp } from "../../../src/cli/report.ts";
import { temporaryFolder } from "../../project.ts";
import { run } from "../run.ts";

const ids = ruleHelp().map(({ id }) => id);

test("rules lists every rule once, for a person and for a program", async () => {
  const folder = temporaryFolder();
  const { stdout } = await run(folder, ["rules"]);
  const listed = stdout
    .trimEnd()
    .split("\n")
    .map((line) => line.split(/ {2,}/)[0]);
  expect(listed).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  const json = JSON.parse((await run(folder, ["rules", "--format", "json"])).stdout) as {
    rules: { id: string; ignorable: boolean }[];
  };
  expect(json.rules.map(({ id }) => id)).toEqual(ids);
  expect(json.rules.filter(({ id, ignorable }) => id === "bad-url" && ignorable)).toEqual([]);
});

/** Those of laws are explained alike, each by reading the laws of all places. */
const explained = ids.filter((id) => !lintRules.some((rule) => rule.id === id && rule.law));

test("explain tells of every rule what it finds", async () => {
  expect(explained.length).toBeGreaterThan(100);
  for (const id of explained) {
    const { stdout } = await run(temporaryFolder(), ["explain", id, "--format", "json"]);
    const { rule } = JSON.parse(stdout) as { rule: { id: string; summary: string } };
    expect(rule.id).toBe(id);
    expect(rule.summary).not.toBe("");
  }
});

test("explain shows where a law asks for it, how to ignore it, and both examples", async () => {
  const { stdout } = await run(temporaryFolder(), ["explain", "duration-vague"]);
  const { summary, bad, good } = lintRules.find(({ id }) => id === "duration-vague")!;
  expect(stdout).toContain(`duration-vague: warning\n\n${summary} `);
  expect(stdout).toMatch(/^By the law of: .*\bEU\b/m);
  expect(stdout).toContain("  # ignore duration-vague: ");
  for (const example of [bad, good])
    for (const line of Object.values(example).join("").trimEnd().split("\n"))
      expect(stdout).toContain(`  ${line}\n`);
});

test("a rule that does not exist is answered with the nearest", async () => {
  const { status, stderr } = await run(temporaryFolder(), ["explain", "duration-vage"]);
  expect(status).toBe(2);
  expect(stderr).toContain('(did you mean "duration-vague"?)');
});
