import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { runInit } from "../../../src/cli/run/init/init.ts";
import { runSchema } from "../../../src/cli/run/schema.ts";
import { sourceOf } from "../../../src/source/yaml-file.ts";
import { temporaryFolder, writeFiles, writeProject } from "../../project.ts";
import { host } from "../../site/output/site.ts";
import { createTestContext } from "../context.ts";

const schema = (folder: string) => {
  const { context, out, err } = createTestContext({ folder, host });
  const status = runSchema({ project: "." }, context);
  return { status, stdout: out.join(""), stderr: err.join("") };
};

const path = "data/schema/site.json";
const read = (folder: string, file = path) => readFileSync(join(folder, file), "utf8");

describe("schema", () => {
  test("writes the schemas of the project, and again only those that are no longer fresh", () => {
    const folder = writeProject({ "data/sites/town.yaml": "abstract: true\n" });
    const { status, stdout } = schema(folder);
    expect(status).toBe(0);
    expect(stdout.split("\n").toSorted()).toEqual([
      "",
      "data/schema/functions.json",
      "data/schema/jurisdiction.json",
      "data/schema/provider.json",
      "data/schema/purposes.json",
      "data/schema/settings.json",
      "data/schema/site.json",
      "data/schema/terms.json",
      "data/schema/vague.json",
    ]);
    expect(schema(folder)).toEqual({
      status: 0,
      stdout: "",
      stderr: "every schema is fresh\n",
    });
    writeFiles(folder, { "data/providers/acme.yaml": "name: Acme\ncookies: []\n" });
    expect(schema(folder).stdout).toBe("data/schema/provider.json\ndata/schema/site.json\n");
    expect(read(folder)).toContain('"const": "acme"');
  });

  test("replaces no file that it did not write, and then writes none", () => {
    const folder = writeProject({ [path]: '{ "title": "mine" }' });
    expect(() => schema(folder)).toThrow(`"${path}" is not of cookie-ledger, nothing was written`);
    expect(read(folder)).toBe('{ "title": "mine" }');
    expect(existsSync(join(folder, "data/schema/provider.json"))).toBe(false);
  });

  test("needs English words that can be read", () => {
    const folder = writeProject({ "content/en/terms.yaml": "author: [" });
    expect(() => schema(folder)).toThrow("faulty content/en/terms.yaml");
  });
});

describe("init", () => {
  test("writes files that name their schemas and are right by them", async () => {
    const folder = temporaryFolder();
    await runInit({ project: "." }, createTestContext({ folder, host }).context);
    for (const file of ["data/sites/my-site.yaml", "data/providers/my-site.yaml"]) {
      const text = read(folder, file);
      const [, named = ""] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text)!;
      const validate = new Ajv2020({ strict: false }).compile(
        JSON.parse(read(folder, join(dirname(file), named))),
      );
      const { source } = sourceOf({ file, text });
      expect([file, validate(source!.value), validate.errors]).toEqual([file, true, null]);
    }
    expect(schema(folder).stderr).toBe("every schema is fresh\n");
  });
});
