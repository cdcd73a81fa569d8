import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root, writeProject } from "../project.ts";
import { run } from "./run.ts";

interface Schema {
  readonly additionalProperties?: boolean | object;
  readonly properties?: object;
}

const schema = JSON.parse(readFileSync(join(root, "docs/schema/output-1.json"), "utf8")) as {
  $defs: Record<string, Schema>;
};

/** The schema with no further keys: what a command prints and it does not know is not documented. */
const closed = JSON.parse(JSON.stringify(schema), (_, value: unknown) => {
  const one = value as Schema | null;
  return typeof one === "object" && one && "properties" in one && !("additionalProperties" in one)
    ? { ...one, additionalProperties: false }
    : value;
}) as typeof schema;

/** Both, each with its definitions compiled once. */
const judges = [schema, closed].map(({ $defs }) =>
  new Ajv2020({ strict: false }).addSchema({ $defs }, "output"),
);

const bakery = {
  "data/sites/bakery.yaml":
    "name: Bakery\nurl: https://bakery.example\nlanguages: [en, fr]\nproviders: [matomo]\n",
  "content/fr/terms.yaml": "title: Les cookies\n",
  "seen.txt": "https://bakery.example/\nSet-Cookie: sid=x; Path=/; Secure\n",
};

test.each([
  ["report", "lint --format json"],
  ["report", "audit seen.txt --format json"],
  ["report", "translate status --format json"],
  ["build", "build --json"],
  ["rules", "rules --format json"],
  ["rule", "explain duration-vague --format json"],
  ["rule", "explain bad-url --format json"],
  ["sites", "sites --format json"],
  ["site", "sites --explain bakery --format json"],
  ["list", "list jurisdictions --format json"],
  ["list", "list purposes --language fr --format json"],
  ["providers", "providers --kind analytics --format json"],
  ["providers", "providers --cookie _ga --format json"],
  ["provider", "providers matomo --format json"],
])("%s is what %j prints, and nothing else", async (name, words) => {
  const { stdout } = await run(writeProject(bakery), words.split(" "));
  const printed: unknown = JSON.parse(stdout);
  // What was observed is as long as each kind of evidence tells.
  const { observed, ...rest } = printed as { observed?: unknown };
  for (const [index, told] of [printed, rest].entries()) {
    const validate = judges[index]!.getSchema(`output#/$defs/${name}`) as ValidateFunction;
    validate(told);
    expect(validate.errors ?? []).toEqual([]);
  }
  expect(observed === undefined).toBe(!words.startsWith("audit"));
});

test("what is wrong is printed as a report by every command that cannot go on", async () => {
  const folder = writeProject({ ...bakery, "data/sites/bakery.yaml": "name: [\n" });
  for (const words of ["lint --format json", "sites --format json", "build --json"]) {
    const { status, stdout } = await run(folder, words.split(" "));
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      diagnostics: [{ rule: "invalid-yaml" }],
    });
  }
});

test("another format than these is a slip of the command line", async () => {
  const { status, stderr } = await run(writeProject(bakery), ["sites", "--format", "jsno"]);
  expect(status).toBe(2);
  expect(stderr).toContain('did you mean "json"?');
});
